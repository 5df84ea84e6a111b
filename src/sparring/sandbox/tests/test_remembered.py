"""An engine that does no job twice."""

from dataclasses import replace

import pytest

from sparring.sandbox.fake import FakeSandbox
from sparring.sandbox.interface import Job, Limits, Step
from sparring.sandbox.remembered import Remembered

JOB = Job({"solution.py": "x = 1"}, groups=[[Step("eval", "x", {"given": [1, "a"]})]])


def test_the_same_job_is_done_once() -> None:
    engine = FakeSandbox()
    remembered = Remembered(engine)
    same = Job({"solution.py": "".join(["x = ", "1"])}, groups=[[Step("eval", "x", {"given": [1, "".join(["", "a"])]})]])
    assert remembered.run(JOB) is remembered.run(same)
    assert len(engine.jobs) == 1


@pytest.mark.parametrize(
    "other",
    [
        replace(JOB, files={"solution.py": "x = 2"}),
        replace(JOB, groups=[[Step("eval", "x", {"given": [True, "a"]})]]),
        replace(JOB, groups=[[Step("eval", "x", {"given": (1, "a")})]]),
        replace(JOB, groups=[[Step("exec", "x", {"given": [1, "a"]})]]),
        replace(JOB, limits=Limits(instructions=1)),
        replace(JOB, fresh=True),
        replace(JOB, measure_memory=True),
    ],
)
def test_another_job_is_another_one(other: Job) -> None:
    engine = FakeSandbox()
    remembered = Remembered(engine)
    remembered.run(JOB)
    remembered.run(other)
    assert engine.jobs == [JOB, other]


def test_what_cannot_be_told_apart_is_run_every_time() -> None:
    deep: list[object] = []
    for _ in range(3000):
        deep = [deep]
    engine = FakeSandbox()
    remembered = Remembered(engine)
    job = replace(JOB, groups=[[Step("eval", "x", {"given": deep})]])  # type: ignore[dict-item]
    remembered.run(job)
    remembered.run(job)
    assert len(engine.jobs) == 2
