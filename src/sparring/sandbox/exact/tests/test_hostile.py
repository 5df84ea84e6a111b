"""Programs that mean harm: each gets the right status, leaves nothing behind, and the next honest job is right."""

import json
from pathlib import Path

import pytest

from sparring.core.plain import same
from sparring.sandbox.interface import Job, NotPlain, Raised, Step, Stopped, Unreadable, Value

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
