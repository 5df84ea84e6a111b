import functools
def retry(times):
    def deco(function):
        calls = 0
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal calls
            for attempt in range(times):
                calls += 1
                try:
                    return function(*args, **kwargs)
                except ValueError:
                    continue
            return calls
        return wrapper
    return deco
@retry(2)
@functools.lru_cache(maxsize=None)
def f(x):
    if x < 0: raise ValueError(x)
    return x
a = f(1)
b = f(-1)
c = f.__name__
