from dataclasses import replace
from random import Random
from statistics import mean

import pytest

from sparring.planning.axis import Axis
from sparring.planning.model import Estimate, Link, Placement
from sparring.planning.optimum import best
from sparring.planning.placing import bars
from sparring.planning.risk import Risk, quantiles, simulate
from sparring.planning.tests.sample import ANNA, FEATURE, made, task


def test_a_single_task_ends_as_its_estimate_is_spread():
    one = replace(task("a"), estimate=Estimate(10, 20, 60))
    project = replace(FEATURE, tasks=(one,), team=(ANNA,))
    axis = Axis(project)
    risk = simulate(project, axis, bars(project, axis, {"a": Placement("a", "anna", 0)}), Random(1))
    assert mean(risk.ends) == pytest.approx(one.estimate.mean, rel=0.02)
    assert 10 <= risk.ends[0] <= 14
    assert risk.at(0.5) < risk.at(0.8) < risk.at(0.95) <= 60
    assert risk.chance(risk.at(0.8)) == pytest.approx(0.8, abs=0.05)
    assert risk.chance(9) == 0
    assert risk.chance(60) == 1


def test_quantiles_keep_the_three_points():
    found = quantiles(Estimate(4, 8, 40))
    assert found == sorted(found)
    assert min(found) >= 4
    assert max(found) <= 40
    assert mean(found) == pytest.approx((4 + 32 + 40) / 6, rel=0.03)
    assert quantiles(Estimate(5, 5, 5)) == [5]


def test_sure_estimates_give_a_sure_end_and_the_doubtful_task_drives():
    sure = tuple(replace(one, estimate=Estimate(*[one.estimate.likely] * 3)) for one in FEATURE.tasks)
    project = replace(FEATURE, tasks=sure)
    axis = Axis(project)
    found = best(project, axis).bars
    assert set(simulate(project, axis, found, Random(1), 200).ends) == {max(bar.end for bar in found.values())}
    doubtful = replace(project, tasks=(sure[0], replace(sure[1], estimate=Estimate(4, 8, 40)), *sure[2:]))
    risk = simulate(doubtful, Axis(doubtful), found, Random(1), 500)
    assert risk.drivers[0][0] == "api"
    assert [name for name, _ in risk.drivers] == ["api"]


def test_the_same_seed_gives_the_same_curve():
    project = made(20)
    axis = Axis(project)
    found = best(project, axis, exact=False).bars
    assert simulate(project, axis, found, Random(7), 300) == simulate(project, axis, found, Random(7), 300)


@pytest.mark.parametrize("kind", ["FS", "SS", "FF", "SF"])
def test_no_run_breaks_a_link(kind):
    project = replace(FEATURE, tasks=(task("a", 8), task("b", 2, Link("a", kind, 3))))
    axis = Axis(project)
    placed = {"a": Placement("a", "anna", 0), "b": Placement("b", "bruno", 0)}
    risk = simulate(project, axis, bars(project, axis, placed), Random(3), 500)
    least = {"FS": 4 + 3 + 1, "SS": 3 + 1, "FF": 4 + 3, "SF": 4}[kind]
    assert risk.ends[0] >= least


def test_nothing_planned_has_no_risk():
    with pytest.raises(ValueError, match="nothing"):
        simulate(FEATURE, Axis(FEATURE), {}, Random(0))


def test_no_task_begins_before_the_plan_places_it():
    project = replace(FEATURE, tasks=(task("a", 4), task("b", 4, "a")), team=(ANNA,))
    axis = Axis(project)
    placed = bars(project, axis, {"a": Placement("a", "anna", 0), "b": Placement("b", "anna", 24)})
    risk = simulate(project, axis, placed, Random(3), 500)
    assert risk.ends[0] >= 24 + 2
    assert risk.at(0.5) >= 28


def test_a_hundred_percent_is_all_of_the_runs():
    risk = Risk((*[8] * 997, 9, 9, 10), ())
    assert [risk.percent(slot) for slot in (7, 8, 9, 10)] == [0, 99, 99, 100]
