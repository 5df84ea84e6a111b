"""`Left` and `Right` cooperate, whoever comes first."""


def check(source, names):
    """None when both run in both orders."""
    left, right, calls = names["Left"], names["Right"], names["calls"]
    if issubclass(left, right) or issubclass(right, left):
        return "related"
    for bases, wanted in (((left, right), ["left", "right"]), ((right, left), ["right", "left"])):
        calls.clear()
        type("Both", bases, {})().run()
        if sorted(calls) != ["left", "right"]:
            return "chain-breaks"
        if calls != wanted and calls != wanted[::-1]:
            return "chain-breaks"
    return None
