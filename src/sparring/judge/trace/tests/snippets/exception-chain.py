def load(key):
    try:
        return {}[key]
    except KeyError as error:
        raise ValueError("no setting") from error


try:
    load("port")
except ValueError as problem:
    cause = problem.__cause__
    print(problem, type(cause).__name__)
