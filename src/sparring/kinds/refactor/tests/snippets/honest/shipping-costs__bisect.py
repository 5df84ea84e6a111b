from bisect import bisect_left

STEPS = (1000, 5000)
PRICES = {"it": (490, 790, 1290), "de": (890, 1290, 1990), "ch": (1490, 2290, 3490)}
EXPRESS = {"it": 500, "de": 900, "ch": 1500}


def shipping(country, grams, express):
    """What sending a parcel costs, in cents."""
    if country not in PRICES:
        raise ValueError("we do not send to " + country)
    cost = PRICES[country][bisect_left(STEPS, grams)]
    return cost + EXPRESS[country] * express
