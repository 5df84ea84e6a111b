"""An interview for a role, a level and a length: what the packs say of the role, and the same exercises for the same seed."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from sparring.content.schema import LENGTHS
from sparring.core.exercise import LEVELS
from sparring.core.problem import UsageError
from sparring.session.choose import choose
from sparring.usecases.app import App
from sparring.usecases.composing import compose, is_composed, plan_named

CORE = Path(__file__).parents[4] / "packs" / "core"


@pytest.fixture
def app(db, tmp_path, kept):
    return App((CORE,), kept, tmp_path)


def test_every_choice_is_an_interview_of_its_length_that_its_id_names(app):
    assert len(app.library.roles) >= 4
    for role in app.library.roles:
        for level in LEVELS:
            for minutes in LENGTHS:
                plan = compose(app, role, level, minutes)
                assert 0.8 * minutes <= sum(part.minutes for part in plan.rounds) <= minutes
                assert str(minutes) in plan.title.en
                assert plan_named(app, plan.id) == plan
                assert is_composed(plan)
    assert compose(app, "backend", "junior", 60).rounds != compose(app, "backend", "senior", 60).rounds


def test_the_level_that_was_chosen_is_the_exercises_as_far_as_there_are_some(app):
    for level in LEVELS:
        plan = compose(app, "backend", level, 40)
        drawn = [choose(plan.rounds, app.library.exercises.values(), level, {}, Random(7), {"web": 3.0}, level_first=True) for _ in "12"]
        assert [choice.exercise.id for choice in drawn[0]] == [choice.exercise.id for choice in drawn[1]], (
            "the same seed, the same exercises"
        )
        assert {choice.exercise.level for choice in drawn[0] if choice.exercise.kind in ("solve", "predict")} == {level}
    seen = {exercise.id: datetime(2026, 1, 1, tzinfo=UTC) for exercise in app.library.exercises.values() if exercise.level == "senior"}
    plan = compose(app, "backend", "senior", 40)
    again = choose(plan.rounds, app.library.exercises.values(), "senior", seen, Random(7), level_first=True)
    assert {choice.exercise.level for choice in again} == {"mid"}, "what was not seen comes first, the nearest level of it"


@pytest.mark.parametrize(
    ("wanted", "saying"),
    [
        (("pilot", "mid", 40), "interview.unknown-role"),
        (("backend", "expert", 40), "interview.unknown-level"),
        (("backend", "mid", 45), "interview.unknown-length"),
    ],
)
def test_what_there_is_not_is_said_with_what_there_is(app, wanted, saying):
    with pytest.raises(UsageError) as refused:
        compose(app, *wanted)
    assert refused.value.saying.id == saying
    with pytest.raises(UsageError):
        plan_named(app, "/".join(map(str, wanted)))
    assert plan_named(app, "nothing-like-it") is None


def test_without_a_choice_it_fits_the_advertisement(app):
    assert compose(app).id == "backend/mid/40"
    app.records.choose("profile", {"day": None, "minutes": None, "advert": "Data scientist: pandas, machine learning"})
    assert compose(app, minutes=20).id == "ai/mid/20"
