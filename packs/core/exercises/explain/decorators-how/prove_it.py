"""`repeat(times)` gives a decorator; nothing of the function runs before it is called."""


def check(source, names):
    """None when it repeats, passes arguments on, keeps the name and waits for the call."""
    repeat, calls = names["repeat"], []

    def work(first, *, second=0):
        """Work."""
        calls.append((first, second))
        return first + second + len(calls)

    made = repeat(3)(work)
    if calls:
        return "too-early"
    if made is work or made(10, second=5) != [16, 17, 18] or calls != [(10, 5)] * 3:
        return "results"
    if repeat(1)(work)(0) != [4] or made(0) != [5, 6, 7]:
        return "results"
    return None if made.__name__ == "work" and made.__doc__ == "Work." else "name"
