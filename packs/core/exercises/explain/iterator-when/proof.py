"""Shows every claim of the answer; nothing here depends on the version, from 3.11 on."""


class Tree:
    def __init__(self, name, *children):
        self.name, self.children = name, children

    def __iter__(self):
        yield self.name
        for child in self.children:
            yield from child


# One loop for a list, a tree and a text: the way through is the collection's business.
def first_three(names):
    found = []
    for name in names:
        found.append(name)
        if len(found) == 3:
            break
    return found


tree = Tree("a", Tree("b", Tree("c")), Tree("d"))
assert first_three(["x", "y"]) == ["x", "y"] and first_three(tree) == ["a", "b", "c"] and first_three("wxyz") == ["w", "x", "y"]

# The protocol, by hand: iter once, next until StopIteration.
found, walk = [], iter([1, 2])
while True:
    try:
        found.append(next(walk))
    except StopIteration:
        break
assert found == [1, 2]
assert iter(walk) is walk, "an iterator is its own iterator"
assert not hasattr(tree, "__len__") and not hasattr(walk, "__getitem__")

# Exhausted stays exhausted, and quietly; an iterable makes a new one.
assert list(walk) == [] and list(walk) == []
assert list(tree) == list(tree) == ["a", "b", "c", "d"]
generator = (number for number in (1, 2, 3))
assert sum(generator) == 6 and sum(generator) == 0

# Two loops over one iterator share the position.
pair = iter([1, 2, 3, 4])
assert list(zip(pair, pair)) == [(1, 2), (3, 4)]

# Errors come out where it is consumed.
lazy = (1 // number for number in (1, 0))
assert next(lazy) == 1
try:
    next(lazy)
except ZeroDivisionError:
    pass
else:
    raise AssertionError("the division happens only now")

# Changed on the way: a dictionary says so, a list doesn't.
known = {"a": 1}
try:
    for key in known:
        known[key + "x"] = 2
except RuntimeError:
    pass
else:
    raise AssertionError("a dictionary notices")
