import json
import os
from pathlib import Path
from random import Random
from statistics import median

import pytest

from sparring.core.problem import UsageError
from sparring.planning.exact import solve
from sparring.planning.psplib import read_sm
from sparring.planning.rcpsp import heuristic, lower_bound, makespan, wrong

HERE = Path(__file__).parent / "j30"
OPTIMA = json.loads((HERE / "optima.json").read_text())


def instance(name):
    return read_sm(name, (HERE / name).read_text())


@pytest.mark.parametrize("name", sorted(OPTIMA))
def test_published_optima_are_found_and_proved(name):
    found = solve(instance(name))
    assert not wrong(instance(name), found.schedule)
    assert (found.makespan, found.proved) == (OPTIMA[name], True)


def test_without_the_solver_schedules_are_within_five_percent_on_average():
    gaps = []
    for name, optimum in OPTIMA.items():
        found = heuristic(instance(name), Random(0))
        assert not wrong(instance(name), found)
        assert lower_bound(instance(name)) <= optimum <= makespan(instance(name), found)
        gaps.append(makespan(instance(name), found) / optimum - 1)
    assert sum(gaps) / len(gaps) <= 0.05


def test_a_broken_schedule_is_told():
    one = instance("j3010_1.sm")
    good = solve(one).schedule
    assert "before job" in wrong(one, (0,) * one.size)
    assert not wrong(one, good)


@pytest.mark.parametrize(
    ("cut", "message"),
    [(0.2, "planning.sm-section"), (0.7, "planning.sm-section"), (0.94, "planning.sm-section"), (0.975, "planning.sm-section")],
)
def test_a_file_cut_off_says_what_is_missing(cut, message):
    text = (HERE / "j3010_1.sm").read_text()
    with pytest.raises(UsageError) as caught:
        read_sm("x.sm", text[: int(len(text) * cut)])
    assert caught.value.saying.id == message


def test_a_line_that_does_not_fit_is_named():
    text = (HERE / "j3010_1.sm").read_text().splitlines()
    number = next(n for n, line in enumerate(text) if line.startswith("   5        1          1"))
    text[number] = "   5        1          1           3"
    with pytest.raises(UsageError) as caught:
        read_sm("x.sm", "\n".join(text))
    assert caught.value.saying.params == {"file": "x.sm", "line": number + 1}


ALL = Path(os.environ.get("SPARRING_J30") or Path(__file__).parents[5] / "shared/data/j30")


@pytest.mark.prove
@pytest.mark.skipif(not ALL.is_dir(), reason="the whole collection is not here: SPARRING_J30 names its folder")
def test_the_whole_collection_is_proved_and_nothing_is_wrong():
    optima, times, proved = json.loads((ALL / "optima.json").read_text()), [], 0
    for name, optimum in optima.items():
        one = read_sm(name, (ALL / name).read_text())
        found = solve(one, 60)
        assert not wrong(one, found.schedule)
        assert found.bound <= optimum <= found.makespan
        assert found.makespan == optimum or not found.proved
        proved, times = proved + found.proved, [*times, found.seconds]
    assert proved >= 0.98 * len(optima)
    assert median(times) <= 1
