"""A program on a database of the test's own, with the core pack and a clock that is moved."""

import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from sparring.core.answer import Answer, Prose
from sparring.core.clock import FakeClock
from sparring.core.text import Message
from sparring.core.verdict import Outcome, Status, Verdict
from sparring.usecases.app import App
from sparring.usecases.profile import introduce

CORE = Path(__file__).parents[5] / "packs" / "core"


@pytest.fixture
def rome(monkeypatch):
    """The machine is in Rome, where clocks change."""
    monkeypatch.setenv("TZ", "Europe/Rome")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def clock():
    return FakeClock(datetime(2026, 3, 2, 18, tzinfo=UTC))


@pytest.fixture
def app(db, tmp_path, kept, clock):
    return App((CORE,), kept, tmp_path / "data", clock=clock, random=Random(1))


@pytest.fixture
def told(app):
    """Tell the program about the interview."""

    def tell(day="", minutes="25", advert=""):
        return introduce(app, day=day, minutes=minutes, advert=advert)

    return tell


@pytest.fixture
def attempt(app):
    """Store a judged attempt, whatever its verdict."""
    numbers = iter(range(10_000))

    def store(name, outcome=Outcome.CORRECT, score=1.0):
        exercise, key = app.exercise(name), f"k{next(numbers)}"
        app.records.accept(key, Answer(exercise.id, {"text": Prose("x")}), {}, app.clock.now())
        passed = outcome is Outcome.CORRECT
        status = Status.PASSED if passed else Status.WRONG_ANSWER
        app.records.judged(key, exercise, "1", Verdict(outcome, status, score, passed, (), Message("x.y")), app.clock.now())

    return store
