"""Functions of known cost in the real engine: a dozen always, all of them in `dev.py prove`."""

import re
from collections import Counter

import pytest

from sparring.judge.growth import CLASSES, UNDECIDED, Declared, Inputs, Subject, exceeds, measure_growth
from sparring.judge.growth.tests.labelled import AFTERWARDS, BENDS, FRESH, HELD_OUT, INTERVIEWS, LABELLED, TUNED

SAMPLE = """first bisect_in_c binary_search_by_slices duplicate_by_set merge_sort in_c queue_with_pop_zero duplicate_by_pairs
prepended sorted_anew_for_each product fibonacci squares_listed_and_summed doubled_one_by_one""".split()

RIGHT = 0.97


def measured(pool, item, **options):
    return measure_growth(pool, Subject({"solution.py": item.source}, item.name), Inputs(item.generator), **options)


@pytest.mark.parametrize("item", [item for item in LABELLED if item.name in SAMPLE], ids=lambda item: item.name)
def test_a_dozen(pool, item):
    assert measured(pool, item).time.growth == item.label


@pytest.mark.parametrize("name", ["total_of_squares_lazily", "total_of_neighbours_listed"])
def test_a_generator_takes_no_memory_and_a_list_does(pool, name):
    item = next(item for item in LABELLED if item.name == name)
    assert measured(pool, item, memory=True).memory.growth == item.memory


def test_the_same_program_has_the_same_curve(pool):
    item = next(item for item in LABELLED if item.name == "dijkstra")
    assert measured(pool, item).time == measured(pool, item).time


def test_a_generator_function_is_run_to_its_end(pool):
    source = "def f(n):\n    for i in range(n):\n        yield i\n"
    found = measure_growth(pool, Subject({"solution.py": source}, "f"), Inputs("def generate(n):\n    return n\n"))
    assert found.time.growth == "n"


def test_a_coroutine_is_run_to_its_end(pool):
    source = "async def one(i):\n    return i\nasync def f(n):\n    return sum([await one(i) for i in range(n)])\n"
    subject, plain = (Subject({"solution.py": text}, "f") for text in (source, "def f(n):\n    return sum(range(n))\n"))
    found = measure_growth(pool, subject, Inputs("def generate(n):\n    return n\n"), model=plain)
    assert (found.time.growth, found.unlike) == ("n", None)


def test_a_generator_that_hangs_is_named(pool):
    source = "def generate(n):\n    while True: pass\n"
    found = measure_growth(pool, Subject({"solution.py": "def f(n): return n\n"}, "f"), Inputs(source))
    assert (found.time.growth, found.time.ended, found.time.detail) == (UNDECIDED, "generator", "time-limit")


def test_a_driver_sees_the_programs_names(pool):
    source = "class Stack(list):\n    def pull(self):\n        return self.pop(0)\n"
    driver = "def drive(n):\n    stack = Stack(range(n))\n    while stack:\n        stack.pull()\n"
    found = measure_growth(pool, Subject({"solution.py": source}, "Stack", driver=driver), Inputs("def generate(n, random): return (n,)"))
    assert found.time.growth == "n^2"


CACHE = """
from collections import OrderedDict
class Cache:
    def __init__(self, capacity):
        self.capacity, self._entries = capacity, OrderedDict()
    def get(self, key, default=None):
        if key not in self._entries:
            return default
        self._entries.move_to_end(key)
        return self._entries[key]
    def put(self, key, value):
        self._entries[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self.capacity:
            self._entries.popitem(last=False)
"""
USED = """
def drive(capacity, operations):
    cache = Cache(capacity)
    for operation, key in operations:
        cache.put(key, key) if operation == "put" else cache.get(key)
"""
FULL = """
def generate(n, random):
    operations = [("put", key) for key in range(n)]
    for step in range(n):
        operations += [("get", n + step - 1), ("put", n + step), ("get", random.randrange(step + 1, n + step + 1))]
    return n, operations
"""


def test_a_class_whose_loading_costs_now_more_now_less_hides_nothing(pool):
    subject = Subject({"solution.py": CACHE}, "Cache", driver=USED)
    found = measure_growth(pool, subject, Inputs(FULL), (125, 250, 500, 1000), declared=Declared("n"))
    assert found.time.growth == "n"


HEAVY = {
    "5 M": "import dataclasses\n",
    "20 M": "import dataclasses\n@dataclasses.dataclass(frozen=True, order=True)\nclass A:\n    a: int\n    b: int = 0\n",
    "60 M": "from dataclasses import dataclass, field\nfrom enum import Enum\n"
    + "".join(
        f"@dataclass(frozen=True, order=True)\nclass C{i}:\n    a: int\n    b: int = 0\n    c: list = field(default_factory=list)\n"
        for i in range(4)
    ),
}
BEHIND = {
    "summed": ("n", "def f(xs, x):\n    t = 0\n    for y in xs:\n        t += y\n    return t\n"),
    "searched": (
        "log n",
        """
def f(xs, x):
    low, high = 0, len(xs)
    while low < high:
        middle = (low + high) // 2
        if xs[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low
""",
    ),
    "looked up": ("1", "def f(xs, x):\n    return len(xs) + xs[x]\n"),
}


@pytest.mark.parametrize("work", BEHIND)
@pytest.mark.parametrize("module", [pytest.param(name, marks=[] if name == "60 M" else [pytest.mark.prove]) for name in HEAVY])
def test_a_module_that_takes_much_to_load_is_judged_by_what_its_function_does(pool, module, work):
    label, source = BEHIND[work]
    found = measure_growth(
        pool,
        Subject({"solution.py": HEAVY[module] + source}, "f"),
        Inputs("def generate(n): return (list(range(n)), n // 3)"),
        declared=Declared(label),
    )
    assert found.time.growth == label


def test_an_exception_is_told(pool):
    found = measure_growth(pool, Subject({"solution.py": "def f(n): return n / 0"}, "f"), Inputs("def generate(n): return n"))
    assert found.time.growth == UNDECIDED
    assert "ZeroDivisionError" in found.time.detail


@pytest.mark.prove
def test_all_of_them(pool):
    found = {item.name: measured(pool, item).time.growth for item in LABELLED}
    wrong = [(item.name, item.label, found[item.name]) for item in LABELLED if found[item.name] != item.label]
    assert not [item for item in wrong if exceeds(item[2], item[1])]
    assert len(wrong) <= (1 - RIGHT) * len(LABELLED), wrong


def test_the_labels_cover_every_class():
    counts = Counter(item.label for item in LABELLED)
    assert set(counts) == set(CLASSES)
    assert min(counts.values()) >= 5
    assert (
        len(TUNED) + len(HELD_OUT) + len(FRESH) + len(INTERVIEWS) + len(AFTERWARDS) + len(BENDS)
        == len(LABELLED)
        == len({item.name for item in LABELLED})
    )


def test_every_function_is_sent_without_our_decorator():
    for item in LABELLED:
        assert f"def {item.name}(" in item.source
        assert re.search(r"^def generate\(n", item.generator, re.MULTILINE)
        assert "labelled(" not in item.source
