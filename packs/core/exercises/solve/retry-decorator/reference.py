import functools


def retry(times, on):
    """Call the decorated function again, up to `times` times in all, when it raises one of `on`."""
    if times < 1:
        raise ValueError(f"times must be at least 1, not {times}")

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except on:
                    if attempt == times:
                        raise

        return wrapper

    return decorate
