def distance(typed, meant):
    before = [0] * (len(meant) + 1)
    for letter in typed:
        row = [before[0] + 1]
        for column, other in enumerate(meant, start=1):
            row.append(min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != other)))
        before = row
    return before[-1]
