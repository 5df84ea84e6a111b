def group_duplicates(names):
    groups = {}
    for name in names:
        groups.setdefault(tuple(sorted(name.casefold().split())), []).append(name)
    return list(groups.values())
