import os
from contextlib import closing
from pathlib import Path

import platformdirs
import pytest

from sparring.sandbox.exact import ExactPool
from sparring.sandbox.exact.engine import ExactEngine
from sparring.sandbox.interface import Job, JobOutcome, Step


@pytest.fixture(scope="session")
def folder():
    """Where the program keeps its compiled engine: compiling takes longer than all these tests."""
    return Path(os.environ.get("SPARRING_CACHE") or platformdirs.user_cache_dir("sparring", appauthor=False))


@pytest.fixture(scope="session")
def engine(folder):
    with closing(ExactEngine(folder)) as engine:
        yield engine


@pytest.fixture(scope="session")
def pool(folder):
    with closing(ExactPool(folder, workers=2)) as pool:
        yield pool


@pytest.fixture(scope="session")
def act(engine):
    """Run steps (a leading `!` means: execute) on a program in one group; the step outcomes."""

    def act(source, *steps, **options):
        group = [Step("exec" if step.startswith("!") else "eval", step.removeprefix("!")) for step in steps]
        outcome = engine.run(Job({"solution.py": source}, groups=[group], **options))
        assert isinstance(outcome, JobOutcome), outcome
        return list(outcome.groups[0]) if outcome.groups else [outcome.load]

    return act


@pytest.fixture(scope="session")
def results(act):
    """The same, the results only."""
    return lambda source, *steps, **options: [step and step.result for step in act(source, *steps, **options)]
