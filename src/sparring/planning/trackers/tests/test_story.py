from datetime import date, datetime
from pathlib import Path

import pytest

from sparring.core.problem import UsageError
from sparring.planning.axis import Axis
from sparring.planning.checks import project_remarks
from sparring.planning.optimum import best
from sparring.planning.tests.sample import FEATURE
from sparring.planning.trackers.backlog import Backlog, Item
from sparring.planning.trackers.exchange import to_backlog, to_project
from sparring.planning.trackers.files import read, write
from sparring.planning.trackers.story import story

FILES = Path(__file__).parent / "files"
NOW = datetime(2025, 7, 30, 12)


def told(name):
    return story(read(name, (FILES / name).read_bytes()), NOW)


def test_what_a_jira_export_tells():
    found = told("jira.csv")
    assert (found.items, found.done, found.unassigned, found.children, found.estimated) == (3, 1, 1, 2, 2)
    assert found.people == (("Anna Bianchi", 1, 1), ("Bruno Conti", 1, 0))
    assert found.lead_median == pytest.approx(6.7, abs=0.05)
    assert [row[0] for row in found.late] == ["SHOP-13", "SHOP-12"]
    wait = found.waits[0]
    assert (wait.item, wait.other, wait.who, wait.whom) == ("SHOP-13", "SHOP-12", "Bruno Conti", "Anna Bianchi")
    assert wait.days == pytest.approx(5.9, abs=0.05)
    assert found.spent_by_estimate == 1.25


def test_trello_tells_how_long_cards_stay():
    assert told("trello.json").stays == (("To do", 5.0), ("Doing", 5.0))


def test_an_empty_story_claims_nothing():
    found = story(Backlog("x", (Item("1", "a"),)), NOW)
    assert (found.lead_median, found.spent_by_estimate, found.late, found.waits) == (None, None, (), ())


def test_a_backlog_can_be_planned():
    project = to_project("Shop", read("jira.csv", (FILES / "jira.csv").read_bytes()), date(2025, 8, 4))
    assert [task.id for task in project.tasks] == ["SHOP-13", "SHOP-14"]
    assert project.by_id["SHOP-13"].estimate.likely == 4
    assert not [one for one in project_remarks(project) if one.blocker]
    assert best(project, Axis(project)).end > 0


def test_what_is_all_done_leaves_nothing_to_plan():
    with pytest.raises(UsageError) as caught:
        to_project("x", Backlog("x", (Item("1", "a", done=True),)), date(2025, 8, 4))
    assert caught.value.saying.id == "trackers.nothing-open"


@pytest.mark.parametrize("form", ["jira-csv", "asana-json", "gitlab-json", "trello-json", "asana-csv", "gitlab-csv", "github-csv"])
def test_a_plan_goes_out_to_a_tracker_and_comes_back(form):
    again = to_project("x", read("x", write(to_backlog(FEATURE), form)), FEATURE.start)
    assert [task.title for task in again.tasks] == [task.title for task in FEATURE.tasks]
    if form in ("jira-csv", "asana-json", "gitlab-json"):
        assert [[link.before for link in task.after] for task in again.tasks] == [
            [link.before for link in task.after] for task in FEATURE.tasks
        ]


def test_circles_and_doubled_keys_in_a_real_backlog_are_told_not_fatal():
    items = (Item("A", "a", blocked_by=("B",)), Item("B", "b", blocked_by=("A",)), Item("A", "again"))
    project = to_project("x", Backlog("jira-csv", items), date(2025, 8, 4))
    assert len(project.by_id) == 3
    assert "cycle" in {one.check for one in project_remarks(project)}
