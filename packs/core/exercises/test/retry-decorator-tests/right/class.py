import functools
import time


class retry:
    def __init__(self, times, on=Exception, wait=0):
        if times < 1:
            raise ValueError("at least once")
        self.times, self.on, self.wait = times, on, wait

    def __call__(self, function):
        def wrapper(*args, **kwargs):
            failed = 0
            while True:
                try:
                    return function(*args, **kwargs)
                except self.on:
                    failed += 1
                    if failed >= self.times:
                        raise
                if self.wait > 0:
                    time.sleep(self.wait)

        return functools.update_wrapper(wrapper, function)
