import functools


def retry(times, on):
    """Call the decorated function again, up to `times` times in all, when it raises one of `on`."""

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return function(*args, **kwargs)

        return wrapper

    return decorate
