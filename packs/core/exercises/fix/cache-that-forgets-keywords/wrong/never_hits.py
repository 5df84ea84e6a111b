def cached(function):
    answers = {}
    kept = []

    def ask(*args, **kwargs):
        kept.append(kwargs)
        key = (args, id(kwargs))
        if key not in answers:
            answers[key] = function(*args, **kwargs)
        return answers[key]

    return ask


def quotes(requests):
    calls = []

    @cached
    def quote(width, height=1, *, urgent=False):
        calls.append(1)
        return width * height * (3 if urgent else 2)

    return [quote(*args, **kwargs) for args, kwargs in requests], len(calls)
