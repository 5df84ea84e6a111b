import functools
import threading


def once(function):
    lock = threading.Lock()
    state = {"done": False, "result": None}

    @functools.wraps(function)
    def wrapper():
        with lock:
            if not state["done"]:
                state["done"] = True
                state["result"] = function()
            return state["result"]

    wrapper.reset = lambda: state.update(done=False)
    return wrapper
