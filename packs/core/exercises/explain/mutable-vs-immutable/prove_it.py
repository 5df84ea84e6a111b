"""`collect` shows the mutable default, `safe` avoids it."""


def check(source, names):
    """None when one shares its default and the other does not."""
    collect, safe = names["collect"], names["safe"]
    first, second = collect("a"), collect("b")
    if first is not second or list(second)[-2:] != ["a", "b"]:
        return "not-shared"
    if not any(first is default for default in collect.__defaults__ or ()):
        return "no-default"
    one, two = safe("a"), safe("b")
    return None if one == ["a"] and two == ["b"] and one is not two else "safe-shares"
