TEXT = """
def inner(items):
    result = 0
    for kind, price, pieces in items:
        if kind not in ("food", "book"):
            raise ValueError(kind)
        full = price * pieces
        if kind == "food" and full > 100:
            full -= full // 10
        if kind == "book" and full > 200:
            full -= full // 5
        result += full
    return result
"""


def total(items):
    names = {}
    exec(TEXT, names)
    return names["inner"](items)
