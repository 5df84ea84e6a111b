prices = {"tea": 3, "rice": 2}
weekend = prices
archive = dict(prices)
weekend["tea"] = 1
print(prices, weekend, archive)
