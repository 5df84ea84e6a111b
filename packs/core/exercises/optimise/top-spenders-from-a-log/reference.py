def top_spenders(lines, k):
    """The k customers who spent most, as (customer, cents), and how many lines were broken."""
    sums, broken = {}, 0
    for line in lines:
        customer, _, cents = line.strip().partition(";")
        if cents.isdigit():
            sums[customer] = sums.get(customer, 0) + int(cents)
        elif customer or cents:
            broken += 1
    ranking = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    return ranking[:k], broken
