"""`status` says who one is before what one may do."""


def check(source, names):
    """None when each case gets its own status."""
    status = names["status"]
    mine = {"owner": 7}
    if status(None, mine) != 401 or status(None, None) != 401:
        return "anonymous"
    if status({"id": 7}, mine) != 200:
        return "owner"
    if status({"id": 8}, None) != 404:
        return "missing"
    return None if status({"id": 8}, mine) in (403, 404) and status({"id": 7}, {"owner": 8}) in (403, 404) else "stranger"
