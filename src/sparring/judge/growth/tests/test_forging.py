"""Programs that hide their work from the measurement: it is found all the same, whatever they do to the harness."""

import pytest

from sparring.judge.growth import CLASSES, UNDECIDED, Inputs, Subject, costs_at, measure_growth
from sparring.judge.growth.subject import NAMES

LISTS = Inputs("def generate(n, random): return ([random.randrange(10 * n) for _ in range(n)],)")
SORT = """
def work(items):
    items = list(items)
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items
"""
HARNESS = """
import sys
def harness():
    frame = sys._getframe()
    while frame and '_decode' not in frame.f_globals:
        frame = frame.f_back
    return frame.f_globals
H = harness()
"""
HIDDEN = {
    "while arguments are bound": """
known = []
decode = H['_decode']
def decoding(tree):
    value = decode(tree)
    if type(value) is tuple and value and type(value[0]) is list:
        known.append(work(value[0]))
    return value
H['_decode'] = decoding
def f(items):
    return known[-1] if known else work(items)
""",
    "while it loads": """
space = H['_job'].namespace
known = work(space['_args'][0]) if '_args' in space else None
def f(items):
    return known if known is not None else work(items)
""",
    "while its function is named": """
execute = H['_exec']
known = []
def executing(code, space):
    if 'work' in space and '_args' in space and not known:
        known.append(work(space['_args'][0]))
    return execute(code, space)
H['_exec'] = executing
def f(items):
    return known[-1] if known else work(items)
""",
    "behind a dear baseline": """
execute = H['_exec']
def executing(code, space):
    if '_args' in space and space.get('_called') is not space.get('f'):
        work(space['_args'][0])
    return execute(code, space)
H['_exec'] = executing
def f(items):
    return work(items)
""",
}


SIZES = (64, 128, 256, 512)


def costs(pool, source):
    return [sample.cost for sample in costs_at(pool, Subject({"solution.py": source}, "f"), LISTS, SIZES)]


@pytest.mark.parametrize("way", HIDDEN)
def test_hidden_work_is_charged(pool, way):
    honest, forged = costs(pool, SORT + "f = work"), costs(pool, SORT + HARNESS + HIDDEN[way])
    # What the cheapest size took for loading is taken off at every size: the smallest size's own work, at most.
    assert all(got + NAMES > 0.95 * (right - honest[0]) for got, right in zip(forged, honest, strict=True))
    found = measure_growth(pool, Subject({"solution.py": SORT + HARNESS + HIDDEN[way]}, "f"), LISTS)
    assert found.time.growth in ("n^2", UNDECIDED, *CLASSES[CLASSES.index("n^2") :])


UNDONE = {
    "when the harness calls": """
def f(items):
    frame = sys._getframe(1)
    return None if frame.f_code.co_name == '_run' else work(items)
""",
    "when the harness is replaced": """
import sys
H['_job'].namespace['_run'] = lambda function, args: None
f = work
""",
    "when the input is large": """
def f(items):
    return items if len(items) > 30 else work(items)
""",
    "until somebody looks": """
encode = H['_encode']
def f(items):
    def later(value, limit):
        H['_encode'] = encode
        return encode(work(items), limit)
    H['_encode'] = later
    return []
""",
}


@pytest.mark.parametrize("way", UNDONE)
def test_work_that_is_not_done_decides_nothing(pool, way):
    forged = Subject({"solution.py": SORT + HARNESS + UNDONE[way]}, "f")
    model = Subject({"solution.py": "f = sorted"}, "f")
    assert measure_growth(pool, forged, LISTS).time.growth in CLASSES[:4]
    found = measure_growth(pool, forged, LISTS, model=model)
    assert (found.time.growth, found.time.ended) == (UNDECIDED, "not-done")


EQUAL = {
    "in another order": ("def f(items): return sorted(items, reverse=True)", "f = sorted"),
    "as a tuple": ("def f(items): return tuple(sorted(items))", "f = sorted"),
    "in floats": ("def f(items): return sum(x / 10 for x in items)", "def f(items): return sum(x / 10 for x in reversed(items))"),
    "in place": ("def f(items): items.sort()", "def f(items): items[:] = sorted(items)"),
    "item by item": ("def f(items):\n    for x in items: yield x", "def f(items): return iter(items)"),
}


@pytest.mark.parametrize("way", EQUAL)
def test_honest_results_agree(pool, way):
    source, model = (Subject({"solution.py": text}, "f") for text in EQUAL[way])
    found = measure_growth(pool, source, LISTS, model=model)
    assert found.time.growth in ("n", "n log n")
