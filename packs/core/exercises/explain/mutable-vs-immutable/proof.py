"""Shows every claim of the answer."""

import dataclasses
import sys
import types

# n += 1 makes another object and moves the name; whoever holds the first one sees nothing.
n = 1_000_000
kept = n
n += 1
assert n is not kept and kept == 1_000_000

# items += [1] changes the list in place: one identity, and every name sees it.
items = [0]
other = items
before = id(items)
items += [1]
assert id(items) == before and other is items and other == [0, 1]

# items = items + [2] is another story: a new list.
items = items + [2]
assert items == [0, 1, 2] and other == [0, 1]

# Which is which.
for mutable in ([], {}, set(), bytearray()):
    assert type(mutable).__hash__ is None
for immutable in (1, 2.5, True, None, "text", b"bytes", (), frozenset(), range(3)):
    hash(immutable)
    for method in ("append", "add", "update", "__setitem__", "__delitem__", "__iadd__", "__ior__"):
        assert not hasattr(immutable, method)

# The methods of a string return another string.
name = "ada"
assert name.upper() == "ADA" and name == "ada"
try:
    name[0] = "A"
except TypeError:
    pass
else:
    raise AssertionError("a string has no item assignment")


# Arguments: the function gets the very object, whatever its type. Mutation shows outside, rebinding does not.
def same(thing):
    return thing


for thing in (1_000_000, "text", (1,), [1], {}):
    assert same(thing) is thing


def mutates(basket):
    basket.append("bread")


def rebinds(basket):
    basket = basket + ["milk"]
    return basket


basket = []
mutates(basket)
assert basket == ["bread"]
assert rebinds(basket) == ["bread", "milk"] and basket == ["bread"]


# A default value is evaluated once, when def runs.
def collect(item, into=[]):  # noqa: B006 - what is being shown
    into.append(item)
    return into


assert collect(1) == [1] and collect(2) == [1, 2]
assert collect.__defaults__ == ([1, 2],)


def collect_well(item, into=None):
    if into is None:
        into = []
    into.append(item)
    return into


assert collect_well(1) == [1] and collect_well(2) == [2]


# The same mistake in other clothes: a list on the class, fromkeys, a list multiplied.
class Team:
    members = []  # noqa: RUF012


Team().members.append("ada")
assert Team().members == ["ada"]
table = dict.fromkeys("ab", [])
table["a"].append(1)
assert table["b"] == [1]
grid = [[0] * 2] * 2
grid[0][0] = 1
assert grid == [[1, 0], [1, 0]]

# Keys must be hashable: a list is not, and neither is a tuple that holds one.
for key in ([1], {}, (1, [2])):
    try:
        {key: "value"}
    except TypeError:
        pass
    else:
        raise AssertionError("no such key")
assert {(1, 2): "a", frozenset({3}): "b"}[(1, 2)] == "a"


# A key whose hash changes while it is in the dict gets lost.
class Tag:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return self.text == other.text

    def __hash__(self):
        return self.text


tag = Tag(1)
prices = {tag: 10}
tag.text = 2
assert tag not in prices and Tag(1) not in prices and len(prices) == 1 and list(prices) == [tag]

# A tuple fixes its slots, not what stands in them.
record = ("ada", [])
record[1].append("admin")
assert record == ("ada", ["admin"])
try:
    record[1] += ["editor"]
except TypeError:
    pass
else:
    raise AssertionError("the assignment to the slot must fail")
assert record == ("ada", ["admin", "editor"]), "the list had been extended before the assignment failed"

# Immutable is a property of the object; any name can be bound again.
point = (1, 2)
point = "something else"
assert point == "something else"


# Memory: a tuple is smaller than a list, and one made of constants is built once, with the code.
def constant_tuple():
    return (1, 2, 3)


def fresh_list():
    return [1, 2, 3]


assert sys.getsizeof((1, 2, 3)) < sys.getsizeof([1, 2, 3])
assert fresh_list() is not fresh_list()
if sys.implementation.name == "cpython":
    assert constant_tuple() is constant_tuple()
    small = int("7")
    assert small is int("7"), "small integers are kept, an economy that is possible because they are immutable"


# What one writes: frozen dataclasses are hashable, mutable ones are not and refuse a list as a default.
@dataclasses.dataclass(frozen=True)
class Frozen:
    x: int


@dataclasses.dataclass
class Open:
    x: int


assert {Frozen(1): "a"}[Frozen(1)] == "a"
try:
    Frozen(1).x = 2
except dataclasses.FrozenInstanceError:
    pass
else:
    raise AssertionError("frozen")
assert Open.__hash__ is None
try:
    dataclasses.make_dataclass("Wrong", [("items", list, [])])
except ValueError:
    pass
else:
    raise AssertionError("a dataclass refuses a list as default")

# A read-only view of a dict: it stops writers, and shows the owner's changes.
owned = {"a": 1}
view = types.MappingProxyType(owned)
try:
    view["a"] = 2
except TypeError:
    pass
else:
    raise AssertionError("read-only")
owned["a"] = 3
assert view["a"] == 3
