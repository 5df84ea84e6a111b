from dataclasses import dataclass


@dataclass(frozen=True)
class Tariff:
    light: int
    middle: int
    heavy: int
    express: int

    def price(self, grams, express):
        steps = ((1000, self.light), (5000, self.middle), (float("inf"), self.heavy))
        base = next(cost for limit, cost in steps if grams <= limit)
        return base + (express and self.express)


TARIFFS = {
    "it": Tariff(490, 790, 1290, 500),
    "de": Tariff(890, 1290, 1990, 900),
    "ch": Tariff(1490, 2290, 3490, 1500),
}


def shipping(country, grams, express):
    """What sending a parcel costs, in cents."""
    try:
        tariff = TARIFFS[country]
    except KeyError:
        raise ValueError(f"we do not send to {country}") from None
    return tariff.price(grams, express)
