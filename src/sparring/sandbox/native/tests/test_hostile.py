"""Programs that mean harm: each gets the right status, leaves nothing behind, and the next honest job is right."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sparring.core.plain import same
from sparring.sandbox.interface import Job, NotPlain, Raised, Step, Stopped, Unreadable, Value
from sparring.sandbox.native.tests.conftest import LIMITS

PROGRAMS = json.loads((Path(__file__).parent / "hostile.json").read_text("utf-8"))
QUICK = {
    "honest", "fork_bomb", "mem_list", "mem_shared_mmap", "mem_touch_loop", "ignore_sigxcpu", "kill_group", "fork_setsid", "forge_pipe", "wrong_length",
    "two_frames", "hostile_str", "hash_flood", "terminal_escapes", "fifo_output", "device_output", "close_all_fds", "ctypes_null", "os_exit0", "read_proc",
    "read_hidden_tests_disk", "kill_parent", "always_eq", "patch_json", "shared_zero_map", "scratch_many_files", "nondaemon_thread", "huge_traceback",
}  # fmt: skip
CASES = ((1, 2), (3, 4), (-1, 5), (0, 1))
GROUPS = [[Step("eval", f"add({a}, {b})")] for a, b in CASES]
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


def descendants(pid):
    """The processes below `pid`, by what the kernel says now."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += [int(child), *descendants(child)]
    return found


def open_descriptors(pid):
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def judged(engine, source, limits=LIMITS):
    return status(engine.run(Job({"solution.py": source}, groups=GROUPS, limits=limits)))


def limits_for(program):
    seconds = program.get("cpu", LIMITS.cpu_seconds)
    return replace(LIMITS, memory_bytes=program.get("memory", LIMITS.memory_bytes), cpu_seconds=seconds, wall_seconds=2 * seconds)


def state(engine):
    """What must be as it was: descriptors of ours, processes below the zygote's outermost one."""
    engine.settle()
    (zygote,) = engine.pids()
    return zygote, open_descriptors("self"), len(descendants(zygote))


@pytest.mark.parametrize(
    "program", [pytest.param(p, id=p["name"], marks=[] if p["name"] in QUICK else [pytest.mark.prove]) for p in PROGRAMS]
)
def test_hostile(engine, program, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert judged(engine, HONEST) == "passed"
    settled = state(engine)
    assert judged(engine, program["source"], limits_for(program)) in program["right"]
    assert judged(engine, HONEST) == "passed"
    assert state(engine) == settled
    assert list(tmp_path.iterdir()) == []
