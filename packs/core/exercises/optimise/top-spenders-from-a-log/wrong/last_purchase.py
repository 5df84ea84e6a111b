def top_spenders(lines, k):
    sums, broken = {}, 0
    for line in lines:
        customer, _, cents = line.strip().partition(";")
        if cents.isdigit():
            sums[customer] = int(cents)
        elif customer or cents:
            broken += 1
    ranking = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    return ranking[:k], broken
