"""`SetKey` can be kept, run later and taken back."""

ABSENT = object()


def check(source, names):
    """None when it acts in time and leaves no trace after undo."""
    made = names["SetKey"]
    data = {"a": 1}
    waiting = made(data, "a", 2)
    if data != {"a": 1}:
        return "too-early"
    data["a"] = 5
    waiting.execute()
    if data != {"a": 2}:
        return "too-early"
    waiting.undo()
    if data != {"a": 5}:
        return "not-as-before"
    for before in (ABSENT, None, 0, "x"):
        data = {"other": 1} if before is ABSENT else {"other": 1, "key": before}
        known = dict(data)
        command = made(data, "key", "new")
        command.execute()
        if data.get("key") != "new":
            return "too-early"
        command.undo()
        if data != known:
            return "not-as-before"
    return None
