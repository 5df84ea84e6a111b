import itertools

from sparring.planning.model import Link
from sparring.planning.network import circle, critical_path, ordered, times
from sparring.planning.tests.sample import FEATURE, task


def test_the_critical_path_is_the_longest_way_through():
    assert critical_path(FEATURE.tasks) == ("model", "api", "tests", "release")
    found = times(FEATURE.tasks)
    assert found["release"].early == 16
    assert found["review"].slack == 2


def test_all_four_kinds_of_link_move_the_later_task():
    one = task("one", 8)
    starts = {kind: times((one, task("two", 4, Link("one", kind, 3))))["two"].early for kind in ("FS", "SS", "FF", "SF")}
    assert starts == {"FS": 11, "SS": 3, "FF": 7, "SF": 0}


def test_a_lead_lets_a_task_begin_before_the_other_has_ended():
    assert times((task("one", 8), task("two", 4, Link("one", "FS", -2))))["two"].early == 6


def test_a_circle_is_named_in_order_and_what_is_behind_it_is_not():
    ring = (task("a", 1, "c"), task("b", 1, "a"), task("c", 1, "b"), task("d", 1, "c"), task("e"))
    found = circle(ring)
    assert found[0] == found[-1]
    assert set(found) == {"a", "b", "c"}
    assert all((one, other) in {("a", "b"), ("b", "c"), ("c", "a")} for one, other in itertools.pairwise(found))
    assert [one.id for one in ordered(ring)] == ["e"]
    assert circle(FEATURE.tasks) == ()


def test_a_task_that_waits_for_itself_is_a_circle():
    assert circle((task("a", 1, "a"),)) == ("a", "a")
