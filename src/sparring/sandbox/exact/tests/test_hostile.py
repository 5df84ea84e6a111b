"""Programs that mean harm: each gets the right status, leaves nothing behind, and the next honest job is right."""

from pathlib import Path

import pytest

from sparring.sandbox.hostile import HONEST, job, programs, status

FDS = Path("/proc/self/fd")


def open_descriptors():
    return len(list(FDS.iterdir())) if FDS.exists() else 0


def children():
    tasks = Path("/proc/self/task")
    return [pid for task in tasks.iterdir() for pid in (task / "children").read_text().split()] if tasks.exists() else []


def test_there_are_enough_of_them():
    assert len(programs()) >= 120
    assert len({program.source for program in programs()}) == len(programs())
    assert sum(program.integrity for program in programs()) >= 50


@pytest.mark.parametrize(
    "program", [pytest.param(p, id=p.name, marks=[] if "exact" in p.sample else [pytest.mark.prove]) for p in programs()]
)
def test_hostile(pool, program, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    pool.warm()
    workers, descriptors, before = sorted(pool.pids()), open_descriptors(), set(children())
    assert status(pool.run(program.job("exact"))) in program.right["exact"]
    assert [status(pool.run(job(HONEST, "exact"))) for _ in workers] == ["passed"] * len(workers)
    assert sorted(pool.pids()) == workers
    assert set(children()) <= {str(pid) for pid in workers} | before
    assert open_descriptors() == descriptors
    assert list(tmp_path.iterdir()) == []
