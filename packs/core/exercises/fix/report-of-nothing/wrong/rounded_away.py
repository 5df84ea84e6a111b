def shares(sales):
    kept, turnover = [], 0
    for article, cents in sales:
        kept.append((article, cents))
        turnover += cents
    return [(article, 100 * cents // turnover) for article, cents in kept if turnover]
