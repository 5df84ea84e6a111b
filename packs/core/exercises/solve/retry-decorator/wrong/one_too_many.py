import functools


def retry(times, on):
    if times < 1:
        raise ValueError("times must be at least 1")

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            retries = 0
            while True:
                try:
                    return function(*args, **kwargs)
                except on:
                    retries += 1
                    if retries > times:
                        raise

        return wrapper

    return decorate
