import functools
import threading


def once(function):
    lock = threading.Lock()
    results = []

    @functools.wraps(function)
    def wrapper():
        with lock:
            if not results:
                results.append(function())
            return results[0]

    def reset():
        with lock:
            results.clear()

    wrapper.reset = reset
    return wrapper
