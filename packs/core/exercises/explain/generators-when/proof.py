"""Shows every claim of the answer, with a log that is made up as it is read."""

import heapq
import sys
from itertools import count, islice

MISSING = object()


# One value at a time, on request; local variables survive the pause.
events = []


def countdown(start):
    events.append("started")
    left = start
    while left:
        events.append(f"makes {left}")
        yield left
        left -= 1
    events.append("ended")


numbers = countdown(2)
assert events == []  # the call has run nothing of the body
assert next(numbers) == 2 and events == ["started", "makes 2"]
assert numbers.gi_frame.f_locals["left"] == 2
assert next(numbers) == 1 and events[-1] == "makes 1"
assert next(numbers, MISSING) is MISSING and events[-1] == "ended"


# One row in memory, whatever the size: rows alive at the same moment are counted.
class Row:
    alive = most = made = 0

    def __init__(self, status):
        self.status = status
        Row.made += 1
        Row.alive += 1
        Row.most = max(Row.most, Row.alive)

    def __del__(self):
        Row.alive -= 1


def reset():
    Row.alive = Row.most = Row.made = 0


def rows(n):
    for number in range(n):
        yield Row(500 if number % 10 == 0 else 200)


def errors(source):
    return sum(row.status == 500 for row in source)


for size in (100, 3000):
    reset()
    assert errors(rows(size)) == size // 10
    assert Row.most <= 3, Row.most  # the current one, and the one being handed over
    reset()
    assert errors(list(rows(size))) == size // 10
    assert Row.most == size

assert sys.getsizeof(n for n in range(10)) == sys.getsizeof(n for n in range(1_000_000))
assert sys.getsizeof([n for n in range(10)]) < sys.getsizeof([n for n in range(1000)])

# Stopping early: nobody computes what nobody asks for, and a stream may have no end.
reset()
assert any(row.status == 500 for row in rows(3000)) and Row.made == 1
assert list(islice((n * n for n in count(1)), 4)) == [1, 4, 9, 16]
assert next(n for n in count(100) if n % 7 == 0) == 105

# A pipeline: each row goes through all the stages before another is read.
trace = []


def read():
    for line in ("GET 200", "GET 500"):
        trace.append(f"read {line}")
        yield line


def parse(lines):
    for line in lines:
        trace.append(f"parse {line}")
        yield int(line.split()[1])


def failing(statuses):
    for status in statuses:
        trace.append(f"filter {status}")
        if status >= 500:
            yield status


assert list(failing(parse(read()))) == [500]
assert trace == ["read GET 200", "parse GET 200", "filter 200", "read GET 500", "parse GET 500", "filter 500"]

# Exhausted after one pass, silently.
squares = (n * n for n in range(4))
assert sum(squares) == 14
assert sum(squares) == 0 and list(squares) == []

# len, indexing and slicing need a list.
for attempt in (lambda g: len(g), lambda g: g[0], lambda g: g[:2]):
    try:
        attempt(n for n in range(3))
    except TypeError:
        pass
    else:
        raise AssertionError("a generator must refuse this")


# An argument error comes out at the first next, not at the call.
def batches(size):
    if size < 1:
        raise ValueError("size must be positive")
    yield [0] * size


bad = batches(0)
try:
    next(bad)
except ValueError as error:
    assert "positive" in str(error)
else:
    raise AssertionError("the error must come out here")

# Consumed whole, the computations are as many as for a list.
calls = []


def slow(n):
    calls.append(n)
    return n * 2


assert sum([slow(n) for n in range(50)]) == sum(range(0, 100, 2)) and len(calls) == 50
calls.clear()
assert sum(slow(n) for n in range(50)) == sum(range(0, 100, 2)) and len(calls) == 50


# sorted holds everything at once, nlargest ten (and the one in hand).
def sizes(n):
    for number in range(n):
        yield Row((number * 37) % n)


reset()
top = [row.status for row in sorted(sizes(1000), key=lambda row: -row.status)[:10]]
assert top == list(range(999, 989, -1)) and Row.most == 1000
reset()
best = heapq.nlargest(10, sizes(1000), key=lambda row: row.status)
assert [row.status for row in best] == top and Row.most <= 15, Row.most

# close raises GeneratorExit at the yield; a with in there cleans up.
log = []


class Connection:
    def __enter__(self):
        log.append("open")

    def __exit__(self, kind, error, trace):
        log.append(kind.__name__)


def query():
    with Connection():
        yield from range(5)


found = query()
for value in found:
    if value == 2:
        break
assert log == ["open"]
found.close()
assert log == ["open", "GeneratorExit"]
assert next(found, MISSING) is MISSING
