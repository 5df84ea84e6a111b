def purchases(lines):
    for line in lines:
        customer, _, cents = line.strip().partition(";")
        if cents.isdigit():
            yield customer, int(cents)


def top_spenders(lines, k):
    sums = {}
    for customer, cents in purchases(lines):
        sums[customer] = sums.get(customer, 0) + cents
    return sorted(sums.items(), key=lambda item: (-item[1], item[0]))[:k], 0
