import pytest

from sparring.core.problem import JudgeError
from sparring.sandbox.fake import FakeSandbox, values
from sparring.sandbox.interface import Job, JobOutcome, Raised, Sandbox, Step, Stop, Stopped, Unreadable, Value

BOOM = Raised("builtins.ValueError", ("builtins.ValueError",), "boom")


def job(*sources):
    return Job({"solution.py": ""}, groups=[[Step("eval", source) for source in sources]])


def test_answers_by_source_and_keeps_the_jobs():
    fake: Sandbox = FakeSandbox(values(x=3) | {"f()": BOOM})
    outcome = fake.run(job("x", "f()", "other"))
    assert isinstance(outcome, JobOutcome)
    assert [step.result for step in outcome.groups[0] if step] == [Value(3), BOOM, Value(None)]
    assert outcome.instructions == 4000
    assert outcome.engine == fake.engine_id


def test_answers_by_function():
    outcome = FakeSandbox(lambda step: Value(len(step.source))).run(job("abc"))
    assert isinstance(outcome, JobOutcome)
    assert outcome.groups[0][0].result == Value(3)


def test_a_stop_ends_its_group():
    outcome = FakeSandbox({"x": Stopped(Stop.TIME)}).run(job("x", "y"))
    assert isinstance(outcome, JobOutcome)
    assert outcome.groups[0][1] is None


def test_a_failing_load_runs_nothing():
    outcome = FakeSandbox(load=BOOM).run(job("x"))
    assert isinstance(outcome, JobOutcome)
    assert outcome.groups == ()
    unreadable = Unreadable("solution.py", 1, 1, "no")
    assert FakeSandbox(load=unreadable).run(job("x")) == unreadable


def test_closed():
    fake = FakeSandbox()
    fake.close()
    with pytest.raises(JudgeError):
        fake.run(job("x"))
