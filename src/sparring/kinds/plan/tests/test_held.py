"""What a defence says of its plan is held against that plan: who, when, how much, in which order, and what is in it."""

from pathlib import Path

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.exercise import Exercise
from sparring.kinds.kind import Folder
from sparring.kinds.plan import KIND, answers, held
from sparring.kinds.plan.facts import Facts
from sparring.planning.axis import Axis
from sparring.planning.placing import bars

FOUR = Path(__file__).parents[5] / "packs" / "core" / "exercises" / "plan" / "team-of-four"
GOOD = (FOUR / "samples" / "good.md").read_text(encoding="utf-8")

AGAINST = [
    ("Bruno does the schema.", "Export jobs: schema and migration” is with Anna"),
    ("Marco writes the worker and Giulia tests it.", "there is no Marco in it"),
    ("Anna reviews her own worker.", "Review: worker” is with Bruno"),
    ("There is a buffer of three weeks before the deadline.", "deadline: 1.5"),
    ("The release goes out on Wednesday.", "lasts from day 5 to day 5.5"),
    ("The critical path goes through the documentation.", "may slip by one day"),
    ("The endpoint is built after the worker.", "begins on day 2"),
    ("There is no code review in the plan.", "is in it, with Anna"),
    ("If we are late I cut the tests.", "waits for “Integration tests of the whole export”"),
    ("Everybody has ten tasks at a time.", "nobody has more tasks at a time than 1"),
    ("The biggest risk is the documentation.", "one of the surest"),
    ("We talk in the daily once a month.", "it lasts 4.5 days"),
    ("Davide scrive l'endpoint e Bruno il worker.", "is with Bruno"),
    ("Non c'è nessun margine.", "deadline: 1.5"),
    ("Ognuno rivede il proprio codice.", "who did not write it"),
    ("I test si fanno prima del worker.", "begins on day 2"),
    ("Ho tolto la documentazione.", "is in it, with Davide"),
    ("Siamo in sei.", "the team has 4 people"),
    ("Carla non ha niente da fare.", "Carla has are 8"),
]
SO = [
    "Anna writes the worker, and Bruno, who did not write it, reviews it.",
    "The critical path goes through the schema, the worker and the tests, so that is where I put Anna.",
    "Bruno builds the endpoint while Anna writes the worker.",
    "Nessuno rivede il proprio codice: l'endpoint lo legge Anna e il worker Bruno.",
    "Restano un giorno e mezzo di margine prima della scadenza.",
    "Il rilascio lo fa Davide il giorno 5.",
    "We have four people and thirteen tasks.",
    "The tests take a whole day and come after the worker.",
]
UNCHECKED = [
    "If Anna is ill, Bruno takes the release.",
    "Se tardiamo taglio la documentazione, mai i test.",
    "Davide's alert and flag don't hold anybody up.",
    "We use Redis, and Celery writes the worker's log.",
    "Two people can start on day 2.",
]


@pytest.fixture(scope="module")
def planned():
    exercise = KIND.load(Folder(FOUR, "core", ("en", "it")))
    assert isinstance(exercise, Exercise)
    answer = KIND.read(exercise, Raw({"answer.md": GOOD.encode()}))
    assert isinstance(answer, Answer)
    project = exercise.spec.projects["en"]
    plan = answers.plan(answer.prose("plan").text, project, Axis(project))
    return exercise, Facts(exercise.spec.projects, bars(project, Axis(project), plan))


def claims(planned, text):
    exercise, facts = planned
    return held.check(
        text,
        "it" if text.split()[0] in ("Non", "Ognuno", "I", "Ho", "Siamo", "Se", "Restano", "Il", "Nessuno") else "en",
        exercise,
        (facts,),
    )


@pytest.mark.parametrize(("text", "fact"), AGAINST)
def test_what_is_not_so_in_the_plan_is_told_with_what_is(planned, text, fact):
    against = [one for one in claims(planned, text) if not one.agrees]
    assert any(fact in one.fact.en for one in against), against
    assert all(one.fact.en != one.fact.it for one in against)


@pytest.mark.parametrize("text", SO)
def test_what_is_so_in_the_plan_agrees(planned, text):
    found = claims(planned, text)
    assert found
    assert all(one.agrees for one in found), found


@pytest.mark.parametrize("text", UNCHECKED)
def test_what_cannot_be_checked_is_not_against_the_plan(planned, text):
    assert all(one.agrees for one in claims(planned, text))


def test_claims_beyond_those_that_are_shown_are_counted(planned):
    exercise, _ = planned
    false = ["Bruno does the schema.", "Carla has the worker.", "Davide writes the endpoint.", "Anna does the release."] * 3
    text = " ".join(false)
    answer = KIND.read(exercise, Raw({"answer.md": GOOD[: GOOD.index("# defence")].encode() + f"# defence\n{text}\n".encode()}))
    assert isinstance(answer, Answer)
    found = claims(planned, text)
    wrong = [one for one in found if not one.agrees]
    told = [one.message for one in held.findings(answer, found) if one.ok is False]
    assert len(wrong) == len(false)
    assert len(told) == held.MOST_AGAINST + 1
    assert told[-1].params["count"] == len(wrong) - held.MOST_AGAINST
