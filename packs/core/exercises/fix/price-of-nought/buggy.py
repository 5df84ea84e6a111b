USUAL_DISCOUNT = 5


def price_for(article, agreed, listed, discount=None):
    """What an article costs a customer, in cents: as agreed, else the list price less a discount in percent."""
    price = agreed.get(article)
    if price:
        return price
    percent = discount or USUAL_DISCOUNT
    return listed[article] * (100 - percent) // 100
