"""Shows the claims of the answer about the default build of CPython.

Run on 3.11.7, 3.12.1 and 3.13.0. The branches for 3.14 follow its documentation: incremental in 3.14.0 to 3.14.4, generational again from 3.14.5.
The free-threaded build has another collector, without generations, and is left out.
"""

import gc
import sys
import sysconfig
import weakref

DEFAULT_BUILD = sys.implementation.name == "cpython" and not sysconfig.get_config_var("Py_GIL_DISABLED")
INCREMENTAL = (3, 14, 0) <= sys.version_info[:3] <= (3, 14, 4)

started = []


def note(phase, info):
    if phase == "start":
        started.append(info["generation"])


class Node:
    other = None


def make_cycle():
    first, second = Node(), Node()
    first.other, second.other = second, first
    return weakref.ref(first)


gc.collect()
gc.callbacks.append(note)

# Reference counting alone: freed on the line where the last reference goes, with the collector off and not run once.
gc.disable()
assert not gc.isenabled()
node = Node()
alias = node
watch = weakref.ref(node)
before = sys.getrefcount(node)
holder = [node]
assert sys.getrefcount(node) == before + 1
del holder, node
assert watch() is not None, "alias still refers to it: del removes a name"
del alias
assert watch() is None and started == []

# A cycle holds itself up; only the collector takes it away, and gc.collect works with the automatic runs off.
lost = make_cycle()
assert lost() is not None
assert gc.collect() >= 2, "it says how many objects it could not reach"
assert lost() is None


# A caught exception kept in a local variable is such a cycle: frame, exception, traceback, frame.
def keeps_error():
    marker = Node()
    try:
        raise ValueError("kept")
    except ValueError as error:
        saved = error
    assert saved.__traceback__.tb_frame.f_locals["marker"] is marker
    return weakref.ref(marker)


kept = keeps_error()
assert kept() is not None
gc.collect()
assert kept() is None

# A weak reference does not count, so a parent known weakly by its child closes no cycle.
parent, child = Node(), Node()
parent.other, child.other = child, weakref.ref(parent)
watch = weakref.ref(parent)
del parent
assert watch() is None

# Only containers are tracked.
assert gc.is_tracked([]) and gc.is_tracked(Node())
assert not any(gc.is_tracked(atom) for atom in (7, 2.5, "text", b"bytes", None))

# Objects of a cycle with __del__ are collected too, and __del__ is called.
closed = []


class Closing:
    def __init__(self):
        self.itself = self

    def __del__(self):
        closed.append(True)


Closing()
assert closed == []
gc.collect()
assert closed == [True]

# The threshold: net container allocations decide. What comes and goes does not add up, and strings are not counted at all.
if DEFAULT_BUILD:
    assert gc.get_threshold()[0] == (2000 if sys.version_info >= (3, 13) else 700)
    gc.enable()

    gc.collect()
    started.clear()
    for _ in range(50_000):
        [[]]
    assert started == [], "as many freed as made"

    strings = [str(number) for number in range(50_000)]
    assert started == [], "a string is no container"

    lists = [[number] for number in range(50_000)]
    assert len(started) >= 5, started
    started.clear()

    # The count goes up with a new container and down when one goes.
    gc.disable()
    gc.collect()
    count = gc.get_count()[0]
    more = [Node() for _ in range(300)]
    assert gc.get_count()[0] - count >= 300
    del more
    assert gc.get_count()[0] - count < 50

    # A higher threshold means fewer runs.
    del lists
    usual = gc.get_threshold()
    gc.set_threshold(1_000_000)
    gc.enable()
    gc.collect()
    started.clear()
    lists = [[number] for number in range(50_000)]
    assert started == []
    gc.set_threshold(*usual)
    gc.disable()
    del lists, strings


# Generations: the object is born in the youngest, and what survives moves on.
def generation_of(thing):
    return next(age for age in range(3) if any(thing is other for other in gc.get_objects(generation=age)))


if DEFAULT_BUILD:
    newborn = Node()
    assert generation_of(newborn) == 0
    gc.collect(0)
    assert generation_of(newborn) == (2 if INCREMENTAL else 1)
    gc.collect(1)
    if not INCREMENTAL:
        assert generation_of(newborn) == 2
    del newborn

# The youngest is looked at most often; with a large heap of old objects a full collection waits until a quarter as many have been added.
if DEFAULT_BUILD and not INCREMENTAL:
    old = [[] for _ in range(200_000)]
    gc.collect()
    gc.set_threshold(500, 2, 2)
    started.clear()
    gc.enable()
    new = [[] for _ in range(20_000)]
    gc.disable()
    assert started.count(0) > started.count(1) > 0 and started.count(2) == 0, started
    gc.enable()
    new += [[] for _ in range(100_000)]
    gc.disable()
    assert started.count(2) >= 1
    gc.set_threshold(*usual)
    del old, new

# Frozen objects are left alone even by a full collection, until unfreeze.
gc.collect()
forgotten = make_cycle()
gc.freeze()
if DEFAULT_BUILD:
    assert gc.get_freeze_count() > 0
    gc.collect()
    assert forgotten() is not None
gc.unfreeze()
gc.collect()
assert forgotten() is None

gc.callbacks.remove(note)
gc.enable()
