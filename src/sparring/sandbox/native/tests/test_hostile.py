"""Programs that mean harm: each gets the right status, leaves nothing behind, and the next honest job is right."""

from pathlib import Path

import pytest

from sparring.sandbox.hostile import HONEST, job, programs, status


def descendants(pid):
    """The processes below `pid`, by what the kernel says now."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += [int(child), *descendants(child)]
    return found


def open_descriptors(pid):
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def judged(engine, source):
    return status(engine.run(job(source, "native")))


def state(engine):
    """What must be as it was: descriptors of ours, processes below the zygote's outermost one."""
    engine.settle()
    (zygote,) = engine.pids()
    return zygote, open_descriptors("self"), len(descendants(zygote))


@pytest.mark.parametrize(
    "program", [pytest.param(p, id=p.name, marks=[] if "native" in p.sample else [pytest.mark.prove]) for p in programs()]
)
def test_hostile(engine, program, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert judged(engine, HONEST) == "passed"
    settled = state(engine)
    assert status(engine.run(program.job("native"))) in program.right["native"]
    assert judged(engine, HONEST) == "passed"
    assert state(engine) == settled
    assert list(tmp_path.iterdir()) == []
