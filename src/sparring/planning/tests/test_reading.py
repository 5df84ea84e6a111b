import json

import pytest

from sparring.planning.axis import Axis
from sparring.planning.model import Project
from sparring.planning.optimum import best
from sparring.planning.placing import plan_of
from sparring.planning.reading import parse, project, to_data
from sparring.planning.tests.sample import FEATURE, made

TEAM = [{"id": "anna", "name": "Anna", "skills": ["python"]}]
TASK = {"id": "a", "title": "A", "hours": 4}


def said(**data):
    found = project("plan.json", {"team": TEAM, "tasks": [TASK], **data})
    assert not isinstance(found, Project)
    return [(problem.field, problem.message.id) for problem in found]


@pytest.mark.parametrize("whole", [FEATURE, made(40)], ids=["small", "drawn"])
def test_what_is_written_is_read_again(whole):
    plan = plan_of(best(whole, Axis(whole), exact=False).bars)
    again = parse("x", json.dumps(to_data(whole, plan)))
    assert isinstance(again, Project)
    assert again.tasks == whole.tasks
    assert again.team == whole.team
    assert dict(again.plan) == dict(plan)


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        ({"team": []}, "team", "planning.no-people"),
        ({"tasks": []}, "tasks", "planning.no-tasks"),
        ({"tasks": "a, b"}, "tasks", "planning.no-tables"),
        ({"tasks": [{**TASK, "hours": -4}]}, "tasks[1].hours", "planning.estimate-order"),
        ({"tasks": [{**TASK, "hours": [8, 4, 2]}]}, "tasks[1].hours", "planning.estimate-order"),
        ({"tasks": [{**TASK, "hours": 1e300}]}, "tasks[1].hours", "planning.estimate-form"),
        ({"tasks": [{**TASK, "hours": 10**12}]}, "tasks[1].hours", "planning.estimate-absurd"),
        ({"tasks": [{**TASK, "hours": None}]}, "tasks[1].hours", "planning.estimate-form"),
        ({"tasks": [{**TASK, "hours": True}]}, "tasks[1].hours", "planning.estimate-form"),
        ({"tasks": [{**TASK, "kind": "magic"}]}, "tasks[1].kind", "planning.task-kind"),
        ({"tasks": [{**TASK, "after": ["a b c d"]}]}, "tasks[1].after", "planning.link"),
        ({"tasks": [TASK, TASK]}, "tasks", "planning.twice"),
        ({"tasks": [TASK] * 5001}, "tasks", "planning.too-many"),
        ({"start": "next week"}, "start", "planning.no-date"),
        ({"start": "2026-03-02", "deadline": "2026-03-01"}, "deadline", "planning.deadline-first"),
        ({"team": [{**TEAM[0], "hours": 40}]}, "team[1].hours", "planning.person-hours"),
        ({"team": [{**TEAM[0], "days": ["Blursday"]}]}, "team[1].days", "planning.person-days"),
        ({"team": [{**TEAM[0], "away": ["2026-01-01/2036-01-01"]}]}, "team[1].away", "planning.no-date"),
        ({"plan": [{"task": "a", "person": "zoe", "day": 1}]}, "plan[1]", "planning.plan-row"),
        ({"plan": [{"task": "a", "person": "anna", "day": 0}]}, "plan[1]", "planning.plan-day"),
    ],
)
def test_bad_input_is_told_with_its_place(data, place, message):
    assert (place, message) in said(**data)


def test_all_problems_are_told_at_once():
    assert len(said(team=[], tasks=[{"id": "", "hours": "x"}], start=7)) >= 3


@pytest.mark.parametrize("text", ["", "{", '{"tasks": [', "[" * 100_000, "null", "[]", '{"tasks": null}'])
def test_text_that_is_no_project_is_told(text):
    assert not isinstance(parse("x.json", text), Project)


def test_links_are_read_as_people_write_them():
    tasks = [
        TASK,
        {"id": "b", "title": "B", "hours": [1, 2, 3], "after": ["a ss+4h"]},
        {"id": "c", "title": "C", "hours": 1, "after": ["b FF -2"]},
    ]
    found = project("x", {"team": TEAM, "tasks": tasks})
    assert isinstance(found, Project), found
    assert [(link.kind, link.lag) for one in found.tasks for link in one.after] == [("SS", 4), ("FF", -2)]


def test_a_name_that_ends_like_a_lag_is_a_name():
    tasks = [{**TASK, "id": name} for name in ("auth", "step-2h", "x")] + [{**TASK, "id": "z", "after": ["auth", "auth +3h"]}]
    found = project("x", {"team": TEAM, "tasks": tasks})
    assert isinstance(found, Project), found
    assert [(link.before, link.lag) for link in found.by_id["z"].after] == [("auth", 0), ("auth", 3)]
