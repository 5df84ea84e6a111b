import time
from functools import wraps


def retry(times, on=Exception, wait=0):
    if not times >= 1:
        raise ValueError(f"{times} attempts make no sense")

    def around(function):
        @wraps(function)
        def attempt(*args, **kwargs):
            return again(times - 1, args, kwargs)

        def again(more, args, kwargs):
            try:
                return function(*args, **kwargs)
            except on:
                if not more:
                    raise
            if wait:
                time.sleep(wait)
            return again(more - 1, args, kwargs)

        return attempt

    return around
