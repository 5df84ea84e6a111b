import functools


def retry(times, on):
    if times < 1:
        raise ValueError("times must be at least 1")

    def decorate(function):
        attempt = 0

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal attempt
            while True:
                attempt += 1
                try:
                    return function(*args, **kwargs)
                except on:
                    if attempt >= times:
                        raise

        return wrapper

    return decorate
