import functools


def retry(times, on):
    if times < 1:
        raise ValueError("times must be at least 1")

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            result = None
            for attempt in range(1, times + 1):
                try:
                    result = function(*args, **kwargs)
                    if result:
                        return result
                except on:
                    if attempt == times:
                        raise
            return result

        return wrapper

    return decorate
