def total(items):
    result = 0
    for item in items:
        if item[0] == "food":
            price = item[1] * item[2]
            if price > 100:
                price = price - price // 10
            result = result + price
        else:
            if item[0] == "book":
                price = item[1] * item[2]
                if price > 200:
                    price = price - price // 5
                result = result + price
            else:
                result = result + 0
    return result
