import json
import os
import re
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


SOUND = (HERE / "j3010_1.sm").read_text()
LINKS = SOUND.index("PRECEDENCE")
NEEDS = SOUND.index("REQUESTS")


def refused(text):
    with pytest.raises(UsageError) as caught:
        read_sm("x.sm", text)
    return caught.value.saying


@pytest.mark.parametrize(("cut", "message"), [(0.2, "section"), (0.7, "section"), (0.94, "section"), (0.979, "cut")])
def test_a_file_cut_off_says_what_is_missing(cut, message):
    assert refused(SOUND[: int(len(SOUND) * cut)]).id == f"planning.sm-{message}"


def changed(start, number, row):
    """The file with the line of a job replaced, and where that line is."""
    lines = SOUND.splitlines()
    at = next(n for n, line in enumerate(lines) if n >= SOUND[:start].count("\n") and re.match(rf"\s+{number}\s", line))
    lines[at] = row
    return "\n".join(line for line in lines if line is not None), at + 1


@pytest.mark.parametrize(
    ("start", "row", "message", "params"),
    [
        (LINKS, "   5   1   1   3", "successor", {"job": 5, "found": 3, "least": 6, "most": 32}),
        (LINKS, "   5   1   1   5", "successor", {"job": 5, "found": 5, "least": 6, "most": 32}),
        (LINKS, "   5   1   1   99", "successor", {"job": 5, "found": 99, "least": 6, "most": 32}),
        (LINKS, "   5   1   3   9", "successors", {"expected": 3, "found": 1}),
        (LINKS, "   5   2   1   9", "mode", {"found": 2}),
        (LINKS, "   5", "numbers", {"expected": 3, "found": 1}),
        (LINKS, "   6   1   1   9", "job", {"expected": 5, "found": 6}),
        (NEEDS, "   5   1   -4   0 0 0 0", "duration", {"found": -4, "most": 10_000}),
        (NEEDS, "   5   1   20000   0 0 0 0", "duration", {"found": 20_000, "most": 10_000}),
        (NEEDS, "   5   1   4   0 0 0", "numbers", {"expected": 7, "found": 6}),
        (NEEDS, "   5   1   4   0 999 0 0", "needs", {"resource": 2, "found": 999, "most": instance("j3010_1.sm").capacity[1]}),
    ],
)
def test_each_fault_is_named_with_what_was_expected(start, row, message, params):
    text, line = changed(start, 5, row)
    said = refused(text)
    assert (said.id, said.params) == (f"planning.sm-{message}", {"file": "x.sm", "line": line, **params})


def test_jobs_that_are_missing_are_counted():
    text, _ = changed(LINKS, 32, "")
    assert refused(text).params == {"file": "x.sm", "said": 32, "found": 31}
    text, _ = changed(NEEDS, 32, "")
    assert refused(text).params == {"file": "x.sm", "links": 32, "needs": 31}


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
        assert found.makespan == (optimum if found.proved else found.makespan)
        proved, times = proved + found.proved, [*times, found.seconds]
    assert proved >= 0.98 * len(optima)
    assert median(times) <= 1
