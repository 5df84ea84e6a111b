import functools


def retry(times, on):
    """Keeps every exception so as to raise the last: all their tracebacks stay alive with them."""
    if times < 1:
        raise ValueError("times must be at least 1")

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            errors = []
            while len(errors) < times:
                try:
                    return function(*args, **kwargs)
                except on as error:
                    errors.append(error)
            raise errors[-1]

        return wrapper

    return decorate
