from dataclasses import dataclass
from typing import Any


@dataclass
class _Way:
    rule: Any
    fits: Any

    def takes(self, parcel):
        return self.fits is None or self.fits(dict(parcel))


class Shipping:
    def __init__(self, default):
        self._default = default
        self._ways = {}

    def add(self, name, rule, fits=None):
        self._ways[name] = _Way(rule, fits)

    def cost(self, parcel, name=None):
        if name is not None:
            try:
                return name, self._ways[name].rule(dict(parcel))
            except KeyError:
                if name in self._ways:
                    raise
                raise LookupError(f"no way to ship is called {name!r}") from None
        best = None
        for way, each in self._ways.items():
            if each.takes(parcel):
                cents = each.rule(dict(parcel))
                if best is None or cents < best[1]:
                    best = way, cents
        return best if best is not None else ("default", self._default(dict(parcel)))
