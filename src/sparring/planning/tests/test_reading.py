import json

import pytest

from sparring.planning.axis import Axis
from sparring.planning.checks import project_remarks
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


WHOLE = {
    "title": "T", "start": "2026-03-02", "deadline": "2026-04-02",
    "team": [{"id": "anna", "name": "Anna", "skills": ["python"], "hours": 8, "days": ["mon", "tue"], "away": ["2026-03-05", "2026-03-09/2026-03-11"]}],
    "tasks": [
        {"id": "api", "title": "API", "kind": "build", "hours": [4, 8, 16], "skills": ["python"], "after": [], "reviews": []},
        {"id": 7, "title": "Seven", "kind": "review", "hours": 2, "skills": [], "after": ["api SS+4"], "reviews": ["api"]},
    ],
    "plan": [{"task": "api", "person": "anna", "day": 2.5}, {"task": 7, "person": "anna", "day": 4}],
}  # fmt: skip
ODD = [
    None,
    True,
    0,
    -7,
    1.5,
    float("nan"),
    float("inf"),
    10**30,
    "",
    "x",
    "\ud800",
    [],
    {},
    ["x"],
    [["x"]],
    [7],
    {"a": 1},
    "9999-12-31",
    "0001-01-01",
]


def places(value, path=()):
    yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*path, key))


def put(value, path, new):
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = put(copy[path[0]], path[1:], new)
    return copy


def test_a_whole_project_is_read():
    found = project("x", WHOLE)
    assert isinstance(found, Project), found
    assert set(found.plan) == {"api", "7"}


@pytest.mark.parametrize("path", list(places(WHOLE)), ids=lambda path: ".".join(map(str, path)) or "all")
def test_values_of_any_other_type_are_read_or_told(path):
    for odd in ODD:
        data = put(WHOLE, path, odd)
        for found in (project("x", data), parse("x", json.dumps(data))):
            if isinstance(found, Project):
                json.dumps(to_data(found), ensure_ascii=False).encode("utf-8")
                assert project_remarks(found) is not None
            else:
                assert found
                assert all(problem.message.id.startswith("planning.") for problem in found)


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        ({"tasks": [{**TASK, "id": ["x"]}]}, "tasks[1].id", "planning.no-text"),
        ({"team": [{**TEAM[0], "id": {}}]}, "team[1].id", "planning.no-text"),
        ({"team": [{**TEAM[0], "away": 5}]}, "team[1].away", "planning.no-list"),
        ({"team": [{**TEAM[0], "away": ["2026-01-01/2026-12-31"] * 401}]}, "team[1].away", "planning.too-many"),
        ({"plan": [{"task": ["a"], "person": {"x": 1}, "day": 1}]}, "plan[1]", "planning.plan-row"),
        (
            {"tasks": [{**TASK, "id": f"t{n}", "after": [f"t{m}" for m in range(max(0, n - 400), n)]} for n in range(600)]},
            "tasks",
            "planning.too-many-links",
        ),
    ],
)
def test_wrong_types_and_too_many_links_are_told_with_their_place(data, place, message):
    assert (place, message) in said(**data)


def test_a_number_of_thousands_of_digits_is_told():
    assert not isinstance(parse("x", '{"tasks": [{"id": "a", "hours": ' + "9" * 5000 + "}]}"), Project)
