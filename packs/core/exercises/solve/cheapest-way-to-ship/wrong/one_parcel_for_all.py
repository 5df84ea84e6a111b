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
            return name, self._rules[name][0](parcel)
        offers = [(way, rule(parcel)) for way, (rule, fits) in self._rules.items() if fits is None or fits(parcel)]
        return min(offers, key=lambda offer: offer[1]) if offers else ("default", self._default(parcel))
