def distance(typed, meant):
    before = list(range(len(meant) + 1))
    for count, letter in enumerate(typed, start=1):
        row = [count]
        for column, other in enumerate(meant, start=1):
            if letter == other:
                row.append(before[column - 1])
            else:
                row.append(min(before[column], row[-1]) + 1)
        before = row
    return before[-1]
