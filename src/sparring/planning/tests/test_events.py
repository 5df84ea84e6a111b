from dataclasses import replace

from sparring.planning.axis import Axis
from sparring.planning.checks import plan_remarks
from sparring.planning.events import Event, happen
from sparring.planning.model import Placement
from sparring.planning.optimum import best
from sparring.planning.placing import bars
from sparring.planning.tests.sample import ANNA, BRUNO, FEATURE, person, task

TEAM = (ANNA, BRUNO, person("carla", "python", "sql"))
PROJECT = replace(FEATURE, team=TEAM, tasks=(*FEATURE.tasks, task("docs", 6, kind="document")))
PLAN = {
    "model": ("anna", 0),
    "docs": ("carla", 0),
    "api": ("anna", 4),
    "tests": ("carla", 12),
    "review": ("bruno", 12),
    "release": ("anna", 18),
}


def drawn(project=PROJECT):
    axis = Axis(project)
    return axis, bars(project, axis, {name: Placement(name, who, at) for name, (who, at) in PLAN.items()})


def replanned(event):
    axis, found = drawn()
    changed = happen(PROJECT, axis, found, event)
    fresh = Axis(changed.project)
    again = best(changed.project, fresh, fixed=changed.done, not_before=changed.now)
    assert again is not None
    assert not [one for one in plan_remarks(changed.project, fresh, again.bars) if one.blocker]
    return changed, again


def test_who_leaves_hands_the_hours_that_are_left_to_others():
    changed, again = replanned(Event("leaves", 2, who="anna"))
    assert set(changed.done) == {"model", "docs"}
    assert changed.project.by_id["api"].estimate.likely == 4
    assert again.bars["api"].person != "anna"
    assert again.bars["api"].begin >= 8


def test_a_task_that_grows_keeps_its_beginning():
    changed, again = replanned(Event("grows", 2, task="api", factor=2))
    assert changed.project.by_id["api"].estimate.likely == 4 + 8
    assert again.bars["api"].begin == 4
    assert again.bars["api"].end == 16


def test_what_is_done_cannot_grow_any_more():
    changed, _ = replanned(Event("grows", 2, task="model"))
    assert changed.project == PROJECT


def test_new_work_comes_in_and_dropped_work_hands_its_links_on():
    changed, again = replanned(Event("added", 2, tasks=(task("audit", 4, "model", skills=["sql"]),)))
    assert again.bars["audit"].begin >= 8
    changed, again = replanned(Event("dropped", 2, task="tests"))
    assert {link.before for link in changed.project.by_id["release"].after} == {"review", "api"}
    assert "tests" not in again.bars
