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
        ...
