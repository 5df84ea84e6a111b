from contextlib import closing

import pytest

from sparring.core.problem import JudgeError
from sparring.sandbox.interface import Job, JobOutcome, Limits, Step
from sparring.sandbox.native import PLAIN, PYTEST, NativeSandbox

LIMITS = Limits(memory_bytes=128 << 20, cpu_seconds=1.0, wall_seconds=2.0)


def opened(packages):
    """An engine of this machine; skips, with the reason, where it gives none."""
    try:
        engine = NativeSandbox(packages, workers=1)
        try:
            engine.warm()
        except JudgeError:
            engine.close()
            raise
    except JudgeError as error:
        pytest.skip(f"no native engine here: {error.saying}")
    return engine


@pytest.fixture(scope="session")
def engine():
    with closing(opened(PLAIN)) as engine:
        yield engine


@pytest.fixture(scope="session")
def with_pytest():
    with closing(opened(PYTEST)) as engine:
        yield engine


@pytest.fixture(scope="session")
def act(engine):
    """Run steps (a leading `!` means: execute) on a program in one group; the step outcomes, or the load's if nothing came after it."""

    def act(source, *steps, limits=LIMITS, **options):
        group = [Step("exec" if step.startswith("!") else "eval", step.removeprefix("!")) for step in steps]
        outcome = engine.run(Job({"solution.py": source}, groups=[group], limits=limits, **options))
        assert isinstance(outcome, JobOutcome), outcome
        return list(outcome.groups[0]) if outcome.groups else [outcome.load]

    return act


@pytest.fixture(scope="session")
def results(act):
    """The same, the results only."""
    return lambda source, *steps, **options: [step and step.result for step in act(source, *steps, **options)]
