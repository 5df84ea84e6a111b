"""`recall_at` counts what it should, and only that."""


def check(source, names):
    """None when the share is right."""
    recall_at = names["recall_at"]
    found = {"a": [1, 2, 3], "b": [4, 5, 6], "c": [7, 8, 9], "d": [1, 5, 9]}
    right = {"a": 1, "b": 6, "c": 99, "d": None}
    if recall_at(3, {"a": [1, 2, 3], "b": [4, 5, 6]}, {"a": 3, "b": 9}) != 0.5:
        return "share"
    if abs(recall_at(1, found, right) - 1 / 3) > 1e-9 or abs(recall_at(3, found, right) - 2 / 3) > 1e-9:
        return "unanswerable"
    try:
        return None if recall_at(2, {"d": [1]}, {"d": None}) is None else "none-left"
    except ZeroDivisionError:
        return "none-left"
