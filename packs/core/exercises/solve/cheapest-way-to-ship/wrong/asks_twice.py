class Shipping:
    def __init__(self, default):
        self._default = default
        self._rules = {}

    def add(self, name, rule, fits=None):
        self._rules[name] = (rule, fits)

    def cost(self, parcel, name=None):
        if name is None:
            fitting = [way for way, (_, fits) in self._rules.items() if fits is None or fits(dict(parcel))]
            if not fitting:
                return "default", self._default(dict(parcel))
            name = min(fitting, key=lambda way: self._rules[way][0](dict(parcel)))
        elif name not in self._rules:
            raise LookupError(name)
        return name, self._rules[name][0](dict(parcel))
