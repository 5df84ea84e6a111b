import functools
import threading


def once(function):
    lock = threading.Lock()
    result = None

    @functools.wraps(function)
    def wrapper():
        nonlocal result
        with lock:
            if result is None:
                result = function()
            return result

    def reset():
        nonlocal result
        result = None

    wrapper.reset = reset
    return wrapper
