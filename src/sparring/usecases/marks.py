"""The candidate's own marks on what was recognised in their words: written, read, counted."""

from collections.abc import Sequence

from sparring.core import marks
from sparring.core.marks import Coverage
from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.records.values import MarkRecord
from sparring.usecases.app import App

CANDIDATE = "candidate"
MOST = 10**9
"""Larger numbers of a finding are told as this one: an address may hold thousands of digits."""


def mark(app: App, attempt: str, number: int, value: str) -> None:
    """Note the candidate's mark (`core.marks.VALUES`) on finding `number` (from 0) of an attempt; UsageError if it cannot be marked."""
    record = app.records.attempt(attempt)
    if record is None or not 0 <= number < len(record.verdict.findings):
        raise UsageError(Message("marks.no-finding", {"number": min(number + 1, MOST)}))
    if value not in marks.VALUES:
        raise UsageError(Message("marks.unknown", {"value": value[:40]}))
    if not record.verdict.findings[number].markable:
        raise UsageError(Message("marks.measured", {"number": number + 1}))
    app.records.mark(attempt, number, CANDIDATE, value, app.clock.now())


def carry(app: App, before: str, after: str) -> None:
    """Note on attempt `after` what the candidate marked on `before`: the same words judged once more, with lines that show them."""
    first, second = app.records.attempt(before), app.records.attempt(after)
    if first is None or second is None:
        return
    own = {first.verdict.findings[number].criterion: value for number, value in latest(app.records.marks(before)).items()}
    for number, finding in enumerate(second.verdict.findings):
        if finding.markable and finding.criterion in own:
            app.records.mark(after, number, CANDIDATE, own[finding.criterion], app.clock.now())


def latest(records: Sequence[MarkRecord]) -> dict[int, str]:
    """The last mark on each finding, by its number."""
    return {record.finding: record.value for record in records}


def coverage_of(app: App, attempt: str) -> Coverage | None:
    """Machine's and own coverage of an attempt; None if it is unknown or was measured exactly."""
    record = app.records.attempt(attempt)
    return marks.coverage(record.verdict.findings, latest(app.records.marks(attempt))) if record else None


def coverage_message(found: Coverage) -> Message:
    """Both in a sentence: "machine 1 of 6 · you 6 of 6"."""
    return Message("marks.coverage", {"machine": found.machine, "own": found.own, "points": found.points})
