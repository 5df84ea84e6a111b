"""What a verdict shows before anything was handed in: the examples' cases whole, of the hidden ones only how many there are and how many fail."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sparring.core.evidence import CaseRow, Cases, Logged
from sparring.core.exercise import Exercise
from sparring.core.text import Message
from sparring.core.verdict import Finding
from sparring.usecases.practice import Graded


def hidden(exercise: Exercise[Any]) -> frozenset[str]:
    """The names of the cases that are no examples; none where the exercise has no cases of that sort."""
    spec = exercise.spec
    if not hasattr(spec, "examples"):
        return frozenset()
    shown = {case.name for case in spec.examples.cases}
    return frozenset(case.name for case in spec.script.cases) - shown


def before_handing_in(result: Graded) -> Graded:
    """The verdict without what is told only afterwards: hidden cases, follow-up questions."""
    findings = shown(result.exercise, result.verdict.findings)
    return replace(result, verdict=replace(result.verdict, findings=findings), follow_ups=())


def shown(exercise: Exercise[Any], findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings without the hidden cases' inputs and values."""
    names = hidden(exercise)
    kept, failing = [], 0
    for finding in findings:
        if isinstance(finding.evidence, Cases):
            rows = finding.evidence.rows
            failing += sum(_fails(row) for row in rows if row.name in names)
            kept.append(replace(finding, evidence=Cases(tuple(row for row in rows if row.name not in names))))
        else:
            kept.append(finding)
    if failing:
        kept.append(Finding("hidden-cases", None, Message("workspace.held-back", {"count": failing}), Logged({"failing": failing})))
    return tuple(kept)


def _fails(row: CaseRow) -> bool:
    return row.status != "passed"
