class Shipping:
    """Ways to ship, each a rule from a parcel to its cost in cents; chosen by name, or by what is cheapest."""

    def __init__(self, default):
        self._default = default
        self._rules = {}

    def add(self, name, rule, fits=None):
        """Offer a way to ship; `fits(parcel)` says whether it takes this parcel (None: it takes every one)."""
        self._rules[name] = (rule, fits)

    def cost(self, parcel, name=None):
        """(name, cents) by the way of this name, or by the cheapest that fits; the default's name is "default"."""
        if name is not None:
            if name not in self._rules:
                raise LookupError(f"no way to ship is called {name!r}")
            return name, self._rules[name][0](dict(parcel))
        offers = [(way, rule(dict(parcel))) for way, (rule, fits) in self._rules.items() if fits is None or fits(dict(parcel))]
        if not offers:
            return "default", self._default(dict(parcel))
        return min(offers, key=lambda offer: offer[1])
