import functools
import time


def retry(times, on=Exception, wait=0):
    if times < 1:
        raise ValueError("times must be at least 1")

    def decorate(function):
        @functools.wraps(function)
        def call(*args, **kwargs):
            for left in reversed(range(times)):
                try:
                    return function(*args, **kwargs)
                except on:
                    if left == 0:
                        raise
                    if wait > 0:
                        time.sleep(wait)

        return call

    return decorate
