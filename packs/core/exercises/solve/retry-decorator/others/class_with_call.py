import functools


class retry:
    def __init__(self, times, on):
        if times < 1:
            raise ValueError(f"times must be at least 1, not {times}")
        self.times = times
        self.on = on

    def __call__(self, function):
        return functools.wraps(function)(lambda *args, **kwargs: self._call(function, args, kwargs))

    def _call(self, function, args, kwargs):
        left = self.times
        while True:
            left -= 1
            try:
                return function(*args, **kwargs)
            except self.on:
                if not left:
                    raise
