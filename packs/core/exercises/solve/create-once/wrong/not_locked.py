import functools


def once(function):
    results = []

    @functools.wraps(function)
    def wrapper():
        if not results:
            results.append(function())
        return results[-1]

    wrapper.reset = results.clear
    return wrapper
