"""What was done while a recorder ran beside the editor: kept with the recording, and set against what was measured."""

import json
import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from sparring.core.evidence import CostCurve
from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.language.speech.thinking import WHATS, Deed, Thinking, thinking
from sparring.usecases.app import App
from sparring.usecases.speech import recordings

MOST_DEEDS = 2000
MOST_TEXT = 300
MOST_SECONDS = 4 * 3600.0
MARKS = ("", "right", "half", "wrong", "open")
SLACK = timedelta(seconds=10)


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
    deeds, elapsed = read(stored)
    found = thinking(line.recorded.heard, deeds, line.recorded.seconds)
    began, ended = line.created - timedelta(seconds=elapsed) - SLACK, line.created + SLACK
    for attempt in app.records.attempts(line.recorded.exercise, 50) if line.recorded.exercise else ():
        growth = next(_growths(attempt.verdict.findings), "")
        if began <= attempt.at <= ended and growth:
            return Course(found, growth, attempt.id)
    return Course(found)


def _growths(findings: Any) -> Iterator[str]:
    for finding in findings:
        if isinstance(finding.evidence, CostCurve) and finding.evidence.unit == "instructions":
            yield finding.evidence.measured
