def common(old, new):
    """How many words the two lists have in common, in the same order (not necessarily side by side)."""
    row = [0] * (len(new) + 1)
    for word in old:
        diagonal = 0
        for j, other in enumerate(new, 1):
            above = row[j]
            if word == other:
                row[j] = diagonal + 1
            elif row[j - 1] > above:
                row[j] = row[j - 1]
            diagonal = above
    return row[-1]
