def shares(sales):
    if not isinstance(sales, list):
        raise TypeError("a list is needed")
    turnover = sum(cents for _, cents in sales)
    if turnover == 0:
        return [(article, 0) for article, _ in sales]
    return [(article, 100 * cents // turnover) for article, cents in sales]
