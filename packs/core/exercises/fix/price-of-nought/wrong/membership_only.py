USUAL_DISCOUNT = 5


def price_for(article, agreed, listed, discount=None):
    if article in agreed:
        return agreed[article]
    percent = USUAL_DISCOUNT if discount is None else discount
    return listed[article] * (100 - percent) // 100
