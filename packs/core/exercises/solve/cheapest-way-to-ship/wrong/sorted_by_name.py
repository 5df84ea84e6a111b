class Shipping:
    def __init__(self, default):
        self._default = default
        self._rules = {}

    def add(self, name, rule, fits=None):
        self._rules[name] = (rule, fits)

    def cost(self, parcel, name=None):
        if name is not None:
            if name not in self._rules:
                raise LookupError(name)
            return name, self._rules[name][0](dict(parcel))
        offers = sorted((rule(dict(parcel)), way) for way, (rule, fits) in self._rules.items() if fits is None or fits(dict(parcel)))
        return offers[0][::-1] if offers else ("default", self._default(dict(parcel)))
