def group_duplicates(names: list[str]) -> list[list[str]]:
    """Compares each name with the first of every group."""
    groups = []
    for name in names:
        words = sorted(name.casefold().split())
        for group in groups:
            if sorted(group[0].casefold().split()) == words:
                group.append(name)
                break
        else:
            groups.append([name])
    return [group for group in groups if len(group) > 1]
