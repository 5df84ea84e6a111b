"""Programs that mean harm: each gets the right status, leaves nothing behind, and the next honest job is right."""

import json
from pathlib import Path

import pytest

from sparring.core.plain import same
from sparring.sandbox.interface import Job, Limits, NotPlain, Raised, Step, Stop, Stopped, Unreadable, Value

PROGRAMS = json.loads((Path(__file__).parent / "hostile.json").read_text("utf-8"))
SLOW = {"catch_baseexc_loop", "endless_str", "hash_flood_inside", "ignore_sigxcpu", "long_mro", "regex_redos", "setrecursion_segv"}
CASES = ((1, 2), (3, 4), (-1, 5), (0, 1))
GROUPS = [[Step("eval", f"add({a}, {b})")] for a, b in CASES]
FDS = Path("/proc/self/fd")
HONEST = "def add(a, b):\n    return a + b\n"


def status(outcome):
    if isinstance(outcome, Unreadable):
        return "unreadable"
    results = [outcome.load.result, *(group[0].result for group in outcome.groups)]
    expected = [None, *(a + b for a, b in CASES)]
    for result, value in zip(results, expected, strict=False):
        match result:
            case Raised():
                return "exception"
            case NotPlain():
                return "wrong-answer"
            case Stopped(why):
                return why.value
            case Value(got) if not same(value, got):
                return "wrong-answer"
    return "passed"


def open_descriptors():
    return len(list(FDS.iterdir())) if FDS.exists() else 0


def children():
    tasks = Path("/proc/self/task")
    return [pid for task in tasks.iterdir() for pid in (task / "children").read_text().split()] if tasks.exists() else []


@pytest.mark.parametrize(
    "program", [pytest.param(p, id=p["name"], marks=[pytest.mark.prove] if p["name"] in SLOW else []) for p in PROGRAMS]
)
def test_hostile(pool, program, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    pool.warm()
    workers, descriptors, before = sorted(pool.pids()), open_descriptors(), set(children())
    assert status(pool.run(Job({"solution.py": program["source"]}, groups=GROUPS))) in program["right"]
    assert [status(pool.run(Job({"solution.py": HONEST}, groups=GROUPS))) for _ in workers] == ["passed"] * len(workers)
    assert sorted(pool.pids()) == workers
    assert set(children()) <= {str(pid) for pid in workers} | before
    assert open_descriptors() == descriptors
    assert list(tmp_path.iterdir()) == []


FORGERY = """
import sys
def harness():
    frame = sys._getframe()
    while "_encode" not in frame.f_globals:
        frame = frame.f_back
    return frame.f_globals
class Promise:
    pass
def work():
    for _ in range(200000): pass
def later(value, limit):
    work()
    return '["i","3"]'
def add(a, b):
    harness()["_encode"] = later
    return Promise()
def statement(*_):
    names = harness()
    names["_encode"], names["_small"] = later, lambda value: None
def binding():
    decode = harness()["_decode"]
    harness()["_decode"] = lambda tree: work() or decode(tree)
"""


def test_work_in_take_counts_as_the_steps(act):
    honest, forged = act(FORGERY, "work()", "add(1, 2)")
    assert forged.result == Value(3)
    assert forged.instructions > 0.8 * honest.instructions - 2_000_000


def test_a_statement_keeps_nothing_to_be_taken(results):
    assert results(FORGERY, "!statement()") == [Stopped(Stop.FORBIDDEN, "forged answer")]


def test_work_in_bind_counts_as_the_steps(engine):
    group = [Step("eval", "work()"), Step("exec", "binding()"), Step("exec", "pass", {"x": 1})]
    honest, _, forged = engine.run(Job({"solution.py": FORGERY}, groups=[group])).groups[0]
    assert forged.instructions > 0.8 * honest.instructions - 2_000_000


def test_encoding_large_results_is_free(act):
    first, second = act("", "[[i] for i in range(300)] and None", "[[i] for i in range(300)]")
    assert abs(first.instructions - second.instructions) < 20_000


def test_groups_that_run_into_limits_share_what_the_job_may_use(engine):
    loop = Job({"solution.py": "def f():\n    while True: pass"}, groups=[[Step("eval", "f()")]] * 50)
    limits = Limits(instructions=50_000_000, step_instructions=10_000_000)
    outcome = engine.run(Job(loop.files, groups=loop.groups, limits=limits))
    assert outcome.instructions <= limits.instructions
    assert {group[0].result.why for group in outcome.groups} == {Stop.TIME}
