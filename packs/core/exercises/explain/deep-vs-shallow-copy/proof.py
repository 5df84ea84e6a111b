"""Shows every claim of the answer."""

import copy
import dataclasses
import io
import json
import sys

# The three lines of the question: the token has ended up in the defaults.
DEFAULTS = {"timeout": 5, "headers": {"accept": "json"}}
settings = DEFAULTS.copy()
settings["headers"]["token"] = "secret"
settings["timeout"] = 30
assert DEFAULTS == {"timeout": 5, "headers": {"accept": "json", "token": "secret"}}
assert settings is not DEFAULTS and settings["headers"] is DEFAULTS["headers"]

# Assignment binds a name and makes nothing.
first = [1, 2]
second = first
second.append(3)
assert first == [1, 2, 3] and second is first

# All of these are shallow: a new container outside, the same elements inside.
rows = [[1], [2]]
for shallow in (list(rows), rows[:], rows.copy(), copy.copy(rows), [*rows], [row for row in rows]):
    assert shallow == rows and shallow is not rows
    assert all(mine is theirs for mine, theirs in zip(shallow, rows))
table = {"a": []}
for shallow in (dict(table), {**table}, table | {}, copy.copy(table)):
    assert shallow is not table and shallow["a"] is table["a"]

# Rebinding a slot stays in the copy; mutating what is inside shows on both sides.
shallow = rows.copy()
shallow[0] = "mine"
assert rows == [[1], [2]]
shallow[1].append("both")
assert rows == [[1], [2, "both"]]

# A deep copy goes down to the bottom.
original = {"a": [{"b": [1]}]}
deep = copy.deepcopy(original)
deep["a"][0]["b"].append(2)
assert original == {"a": [{"b": [1]}]}
assert deep["a"] is not original["a"] and deep["a"][0] is not original["a"][0]

# The memo: an object met twice is copied once, and a cycle ends.
shared = ["shared"]
pair = copy.deepcopy([shared, shared])
assert pair[0] is pair[1] and pair[0] is not shared
loop = ["loop"]
loop.append(loop)
turned = copy.deepcopy(loop)
assert turned is not loop and turned[1] is turned

# What is immutable all the way down is given back as it is; a tuple is copied only if something in it was.
for atom in (7, "text", b"bytes", None, len, int, (1, ("a", 2))):
    assert copy.deepcopy(atom) is atom and copy.copy(atom) is atom
mixed = (1, [2])
assert copy.copy(mixed) is mixed and mixed[:] is mixed and tuple(mixed) is mixed
assert copy.deepcopy(mixed) is not mixed and copy.deepcopy(mixed)[1] is not mixed[1]


# The cost: a shallow copy of n rows visits none of them, a deep copy all; and it drags along whatever they refer to.
class Row:
    visits = 0

    def __init__(self, catalogue):
        self.catalogue = catalogue

    def __deepcopy__(self, memo):
        Row.visits += 1
        return Row(copy.deepcopy(self.catalogue, memo))


catalogue = {"bread": [2]}
many = [Row(catalogue) for _ in range(1000)]
copy.copy(many)
assert Row.visits == 0
deep = copy.deepcopy(many)
assert Row.visits == 1000
assert deep[0].catalogue is not catalogue, "the whole catalogue came along"
assert deep[0].catalogue is deep[999].catalogue, "once, thanks to the memo"

# Some things refuse.
for refuses in ((number for number in range(3)), io.TextIOWrapper(io.BytesIO())):
    try:
        copy.deepcopy(["kept", refuses])
    except TypeError:
        pass
    else:
        raise AssertionError("this cannot be copied")


# The usual way of copying an object takes over its attributes and calls no __init__.
class Counted:
    made = 0

    def __init__(self):
        Counted.made += 1
        self.items = []


counted = Counted()
twin, clone = copy.copy(counted), copy.deepcopy(counted)
assert Counted.made == 1
assert twin.items is counted.items and clone.items is not counted.items


# A class decides for itself: the connection is kept, the rest copied.
class Job:
    def __init__(self, connection, steps):
        self.connection, self.steps = connection, steps

    def __deepcopy__(self, memo):
        return Job(self.connection, copy.deepcopy(self.steps, memo))


job = Job(object(), [["load"]])
other = copy.deepcopy(job)
assert other.connection is job.connection and other.steps[0] is not job.steps[0]


# Building only what changes, instead of copying everything: replace is shallow too.
@dataclasses.dataclass(frozen=True)
class Order:
    number: int
    tags: tuple


order = Order(1, ("new",))
changed = dataclasses.replace(order, number=2)
assert changed == Order(2, ("new",)) and changed.tags is order.tags
fresh = {**DEFAULTS, "headers": {**DEFAULTS["headers"], "token": "other"}}
assert DEFAULTS["headers"]["token"] == "secret" and fresh["headers"]["token"] == "other"
assert hasattr(copy, "replace") == (sys.version_info >= (3, 13))

# JSON there and back is no deep copy: it changes types.
assert json.loads(json.dumps({1: (2, 3)})) == {"1": [2, 3]}
