from contextlib import contextmanager
@contextmanager
def transaction(log):
    yield log
    log.append("commit")
