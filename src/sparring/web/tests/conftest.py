"""A program on a database of the test's own, with an engine that runs nothing, and Django's client in front of it."""

import shutil
from pathlib import Path
from random import Random

import pytest
from django.test import Client

from sparring.core.clock import FakeClock
from sparring.sandbox.interface import Job, JobOutcome, StepOutcome, Unreadable, Value
from sparring.usecases.app import App
from sparring.web.program import Program, use

NEW_PACK = Path(__file__).parents[2] / "usecases" / "new_pack" / "exercises"
PLAN = (
    'role = "backend"\ntitle.en = "A short one"\n\n[[rounds]]\nkind = "explain"\nminutes = 4\n\n[[rounds]]\nkind = "predict"\nminutes = 2\n'
)


class FakeSandbox:
    """Prints what it was told to print, whatever the program; counts what it ran."""

    engine_id = "fake"

    def __init__(self) -> None:
        self.prints = "[1, 2]\n"
        self.ran = 0

    def run(self, job: Job) -> JobOutcome | Unreadable:
        self.ran += 1
        done = StepOutcome(Value(None), self.prints, 1000)
        return JobOutcome("fake", done, tuple(tuple(done for _ in group) for group in job.groups), 1000)

    def close(self) -> None:
        pass


@pytest.fixture
def packs(tmp_path):
    core = tmp_path / "packs" / "core"
    shutil.copytree(NEW_PACK, core / "exercises")
    (core / "pack.toml").write_text('id = "core"\nversion = "1"\nlanguages = ["en"]\n\n[title]\nen = "Small"\n')
    (core / "interviews").mkdir()
    (core / "interviews" / "short.toml").write_text(PLAN)
    return core


@pytest.fixture
def engine():
    return FakeSandbox()


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def program(db, packs, tmp_path, engine, clock):
    app = App((packs,), tmp_path / "cache", tmp_path / "data", clock=clock, random=Random(1), sandbox=engine)
    found = Program(app, clock.now())
    found.ready.set()
    use(found)
    yield found
    use(None)


@pytest.fixture
def client(program):
    """Who was let in and asked already."""
    program.app.records.choose("profile", {"day": None, "minutes": None, "advert": ""})
    return Client(headers={"accept-language": "en"})
