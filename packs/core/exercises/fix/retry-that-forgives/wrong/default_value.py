from functools import wraps


def retry(times, default=""):
    def decorate(function):
        @wraps(function)
        def tried(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except ConnectionError:
                    print(f"attempt {attempt} failed")
            return default

        return tried

    return decorate


def call_counted(times, failures):
    calls = []

    @retry(times)
    def charge():
        calls.append(1)
        if len(calls) <= failures:
            raise ConnectionError(f"provider is down ({len(calls)})")
        return "charged"

    return charge(), len(calls)
