"""`total` lets whatever it is handed decide."""


def check(source, names):
    """None when the discount is asked once and decides."""
    calls = []

    class Half:
        def __call__(self, items):
            calls.append(list(items))
            return sum(items) // 2

    total = names["total"]
    if total([100, 300], Half()) != 200 or total([70], lambda items: 7) != 63 or total([50], len) != 49:
        return "not-asked"
    if calls != [[100, 300]]:
        return "asked-often"
    if total([10], lambda items: 99) != 0:
        return "below-nought"
    return None
