"""A high accuracy and no recall."""


def check(source, names):
    """None when the numbers show why accuracy says nothing here."""
    labels, predictions = list(names["labels"]), list(names["predictions"])
    if len(labels) != len(predictions) or len(labels) < 100 or not set(labels) | set(predictions) <= {0, 1}:
        return "lists"
    if 1 not in labels:
        return "no-fraud"
    right = sum(one == two for one, two in zip(labels, predictions, strict=True))
    if right / len(labels) < 0.97:
        return "accuracy"
    found = sum(one == two == 1 for one, two in zip(labels, predictions, strict=True))
    return "found-some" if found else None
