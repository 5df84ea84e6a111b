"""Shows every claim of the answer; the clock is a fake one, so that nothing has to wait."""

from functools import wraps

log = []


# @timed is an assignment after the def, made once; the wrapper runs at each call.
def timed(function):
    log.append(f"decorates {function.__name__}")

    def wrapper(*args, **kwargs):
        log.append("before")
        result = function(*args, **kwargs)
        log.append("after")
        return result

    return wrapper


@timed
def area(width, height=1):
    """The area of a rectangle."""
    return width * height


assert log == ["decorates area"]
assert area(3, height=4) == 12 and area(2) == 2
assert log == ["decorates area", "before", "after", "before", "after"]


def perimeter(width, height):
    return 2 * (width + height)


plain = perimeter
code = plain.__code__
perimeter = timed(perimeter)
assert perimeter is not plain and plain.__code__ is code  # the original is left as it was
assert perimeter(1, 2) == 6 and plain(1, 2) == 6

# The wrapper holds the original in its closure.
assert area.__closure__[0].cell_contents.__name__ == "area"

# Without wraps the name is the wrapper's.
assert area.__name__ == "wrapper" and area.__doc__ is None


def polite(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@polite
def volume(side):
    """The volume of a cube."""
    return side**3


assert volume.__name__ == "volume" and volume.__doc__ == "The volume of a cube."
assert volume.__wrapped__ is not volume and volume.__wrapped__(2) == volume(2) == 8


# With parameters: a call that returns the decorator.
def retry(times, on=Exception):
    log.append(f"retry({times})")

    def decorate(function):
        log.append("decorate")

        @wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except on:
                    if attempt == times:
                        raise

        return wrapper

    return decorate


log.clear()
tried = []


@retry(times=3, on=TimeoutError)
def fetch(fails):
    tried.append(fails)
    if len(tried) <= fails:
        raise TimeoutError(len(tried))
    return "page"


assert log == ["retry(3)", "decorate"]
assert fetch.__name__ == "fetch"
assert fetch(2) == "page" and len(tried) == 3
tried.clear()
try:
    fetch(5)
except TimeoutError as error:
    assert error.args == (3,) and len(tried) == 3
else:
    raise AssertionError("after three attempts the error must come out")


@retry(times=3, on=TimeoutError)
def broken():
    tried.append("broken")
    raise KeyError


tried.clear()
try:
    broken()
except KeyError:
    assert tried == ["broken"]
else:
    raise AssertionError("another error is not retried")

by_hand = retry(times=3)(len)
assert by_hand("four") == 4 and by_hand.__wrapped__ is len


# Forgetting the parentheses: the function takes the place of `times`, and a call gives a function back.
@retry
def careless():
    return "result"


assert callable(careless(print)) and careless.__name__ == "decorate"


# From the bottom up; on a call the outermost wrapper starts.
def tag(name):
    def decorate(function):
        log.append(f"apply {name}")

        @wraps(function)
        def wrapper():
            return f"<{name}>{function()}</{name}>"

        return wrapper

    return decorate


log.clear()


@tag("b")
@tag("i")
def text():
    return "hi"


assert log == ["apply i", "apply b"] and text() == "<b><i>hi</i></b>"

# What stands above a registering decorator is not registered: @login_required must stand below @app.route.
routes = {}


def route(path):
    def register(function):
        routes[path] = function
        return function

    return register


def login_required(function):
    @wraps(function)
    def wrapper():
        return "401"

    return wrapper


@login_required
@route("/open")
def exposed():
    return "secret"


@route("/closed")
@login_required
def guarded():
    return "secret"


assert routes["/open"]() == "secret" and routes["/closed"]() == "401"


# On an async def the plain wrapper only makes the coroutine: its try and its clock are over before the work starts.
class Wait:
    def __await__(self):
        yield


def finish(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as end:
        return end.value


log.clear()


@retry(times=3)
async def download():
    tried.append("download")
    await Wait()
    raise TimeoutError


tried.clear()
work = download()
assert tried == []
try:
    finish(work)
except TimeoutError:
    assert tried == ["download"]  # one attempt, not three
else:
    raise AssertionError("the error comes out at the await")


def retry_async(times, on):
    def decorate(function):
        @wraps(function)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return await function(*args, **kwargs)
                except on:
                    if attempt == times:
                        raise

        return wrapper

    return decorate


@retry_async(3, TimeoutError)
async def patient():
    tried.append("patient")
    await Wait()
    if len(tried) < 3:
        raise TimeoutError
    return "done"


tried.clear()
assert finish(patient()) == "done" and len(tried) == 3


# State kept in the decorator belongs to the function, and all its calls share it.
def counted(function):
    calls = 0

    @wraps(function)
    def wrapper():
        nonlocal calls
        calls += 1
        return calls

    return wrapper


@counted
def first(): ...


@counted
def second(): ...


assert (first(), first(), second()) == (1, 2, 1)
