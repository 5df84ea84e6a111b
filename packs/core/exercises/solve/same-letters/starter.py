def group_duplicates(names: list[str]) -> list[list[str]]:
    """Return the groups of names that are the same customer, two or more each."""
    groups = {}
    for name in names:
        key = name  # what do two spellings of one customer have in common?
        groups.setdefault(key, []).append(name)
    return [group for group in groups.values() if len(group) > 1]
