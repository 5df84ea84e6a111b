def common(old, new):
    row = [0] * (len(new) + 1)
    for word in old:
        for j, other in enumerate(new):
            if word == other:
                row[j + 1] = row[j] + 1
            else:
                row[j + 1] = max(row[j + 1], row[j])
    return row[-1]
