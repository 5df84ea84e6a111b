def inner():
    yield 1
    return "done"


def outer():
    got = yield from inner()
    yield got


print(list(outer()))
