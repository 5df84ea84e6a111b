"""`Tag` keeps the contract between equality and hash."""


def check(source, names):
    """None when equal tags are one element, and other types are not equal."""
    tag = names["Tag"]
    if not tag("Python") == tag("PYTHON") or tag("a") == tag("b"):
        return "equality"
    try:
        found = {tag("Python"), tag("python"), tag("rust")}
    except TypeError:
        return "unhashable"
    if len(found) != 2 or hash(tag("x")) != hash(tag("X")):
        return "other-hash"
    try:
        return "other-types" if tag("a") == 3 or tag("a") == "a" else None
    except Exception:
        return "other-types"
