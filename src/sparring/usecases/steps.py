"""Exercises whose requirements appear one by one: every run is a step of the answer's log, and the log says what is asked now.

A run is recorded once it was judged, with the files as they were; a program that is killed before has shown nobody an outcome, and the draft still holds the text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from sparring.core.answer import Answer, Code, LogEntry
from sparring.core.evidence import Logged
from sparring.core.exercise import Exercise
from sparring.core.problem import UsageError
from sparring.core.text import Message, Param
from sparring.core.verdict import Finding, Verdict
from sparring.kinds.kind import Asked, Stepped
from sparring.usecases.app import App

MOST_RUNS = 300
"""A log that is full records no further run: judging it would take minutes."""
TOLD_FROM = 250
"""From so many recorded runs on it is said how many are left."""
RUN, SKIP, OPENED = "run", "skip", "opened"


def stepped(app: App, exercise: Exercise[Any]) -> Stepped:
    """The exercise's kind as one that asks step by step."""
    return cast(Stepped, app.kind(exercise))


def asked(app: App, exercise: Exercise[Any], log: Sequence[LogEntry]) -> Asked | None:
    """What is asked by now; None for an exercise that asks everything at once."""
    return stepped(app, exercise).asked(exercise, log) if exercise.stepped else None


def step_of(app: App, exercise: Exercise[Any], answer: Answer, verdict: Verdict, log: Sequence[LogEntry]) -> Mapping[str, Param] | None:
    """What is recorded of a run; None where it says nothing new (the files of the last one), did not count, or the log is full."""
    files: dict[str, Param] = {
        name: source for part in answer.parts.values() if isinstance(part, Code) for name, source in part.files.items()
    }
    runs = [entry for entry in log if entry.what == RUN]
    if not verdict.counts or len(runs) >= MOST_RUNS:
        return None
    if files == {name: text for name, text in (runs[-1].detail if runs else _starters(exercise)).items() if name != "reached"}:
        return None
    return files | {"reached": stepped(app, exercise).reached(verdict)}


def counted_down(verdict: Verdict, log: Sequence[LogEntry], *, recorded: bool) -> Verdict:
    """The verdict on a run, which says so when the log is nearly full, or is. `log`: before the run, which was `recorded` or said nothing new."""
    runs = sum(entry.what == RUN for entry in log) + recorded
    if runs < TOLD_FROM:
        return verdict
    message = (
        Message("steps.few-left", {"count": MOST_RUNS - runs, "most": MOST_RUNS})
        if runs < MOST_RUNS
        else Message("steps.full", {"most": MOST_RUNS})
    )
    finding = Finding("runs-left", None if runs < MOST_RUNS else False, message, Logged({"runs": runs}))
    return replace(verdict, findings=(*verdict.findings, finding))


def _starters(exercise: Exercise[Any]) -> Mapping[str, Param]:
    return {slot.file: slot.starter for slot in exercise.slots}


def number_to_skip(app: App, exercise: Exercise[Any], log: Sequence[LogEntry]) -> int:
    """The requirement that is left when one is skipped now; UsageError where there is none."""
    found = asked(app, exercise, log)
    if found is None or found.now >= found.total:
        raise UsageError(Message("steps.nothing-to-skip"))
    return found.now
