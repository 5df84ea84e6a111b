"""Growth in seconds: what intervals decide, and that both engines that have a clock give them."""

from contextlib import closing

import pytest

from sparring.core.problem import JudgeError
from sparring.judge.growth import UNDECIDED, Inputs, Subject
from sparring.judge.growth.timed import agreed, measure_timed
from sparring.sandbox.native import PLAIN, NativeSandbox
from sparring.sandbox.own_machine import OwnMachine

SIZES = [1 << power for power in range(8, 18)]
LISTS = Inputs("def generate(n):\n    return [7] * n\n")


def intervals(cost, share=0.0):
    return [(n, round(cost(n)), round(cost(n) * (1 + share))) for n in SIZES]


@pytest.mark.parametrize(
    ("growth", "cost"), [("1", lambda n: 300), ("n", lambda n: 900 * n), ("n^2", lambda n: 30 * n * n), ("n^3", lambda n: 2 * n**3)]
)
def test_narrow_intervals_decide(growth, cost):
    assert agreed(intervals(cost, 0.001)).growth == growth


def test_wide_intervals_do_not():
    assert agreed(intervals(lambda n: 900 * n, 3.0)[:6]).growth == UNDECIDED


def test_times_alone_fail_nobody():
    assert agreed(intervals(lambda n: 30 * n * n), declared="n").growth == UNDECIDED
    assert agreed(intervals(lambda n: 30 * n * n), declared="n^3").growth == "n^2"


def opened(kind):
    if kind == "own":
        return OwnMachine(consent=True)
    try:
        return NativeSandbox(PLAIN, workers=1)
    except JudgeError as error:
        pytest.skip(f"no native engine here: {error.saying}")


@pytest.mark.parametrize("kind", ["own", pytest.param("native", marks=pytest.mark.prove)])
def test_what_the_exact_engine_cannot_run(kind, monkeypatch):
    monkeypatch.setattr("sparring.judge.growth.timed.SIZES", (64, 128, 256, 512, 1024))
    source = "import threading\ndef f(items):\n    for x in items:\n        for y in items: x == y\n"
    with closing(opened(kind)) as engine:
        found = measure_timed(engine, Subject({"solution.py": source}, "f"), LISTS)
    assert found.time.unit == "nanoseconds"
    assert found.time.sizes == (64, 128, 256, 512, 1024)
    assert found.time.costs[-1] > 30 * found.time.costs[1] > 0
    assert found.engine.startswith("unconfined" if kind == "own" else "native")
