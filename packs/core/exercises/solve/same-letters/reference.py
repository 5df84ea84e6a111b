def group_duplicates(names: list[str]) -> list[list[str]]:
    """Equal customers have equal keys: their words in lower case, sorted."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        groups.setdefault(tuple(sorted(name.casefold().split())), []).append(name)
    return [group for group in groups.values() if len(group) > 1]
