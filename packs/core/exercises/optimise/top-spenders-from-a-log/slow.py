def top_spenders(lines, k):
    """The k customers who spent most, as (customer, cents), and how many lines were broken."""
    cleaned = [line.strip() for line in lines]
    rows = [line.split(";") for line in cleaned if line]
    good = [(row[0], int(row[1])) for row in rows if len(row) == 2 and row[1].isdigit()]
    broken = len(rows) - len(good)
    sums = {}
    for customer, cents in good:
        sums[customer] = sums.get(customer, 0) + cents
    ranking = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    return ranking[:k], broken
