"""`Positive` guards attributes, and shares none of them."""


def check(source, names):
    """None when values are refused and kept apart."""
    positive = names["Positive"]

    class Box:
        a = positive()
        b = positive()

    one, two = Box(), Box()
    one.a, one.b, two.a, two.b = 1, 2, 3, 4
    if (one.a, one.b, two.a, two.b) != (1, 2, 3, 4):
        return "shared"
    for value in (0, -5):
        try:
            one.a = value
        except ValueError:
            continue
        return "not-refused"
    return None if one.a == 1 else "not-refused"
