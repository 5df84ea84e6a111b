from functools import wraps


def cached(function):
    """Remember the answers to questions that were asked before."""
    answers = {}

    @wraps(function)
    def ask(*args, **kwargs):
        key = (args, tuple(sorted(kwargs.items())))
        if key not in answers:
            answers[key] = function(*args, **kwargs)
        return answers[key]

    return ask


def quotes(requests):
    """The answers to all requests, (args, kwargs) each, and how often the slow function was called."""
    calls = []

    @cached
    def quote(width, height=1, *, urgent=False):
        calls.append(1)
        return width * height * (3 if urgent else 2)

    return [quote(*args, **kwargs) for args, kwargs in requests], len(calls)
