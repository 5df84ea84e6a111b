PRICES = {"it": (490, 790, 1290), "de": (890, 1290, 1990), "ch": (1490, 2290, 3490)}
EXPRESS = {"it": 500, "de": 900, "ch": 1500}


def shipping(country, grams, express):
    cost = PRICES.get(country, PRICES["it"])[(grams > 1000) + (grams > 5000)]
    return cost + EXPRESS.get(country, 500) if express else cost
