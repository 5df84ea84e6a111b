"""What was done while a recorder ran beside the editor: kept with the recording, and set against what was measured."""

import json
import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from sparring.core.evidence import CostCurve
from sparring.core.problem import UsageError
from sparring.core.speech import Recorded
from sparring.core.text import Message
from sparring.language.speech.thinking import WHATS, Deed, Thinking, thinking
from sparring.usecases.app import App
from sparring.usecases.speech import recordings

MOST_DEEDS = 2000
MOST_TEXT = 300
MOST_SECONDS = 4 * 3600.0
MARKS = ("", "right", "half", "wrong", "open")
SLACK = timedelta(seconds=10)
AFTERWARDS = timedelta(minutes=30)
"""Who stops the recorder and then hands in does so within this time."""
ALOUD = "aloud"
"""The part of an answer that a recording beside an editor stands for."""


@dataclass(frozen=True, slots=True)
class Course:
    """A recording beside an editor. `growth`: what the last submission of that time was measured to grow like ('' if nothing was measured), `attempt` which it was."""

    thinking: Thinking
    growth: str = ""
    attempt: str = ""


def read(text: str) -> tuple[tuple[Deed, ...], float]:
    """The deeds that the page noted and the seconds that went by meanwhile, pauses included; UsageError if that is no such list."""
    try:
        told = json.loads(text)
        deeds = tuple(_deed(one) for one in told["deeds"][:MOST_DEEDS])
        return tuple(sorted(deeds, key=lambda deed: deed.start)), _seconds(told["elapsed"])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UsageError(Message("speech.no-course")) from error


def _deed(told: dict[str, Any]) -> Deed:
    what, mark = told["what"], str(told.get("mark", ""))
    start, end = _seconds(told["start"]), _seconds(told["end"])
    if what not in WHATS or mark not in MARKS or end < start:
        raise ValueError(what)
    return Deed(what, start, end, mark, str(told.get("text", ""))[:MOST_TEXT])


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or not 0 <= value <= MOST_SECONDS:
        raise ValueError(value)
    return round(float(value), 2)


def keep(app: App, key: str, deeds: tuple[Deed, ...], elapsed: float) -> None:
    """Keep the deeds with their recording."""
    stored = {"deeds": [asdict(deed) for deed in deeds], "elapsed": elapsed}
    app.records.save_draft(f"course:{key}", json.dumps(stored), app.clock.now())


def forget(app: App, key: str) -> None:
    """The recording is deleted: what was done meanwhile goes with it."""
    if app.records.draft(f"course:{key}").text:
        app.records.save_draft(f"course:{key}", "", app.clock.now())


def course(app: App, key: str) -> Course | None:
    """The course of a recording; None if nothing was noted beside it."""
    stored, line = app.records.draft(f"course:{key}").text, recordings.table(app).find(key)
    if not stored or line is None:
        return None
    deeds, _ = read(stored)
    found = thinking(line.recorded.heard, deeds, line.recorded.seconds)
    attempt = app.records.attempt(line.recorded.attempt) if line.recorded.attempt else None
    return Course(found, next(_growths(attempt.verdict.findings), ""), attempt.id) if attempt else Course(found)


def belongs(app: App, key: str, elapsed: float) -> None:
    """A recording was stored: it belongs to the last answer that was handed in while it ran (`elapsed` seconds), if there is one."""
    line = recordings.table(app).find(key)
    if line is None or not line.recorded.exercise:
        return
    began = line.created - timedelta(seconds=elapsed) - SLACK
    for attempt in app.records.attempts(line.recorded.exercise, 1):
        if began <= attempt.at <= line.created + SLACK:
            recordings.handed_in(app, key, attempt.id)


def handed_in(app: App, exercise: str, attempt: str | None) -> None:
    """An answer was handed in: what was said while it was written belongs to it, unless that belongs already to an answer that was right."""
    lines = recordings.listed(app, exercise=exercise) if attempt else []
    line = next((line for line in lines if line.recorded.part == ALOUD), None)
    if line is None or app.clock.now() - line.created > AFTERWARDS:
        return
    before = app.records.attempt(line.recorded.attempt) if line.recorded.attempt else None
    if before is None or not before.verdict.passed:
        recordings.handed_in(app, line.recorded.key, attempt or "")


def beside(app: App, attempt: str) -> list[Recorded]:
    """What was said aloud while an answer was written."""
    return [line.recorded for line in recordings.listed(app, attempt=attempt) if line.recorded.part == ALOUD]


def _growths(findings: Any) -> Iterator[str]:
    for finding in findings:
        if isinstance(finding.evidence, CostCurve) and finding.evidence.unit == "instructions":
            yield finding.evidence.measured
