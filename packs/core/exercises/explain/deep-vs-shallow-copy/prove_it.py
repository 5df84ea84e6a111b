"""`shallow` shares what is inside `original`, `deep` shares nothing that can change."""

MUTABLE = (list, dict, set)


def check(source, names):
    """None when all three are what they are called."""
    original, shallow, deep = (names.get(name) for name in ("original", "shallow", "deep"))
    if type(original) not in (list, dict) or not original == shallow == deep or not type(original) is type(shallow) is type(deep):
        return "differ"
    if shallow is original or deep is original or shallow is deep:
        return "not-copies"
    pairs = list(zip(values(original), values(shallow), values(deep), strict=True))
    inner = [(one, two, three) for one, two, three in pairs if type(one) in MUTABLE]
    if not inner:
        return "nothing-inside"
    if any(one is not two for one, two, _ in inner):
        return "not-shared"
    return "deep-shared" if any(one is three for one, _, three in inner) else None


def values(container):
    """What a list or a dict holds."""
    return container.values() if isinstance(container, dict) else container
