"""Claims of all sorts about the plans of several exercises, true, false and uncheckable (`claimed.toml`): what is so is never held against anybody."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.exercise import Exercise
from sparring.kinds.kind import Folder
from sparring.kinds.plan import KIND, answers, earned, held
from sparring.kinds.plan.facts import Facts
from sparring.planning.axis import Axis
from sparring.planning.placing import bars

PACK = Path(__file__).parents[5] / "packs" / "core" / "exercises" / "plan"
CLAIMED = tomllib.loads(Path(__file__).with_name("claimed.toml").read_text(encoding="utf-8"))
FLAGGED, CONFIRMED = 0.85, 0.85
"""The least shares of the false claims of an exercise that are told as false, and of the true ones that are shown as so."""


@cache
def planned(name):
    exercise = KIND.load(Folder(PACK / name, "core", ("en", "it")))
    assert isinstance(exercise, Exercise)
    answer = KIND.read(exercise, Raw({"answer.md": (PACK / name / "samples" / "good.md").read_bytes()}))
    assert isinstance(answer, Answer)
    project = exercise.spec.projects["en"]
    plan = answers.plan(answer.prose("plan").text, project, Axis(project))
    return exercise, Facts(exercise.spec.projects, bars(project, Axis(project), plan))


def claims(name, kind):
    exercise, facts = planned(name)
    table = CLAIMED[name].get(kind, {})
    return {text: held.check(text, language, exercise, (facts,)) for language, texts in table.items() for text in texts}


@pytest.mark.parametrize("name", CLAIMED)
def test_what_is_so_is_never_held_against_anybody_and_mostly_shown(name):
    so = claims(name, "so")
    accused = {text: found for text, found in {**so, **claims(name, "open")}.items() if any(not one.agrees for one in found)}
    assert not accused
    assert sum(bool(found) for found in so.values()) >= CONFIRMED * len(so), [text for text, found in so.items() if not found]


@pytest.mark.parametrize("name", CLAIMED)
def test_what_is_not_so_is_told_with_the_fact_in_both_languages(name):
    wrong = claims(name, "not-so")
    missed = [text for text, found in wrong.items() if all(one.agrees for one in found)]
    assert len(missed) <= (1 - FLAGGED) * len(wrong), missed
    assert all(one.fact.en != one.fact.it for found in wrong.values() for one in found)


POINTS = [
    ("team-of-four", "en", "Bruno does the endpoint at the same time as Anna writes the worker.", {"parallel"}),
    ("team-of-four", "it", "Mentre Anna scrive il worker, Bruno fa l'endpoint.", {"parallel"}),
    ("team-of-four", "en", "What sets the date is schema, worker, tests and release.", {"critical-path"}),
    ("team-of-four", "it", "La catena più lunga è schema, worker e test.", {"critical-path"}),
    ("team-of-four", "en", "What worries me most is the worker.", {"risk"}),
    ("team-of-four", "it", "Ci resta un giorno e mezzo prima della scadenza.", {"risk"}),
    ("team-of-four", "en", "Nobody has more than one task at a time.", {"tracking"}),
    ("team-of-four", "en", "Bruno does the worker at the same time as Anna builds the endpoint.", set()),
    ("team-of-four", "it", "Il percorso critico passa dalla documentazione.", set()),
    ("team-of-four", "en", "The longest chain is the documentation and the worker.", set()),
    ("ml-project", "en", "What frightens me most is the data.", {"data-risk"}),
    ("ml-project", "it", "I dati vengono per primi.", {"data-risk"}),
    ("ml-project", "en", "Tea builds the nightly batch while Ugo does the features.", {"serve-in-parallel"}),
    ("ml-project", "it", "Mentre Ugo costruisce le feature, Tea fa il batch notturno.", {"serve-in-parallel"}),
    ("ml-project", "en", "Ugo writes the tests while Vera trains.", set()),
    ("ml-project", "it", "Il rischio più grande sono le feature.", set()),
    ("ml-project", "en", "The biggest risk is the data, so it comes last.", set()),
    ("two-teams-one-api", "en", "We begin with the contract.", {"contract-first"}),
    ("two-teams-one-api", "it", "Partiamo dal contratto.", {"contract-first"}),
    ("two-teams-one-api", "it", "Partiamo dal rilascio.", set()),
    ("delete-my-data", "it", "Il percorso critico è la cancellazione.", set()),
]


@pytest.mark.parametrize(("name", "language", "text", "points"), POINTS)
def test_a_claim_that_the_plan_confirms_earns_the_point_of_that_meaning_and_no_other(name, language, text, points):
    exercise, facts = planned(name)
    found = held.check(text, language, exercise, (facts,))
    assert set(earned.confirmed(found, exercise, (facts,))) == points, found
