"""Shows every claim of the answer; the connection is a stand-in that writes down what it is told."""

from contextlib import ExitStack, contextmanager, suppress


class Resource:
    def __init__(self, log, name="", suppresses=False, fails=False):
        self.log, self.name, self.suppresses, self.fails = log, name, suppresses, fails

    def __enter__(self):
        if self.fails:
            raise OSError("cannot open")
        self.log.append("enter" + self.name)
        return "the value"

    def __exit__(self, kind, error, trace):
        self.log.append("exit" + self.name)
        self.seen = (kind, error, trace)
        return self.suppresses


# The pair of calls; `as` binds what __enter__ returned, and the name outlives the block.
log = []
with Resource(log) as got:
    log.append("body")
assert log == ["enter", "body", "exit"]
assert got == "the value" and not isinstance(got, Resource)


# Released however one leaves.
def leaves_by_return(log):
    with Resource(log):
        return "answer"


log = []
assert leaves_by_return(log) == "answer" and log == ["enter", "exit"]

log = []
for _ in range(3):
    with Resource(log):
        break
assert log == ["enter", "exit"]

log = []
manager = Resource(log)
error = ValueError("inside")
try:
    with manager:
        raise error
except ValueError as caught:
    assert caught is error
else:
    raise AssertionError("with catches nothing by itself")
assert log == ["enter", "exit"]

# What __exit__ receives, and what its answer means.
kind, value, trace = manager.seen
assert kind is ValueError and value is error and trace is not None
manager = Resource([])
with manager:
    pass
assert manager.seen == (None, None, None)

manager = Resource([], suppresses=True)
with manager:
    raise ValueError("gone")
assert manager.seen[0] is ValueError
with suppress(KeyError):
    {}["missing"]


# The transaction of the answer.
class Cursor:
    def __init__(self, log):
        self.log = log

    def execute(self, text):
        self.log.append(text)

    def close(self):
        self.log.append("close")


class Connection:
    def __init__(self):
        self.log = []

    def cursor(self):
        return Cursor(self.log)

    def commit(self):
        self.log.append("commit")

    def rollback(self):
        self.log.append("rollback")


@contextmanager
def transaction(connection):
    cursor = connection.cursor()
    try:
        yield cursor
    except BaseException:
        connection.rollback()
        raise
    else:
        connection.commit()
    finally:
        cursor.close()


connection = Connection()
with transaction(connection) as cursor:
    cursor.execute("insert")
assert connection.log == ["insert", "commit", "close"]

for kind in (ValueError, KeyboardInterrupt):
    connection = Connection()
    try:
        with transaction(connection) as cursor:
            cursor.execute("insert")
            raise kind("half done")
    except kind:
        assert connection.log == ["insert", "rollback", "close"]
    else:
        raise AssertionError("the caller must hear about it")

# Without a try around the yield the cleanup is lost: the exception appears at the yield.
flags = []


@contextmanager
def careless():
    flags.append("set")
    yield
    flags.remove("set")


with careless():
    assert flags == ["set"]
assert flags == []
try:
    with careless():
        raise ValueError
except ValueError:
    assert flags == ["set"]
else:
    raise AssertionError("the error must go on")

reappeared = []


@contextmanager
def watching():
    try:
        yield
    except ValueError as error:
        reappeared.append(error)


with watching():
    raise ValueError("seen at the yield")
assert str(reappeared[0]) == "seen at the yield"

# A failing __enter__: __exit__ is not called.
log = []
try:
    with Resource(log, fails=True):
        log.append("body")
except OSError:
    assert log == []
else:
    raise AssertionError("the error of __enter__ must come out")

# Several are left in reverse order; ExitStack does so for a number known at run time.
log = []
with Resource(log, " a"), Resource(log, " b"):
    pass
assert log == ["enter a", "enter b", "exit b", "exit a"]

log = []
try:
    with ExitStack() as stack:
        for name in (" a", " b", " c"):
            stack.enter_context(Resource(log, name, fails=name == " c"))
except OSError:
    assert log == ["enter a", "enter b", "exit b", "exit a"]
else:
    raise AssertionError("the third cannot be opened")


# async with uses __aenter__ and __aexit__; driven by hand, no event loop is needed.
class Session:
    async def __aenter__(self):
        return log.append("aenter")

    async def __aexit__(self, *what):
        log.append("aexit")


async def fetch():
    async with Session():
        log.append("body")


log = []
work = fetch()
try:
    work.send(None)
except StopIteration:
    assert log == ["aenter", "body", "aexit"]
else:
    raise AssertionError("nothing here waits")
