import json
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

import pytest

from sparring.core.answer import Answer, Code, LogEntry, Prose
from sparring.core.codec import dump, load
from sparring.core.evidence import (
    CaseRow,
    Cases,
    CostCurve,
    CostProfile,
    EndRisk,
    Evidence,
    Fault,
    Logged,
    Passage,
    Place,
    Places,
    Printed,
    ProfiledFunction,
    ProfiledLine,
    Schedule,
    ScheduleBar,
    Span,
    Workload,
    WorkRow,
)
from sparring.core.text import Message, Text
from sparring.core.verdict import Cost, Dimension, Finding, Outcome, Status, Verdict

EVIDENCE = [
    Schedule((ScheduleBar(Text("Tests", "Test"), "Anna", 1.0, 2.5, 12, True),), 2.5, 2.0, 3.0, Text("Move it.", "Spostalo.")),
    Workload((WorkRow("Anna", 12, 20),)),
    CostProfile(
        "instructions", 9, 500, 0.99, (ProfiledLine(1, "f()", 2, 3, 4, 5, 6),), (ProfiledFunction("f", "a.py:1", 2, 1, 3, 4),), 7, 1
    ),
    EndRisk((0.5, 1.0), (2.0, 4.0), 3.0, 0.85, (Text("Tests", "Test"),)),
    Cases((CaseRow("a", "passed", "f(1)", "2", "", Text("why", "perché"), "out", ("solution.py:1 in f",), 12, True),)),
    CostCurve("instructions", (1, 2), (3, 4), (5, 6), "n", "n log n", "n"),
    Passage("text", (Span(0, 2, Message("a.b", {"count": 1})), Span(1, 2, Text("x"))), Text("y")),
    Printed("print(1)", "1", "2", 1, 1),
    Place("a.py", 1, 2, "what", "excerpt"),
    Places((Place("a.py", 3, 0, "S608", "f(x)"),), 4),
    Logged({"hints": 1}),
    Fault("what"),
]


def filled(hint):
    """A value of a type, with something in every field."""
    kinds = get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        return filled(next(kind for kind in kinds if kind is not NoneType))
    if get_origin(hint) is Literal:
        return kinds[0]
    if get_origin(hint) is tuple:
        return tuple(filled(kind) for kind in kinds if kind is not Ellipsis)
    if get_origin(hint) is dict:
        return {"name": filled(kinds[1])}
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{field.name: filled(hints[field.name]) for field in fields(hint)})
    return {str: "text", int: 3, float: 1.5, bool: True}[hint]


EVIDENCE += [filled(kind) for kind in Evidence.__args__ if kind not in {type(evidence) for evidence in EVIDENCE}]


@pytest.mark.parametrize("evidence", EVIDENCE, ids=lambda evidence: type(evidence).__name__)
def test_evidence_is_stored_and_read_back(evidence):
    assert load(Evidence, json.loads(json.dumps(dump(evidence)))) == evidence


def test_every_evidence_type_is_tried():
    assert {type(evidence) for evidence in EVIDENCE} == set(Evidence.__args__)


def test_verdicts_and_answers_are_read_back():
    findings = tuple(Finding("c", True, Message("m", {"n": 1.5}), evidence, Dimension.CODE, 3) for evidence in EVIDENCE)
    verdict = Verdict(Outcome.CORRECT, Status.PASSED, 1.0, True, findings, Message("s"), "e", Cost(3))
    read = load(Verdict, json.loads(json.dumps(dump(verdict))))
    assert read == verdict
    assert read.findings[0].dimension is Dimension.CODE
    assert read.outcome is Outcome.CORRECT
    at = datetime(2026, 1, 1, tzinfo=UTC)
    answer = Answer("core:x", {"solution": Code({"solution.py": "x"}), "text": Prose("t", "it")}, (LogEntry(at, "run", {"n": 1}),))
    assert load(Answer, json.loads(json.dumps(dump(answer)))) == answer


def test_what_a_newer_program_added_is_ignored():
    assert load(Evidence, {"type": "fault", "what": "x", "new": 1}) == Fault("x")


@pytest.mark.parametrize("data", [{"type": "nonsense"}, {"type": "fault"}, {"type": "fault", "what": 3}])
def test_what_does_not_fit_is_an_error(data):
    with pytest.raises(ValueError, match=r"unknown|missing|no str"):
        load(Evidence, data)
