"""What a half-written starter gives stays; other solutions stand beside one that is right."""

from random import Random

import pytest

from sparring.core.clock import FakeClock
from sparring.core.evidence import Change, CostTable
from sparring.judge.judge import Judge
from sparring.kinds.coding import answered
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.solve import KIND
from sparring.kinds.solve.given import gaps, lost
from tests.conftest import ROOT

HALF = ROOT / "packs" / "core" / "exercises" / "solve" / "till-half-written"
STARTER = "def f(x):\n    y = x + 1\n    ...\n    return y\n"


@pytest.mark.parametrize(
    ("answer", "missing"),
    [
        ("def f(x):\n    y = x + 1\n    y *= 2\n    return y\n", []),
        ("# mine\ndef f(x):\n\n    y = x + 1  \n    return y\n", []),
        ("def f(x):\n    z = x + 1\n    return z\n", ["    y = x + 1", "    return y"]),
        ("def f(x):\n    return y\n    y = x + 1\n", ["    return y"]),
    ],
)
def test_given_lines_are_looked_for_in_their_order(answer, missing):
    assert lost(STARTER, answer) == missing


def test_gaps_are_lines_of_their_own():
    assert gaps(STARTER) == 1
    assert gaps("def f():\n    raise NotImplementedError\n") == 1
    assert gaps("x = [...]\n") == 0


def test_completing_is_told_from_writing_anew(pool):
    tools, exercise = Tools(Judge(pool), FakeClock(), Random(0)), KIND.load(Folder(HALF, "core:till-half-written"))
    kept = KIND.grade(exercise, answered(exercise, exercise.spec.reference), tools)
    anew = KIND.grade(exercise, answered(exercise, exercise.spec.solutions[0].source), tools)
    assert (kept.outcome, kept.score, anew.outcome, anew.score, anew.passed) == ("correct", 1, "partial", 0.8, True)
    findings = {finding.criterion: finding for finding in anew.findings}
    assert isinstance(findings["given"].evidence, Change)
    told = [finding for verdict in (kept, anew) for finding in verdict.findings if finding.criterion == "given"]
    assert [(finding.ok, finding.level, finding.dimension) for finding in told] == [(True, None, "code"), (False, None, "code")]
    table = findings["solutions"].evidence
    assert isinstance(table, CostTable)
    assert [row.own for row in table.rows] == [True, False, False]
    assert all(row.instructions for row in table.rows)
