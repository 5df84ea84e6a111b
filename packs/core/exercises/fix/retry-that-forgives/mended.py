from functools import wraps


def retry(times):
    """Try a function up to so many times before its exception is allowed out."""

    def decorate(function):
        @wraps(function)
        def tried(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except ConnectionError:
                    print(f"attempt {attempt} failed")
                    if attempt == times:
                        raise

        return tried

    return decorate


def call_counted(times, failures):
    """Call a function that fails `failures` times, with `times` attempts; its result and how often it was called."""
    calls = []

    @retry(times)
    def charge():
        calls.append(1)
        if len(calls) <= failures:
            raise ConnectionError(f"provider is down ({len(calls)})")
        return "charged"

    return charge(), len(calls)
