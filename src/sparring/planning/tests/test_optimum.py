from dataclasses import replace
from itertools import permutations, product
from random import Random

import pytest

from sparring.planning import solver
from sparring.planning.axis import Axis
from sparring.planning.checks import plan_remarks
from sparring.planning.model import Link
from sparring.planning.optimum import best, lower_bound
from sparring.planning.placing import Board, bars, last, plan_of
from sparring.planning.tests.sample import ANNA, BRUNO, FEATURE, made, task


def brute(project):
    """The shortest plan by trying every order and every choice of people."""
    axis, shortest = Axis(project), 10**9
    for order in permutations(project.tasks):
        seen = set()
        if any(
            not {link.before for link in one.after} <= seen and True
            for one in order
            if not (seen.add(one.id) or {link.before for link in one.after} <= seen)
        ):
            continue
        for people in product(*(project.able[one.id] for one in order)):
            board = Board(project, axis)
            if all(board.place(one, (who,)) for one, who in zip(order, people, strict=True)):
                shortest = min(shortest, last(board.bars))
    return shortest


def small(seed: int):
    draw = Random(seed)
    tasks = []
    for number in range(5):
        after = (
            (Link(f"t{draw.randrange(number)}", draw.choice(["FS", "FS", "SS"]), draw.choice([0, 0, 2])),)
            if number and draw.random() < 0.7
            else ()
        )
        reviews = (after[0].before,) if after and draw.random() < 0.3 else ()
        skills = ["sql"] if draw.random() < 0.3 and not reviews else []
        tasks.append(task(f"t{number}", draw.choice([2, 4, 6]), *after, skills=skills, reviews=reviews))
    return replace(FEATURE, tasks=tuple(tasks))


@pytest.mark.parametrize("seed", range(12))
def test_the_proven_optimum_is_the_one_that_trying_everything_finds(seed):
    project = small(seed)
    found = best(project, Axis(project))
    assert found.proved
    assert found.end == brute(project)


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("count", [1, 12, 30])
def test_plans_that_are_found_break_nothing_and_mean_what_they_draw(count, exact):
    project = made(count)
    axis = Axis(project)
    found = best(project, axis, 5, exact=exact)
    assert not [one for one in plan_remarks(project, axis, found.bars) if one.blocker]
    assert bars(project, axis, plan_of(found.bars)) == dict(found.bars)
    assert lower_bound(project, axis) <= found.bound <= found.end
    assert found.gap(found.end) == 0


def test_without_the_solver_the_plan_says_that_it_is_not_proved(monkeypatch):
    project = made(30)
    monkeypatch.setattr(solver, "available", lambda: False)
    found = best(project, Axis(project))
    assert found.method == "heuristic"
    assert found.proved == (found.bound == found.end)


def test_what_nobody_can_do_has_no_plan():
    assert best(replace(FEATURE, tasks=(task("a", 4, skills=["cobol"]),)), Axis(FEATURE)) is None
    alone = replace(FEATURE, team=(ANNA,))
    assert best(alone, Axis(alone)) is None
    circle = replace(FEATURE, tasks=(task("a", 4, "b"), task("b", 4, "a")))
    assert best(circle, Axis(circle)) is None


def test_what_is_done_stays_and_the_rest_is_planned_around_it():
    axis = Axis(FEATURE)
    first = best(FEATURE, axis)
    kept = {name: bar for name, bar in first.bars.items() if bar.begin < 8}
    again = best(FEATURE, axis, fixed=kept, not_before=8)
    assert all(again.bars[name] == bar for name, bar in kept.items())
    assert all(bar.begin >= 8 for name, bar in again.bars.items() if name not in kept)
    assert BRUNO.id in {bar.person for bar in again.bars.values()}
