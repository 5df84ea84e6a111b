def drive(times):
    """A supplier that answers at the very last attempt."""
    calls = 0

    @retry(times, ConnectionError)
    def fetch():
        nonlocal calls
        calls += 1
        if calls < times:
            raise ConnectionError("dropped")
        return "answer"

    return fetch(), calls
