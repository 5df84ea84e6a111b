"""`transaction(log)` is a context manager that commits or rolls back, and swallows nothing."""


def check(source, names):
    """None when it does in every way out of the block."""
    transaction = names["transaction"]
    fine, early, failed = [], [], []
    with transaction(fine):
        fine.append("work")
    leave(transaction, early)
    if fine.count("commit") != 1 or fine[-1] != "commit" or early.count("commit") != 1 or "rollback" in fine + early:
        return "no-commit"
    for error in (ValueError("a"), KeyboardInterrupt()):
        try:
            with transaction(failed):
                raise error
        except BaseException as caught:
            if caught is not error:
                return "swallowed"
        else:
            return "swallowed"
    return None if failed.count("rollback") == 2 and "commit" not in failed else "no-rollback"


def leave(transaction, log):
    """Leave the block in the middle of it."""
    with transaction(log):
        return
