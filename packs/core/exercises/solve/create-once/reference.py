import functools
import threading


def once(function):
    """Check, lock, check again: whoever waited for the lock finds the result."""
    lock = threading.Lock()
    results = []

    @functools.wraps(function)
    def wrapper():
        if not results:
            with lock:
                if not results:
                    results.append(function())
        return results[0]

    wrapper.reset = results.clear
    return wrapper
