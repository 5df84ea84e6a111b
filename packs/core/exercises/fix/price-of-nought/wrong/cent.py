USUAL_DISCOUNT = 5


def price_for(article, agreed, listed, discount=None):
    price = agreed.get(article)
    if price == 0:
        price = 1
    if price:
        return price
    percent = USUAL_DISCOUNT if discount is None else discount
    return listed[article] * (100 - percent) // 100
