def group_duplicates(names):
    groups = {}
    for name in names:
        groups.setdefault("".join(sorted(name.casefold().split())), []).append(name)
    return [group for group in groups.values() if len(group) > 1]
