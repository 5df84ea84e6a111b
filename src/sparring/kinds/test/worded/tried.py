"""The examples of a list, tried on the module: "perché gives perché" is no case of a function that drops accents, however well its words are those of one."""

from collections.abc import Sequence
from dataclasses import replace

from sparring.core.exercise import Exercise
from sparring.judge.judge import limits
from sparring.kinds.kind import Tools
from sparring.kinds.test.schema import TestSpec
from sparring.kinds.test.worded.examples import Example, contradicts, example
from sparring.kinds.test.worded.listed import Line
from sparring.kinds.test.worded.schema import Worded
from sparring.sandbox.interface import Job, Raised, Step, StepOutcome, Unreadable, Value


def tried_out(exercise: Exercise[TestSpec], worded: Worded, text: str, lines: Sequence[Line], tools: Tools) -> tuple[Line, ...]:
    """The lines; those whose own example contradicts the module become `false`. Only cases that texts exemplify are looked at: others need more than one value."""
    found = {at: one for at, line in enumerate(lines) if _is_exemplified(line) and (one := example(text[line.start : line.end]))}
    if not worded.example or not found:
        return tuple(lines)
    rights = dict(zip(found, _right(exercise, worded, list(found.values()), tools), strict=True))
    return tuple(
        replace(line, kind="false", cases=(), right=rights[at] or "")
        if at in found and (right := rights[at]) is not None and contradicts(found[at], right)
        else line
        for at, line in enumerate(lines)
    )


def _is_exemplified(line: Line) -> bool:
    return line.kind == "case" and all(case.literals for case in line.cases)


def _right(exercise: Exercise[TestSpec], worded: Worded, found: Sequence[Example], tools: Tools) -> list[str | None]:
    """What the reference makes of each; None where it says nothing."""
    groups = [[Step("eval", f"{worded.example}(_given)", {"_given": one.given})] for one in found]
    main = f"{exercise.spec.module}.py"
    outcome = tools.judge.sandbox.run(Job({main: exercise.spec.reference}, main, groups, limits(exercise.budget)))
    if isinstance(outcome, Unreadable) or len(outcome.groups) != len(found):
        return [None] * len(found)
    return [_told(group[0]) for group in outcome.groups]


def _told(outcome: StepOutcome | None) -> str | None:
    match outcome.result if outcome else None:
        case Value(value=value):
            return str(value)
        case Raised(type=name):
            return name.rpartition(".")[2]
    return None
