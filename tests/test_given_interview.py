"""A whole interview about given code in the terminal: a bug, a refactoring, something slow."""

import json
import re

import pytest

from tests.conftest import ROOT
from tests.terminal import Terminal, answers, sparring, workspace

EXERCISES = ROOT / "packs" / "core" / "exercises"
GOOD = {
    path.parent.name: path.read_text(encoding="utf-8")
    for pattern in ("fix/*/mended.py", "refactor/*/reference.py", "optimise/*/reference.py")
    for path in EXERCISES.glob(pattern)
}


@pytest.mark.prove
def test_an_hour_about_given_code(data):
    with Terminal("interview", "start", "given-code") as terminal:
        shown, lines = terminal.read(), 60
        while terminal.process.poll() is None and shown and lines > 0:
            path = workspace(terminal.shown)
            if path and (name := re.sub(r"^\d+-", "", path.parent.name)) in GOOD:
                path.write_text(GOOD[name], encoding="utf-8")
            for line in answers(shown):
                shown, lines = terminal.type(line), lines - 1
                if lines <= 0 or not shown:
                    break
        assert terminal.close() == 0
    card = json.loads(sparring("interview", "scorecard", "--json").stdout)
    assert [(part["kind"], part["outcome"]) for part in card["rounds"][:3]] == [(k, "correct") for k in ("fix", "refactor", "optimise")]
    levels = {dimension["dimension"]: dimension["level"] for dimension in card["dimensions"]}
    assert (levels["design"], levels["efficiency"]) == (3, 3)
