"""Refactorings that change what lies beyond the exercise's own inputs are found out, honest ones are not blamed. All were written before the method was."""

from pathlib import Path
from random import Random

import pytest

from sparring.core.clock import FakeClock
from sparring.judge.judge import Judge
from sparring.kinds.coding import answered
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.refactor import KIND
from sparring.kinds.refactor.behaviour import GENERATED, compare

SNIPPETS = Path(__file__).parent / "snippets"
CORE = Path(__file__).parents[5] / "packs" / "core" / "exercises" / "refactor"


@pytest.fixture(scope="module")
def tools(pool):
    return Tools(Judge(pool), FakeClock(), Random(0))


def compared(path, tools):
    exercise = KIND.load(Folder(CORE / path.stem.split("__")[0], "core:refactor"))
    return compare(exercise, answered(exercise, path.read_text()), tools, GENERATED, shrunk=False, far=True)


@pytest.mark.prove
def test_what_differs_only_above_the_range_is_shown_on_the_smallest_input(tools):
    path = SNIPPETS / "sly" / "shipping-costs__heavy.py"
    exercise = KIND.load(Folder(CORE / "shipping-costs", "core:refactor"))
    verdict = KIND.grade(exercise, answered(exercise, path.read_text()), tools)
    row = verdict.findings[0].evidence.rows[0]
    assert not verdict.passed
    assert row.input.endswith(", 20001, False)")
    assert "beyond the exercise's own inputs" in row.why.en


@pytest.mark.prove
@pytest.mark.parametrize("path", sorted((SNIPPETS / "sly").glob("*.py")), ids=lambda path: path.stem)
def test_a_change_beyond_the_range_is_found(path, tools):
    assert compared(path, tools).changed


@pytest.mark.prove
@pytest.mark.parametrize("path", sorted((SNIPPETS / "honest").glob("*.py")), ids=lambda path: path.stem)
def test_an_honest_refactoring_is_not_blamed(path, tools):
    assert not compared(path, tools).changed
