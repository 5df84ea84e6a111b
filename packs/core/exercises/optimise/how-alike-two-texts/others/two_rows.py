def common(old, new):
    above = [0] * (len(new) + 1)
    for word in old:
        row = [0]
        for j, other in enumerate(new):
            row.append(above[j] + 1 if word == other else max(above[j + 1], row[j]))
        above = row
    return above[-1]
