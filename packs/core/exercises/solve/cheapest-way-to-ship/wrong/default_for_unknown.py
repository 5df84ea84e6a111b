class Shipping:
    def __init__(self, default):
        self._default = default
        self._rules = {}

    def add(self, name, rule, fits=None):
        self._rules[name] = (rule, fits)

    def cost(self, parcel, name=None):
        if name is not None:
            return name, self._rules.get(name, (self._default, None))[0](dict(parcel))
        offers = [(way, rule(dict(parcel))) for way, (rule, fits) in self._rules.items() if fits is None or fits(dict(parcel))]
        return min(offers, key=lambda offer: offer[1]) if offers else ("default", self._default(dict(parcel)))
