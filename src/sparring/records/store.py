"""The records as the use cases know them: frozen values in and out, every write in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, OperationalError, transaction

from sparring import __version__
from sparring.core import evidence
from sparring.core.answer import Answer, LogEntry
from sparring.core.codec import cleaned, dump, load
from sparring.core.exercise import Exercise
from sparring.core.problem import UsageError
from sparring.core.text import Message, Param
from sparring.core.verdict import Verdict
from sparring.records import models
from sparring.records.values import (
    AttemptLine,
    AttemptRecord,
    ConflictError,
    DraftRecord,
    Event,
    InterviewRecord,
    MarkRecord,
    cannot_write,
)


class Records:
    """The records of one learner."""

    def __init__(self, learner: str, now: datetime) -> None:
        try:
            self._learner = models.Learner.objects.get_or_create(name=learner, defaults={"created": now})[0]
        except OperationalError as error:
            raise cannot_write(error) from error

    def accept(self, key: str, answer: Answer, context: Mapping[str, Any], now: datetime) -> bool:
        """Store a submission before it is judged; False if it is already there, ConflictError if the key is another answer's.

        Two answers are the same if their parts are: what the program noted meanwhile grows between two presses.
        """
        told = dump(answer)
        defaults = {
            "learner": self._learner,
            "exercise": answer.exercise,
            "answer": told,
            "context": dict(context),
            "created": now,
        }
        with _writing():
            row, fresh = models.Submission.objects.get_or_create(id=key, defaults=defaults)
        same = row.exercise == answer.exercise and load(Answer, row.answer).parts == answer.parts
        if not same or row.learner_id != self._learner.pk:
            raise ConflictError(Message("records.key-taken"))
        return fresh

    def waiting(self) -> list[tuple[str, Answer]]:
        """Submissions that were accepted and never judged (the program was killed), oldest first."""
        rows = models.Submission.objects.filter(learner=self._learner, done=False).order_by("created")
        return [(row.id, load(Answer, row.answer)) for row in rows]

    def judged(self, key: str, exercise: Exercise[Any], pack_version: str, verdict: Verdict, now: datetime) -> None:
        """Store the verdict of the submission `key`; a second verdict on it is dropped, history is never rewritten."""
        with _writing():
            submission = models.Submission.objects.select_for_update().get(id=key)
            if not submission.done:
                models.Attempt.objects.create(
                    submission=submission,
                    learner=self._learner,
                    exercise=exercise.id,
                    kind=exercise.kind,
                    pack=exercise.pack,
                    pack_version=pack_version,
                    content_hash=exercise.content_hash,
                    engine=verdict.engine or "",
                    program_version=__version__,
                    evidence_version=evidence.VERSION,
                    outcome=verdict.outcome,
                    status=verdict.status,
                    score=verdict.score,
                    passed=verdict.passed,
                    verdict=dump(verdict),
                    created=now,
                )
                submission.done = True
                submission.save(update_fields=["done"])

    def abandon(self, key: str) -> None:
        """Take a submission off the queue whose exercise is no longer there; its answer stays stored."""
        with _writing():
            models.Submission.objects.filter(id=key).update(done=True)

    def attempt(self, key: str) -> AttemptRecord | None:
        """The attempt of a submission, if it was judged."""
        row = models.Attempt.objects.select_related("submission").filter(submission_id=key, learner=self._learner).first()
        return _attempt(row) if row else None

    def attempts(self, exercise: str, most: int = 50) -> list[AttemptRecord]:
        """The latest attempts at an exercise, newest first."""
        rows = models.Attempt.objects.select_related("submission").filter(learner=self._learner, exercise=exercise)
        return [_attempt(row) for row in rows.order_by("-created", "-id")[:most]]

    def latest(self, most: int = 100_000) -> list[AttemptLine]:
        """The latest attempts at anything, newest first, without their evidence."""
        rows = models.Attempt.objects.filter(learner=self._learner).order_by("-created", "-id")[:most]
        values = rows.values_list("submission_id", "exercise", "outcome", "passed", "score", "created")
        return [AttemptLine(*row) for row in values]

    def mark(self, key: str, finding: int, by: str, value: str, now: datetime) -> None:
        """Append a mark to a finding of an attempt."""
        attempt = models.Attempt.objects.filter(submission_id=key, learner=self._learner).first()
        if attempt is None or not 0 <= finding < len(attempt.verdict["findings"]):
            raise UsageError(Message("records.no-finding", {"number": finding + 1}))
        with _writing():
            models.Mark.objects.create(attempt=attempt, finding=finding, by=by, value=value, created=now)

    def marks(self, key: str) -> list[MarkRecord]:
        """The marks on an attempt, oldest first."""
        rows = models.Mark.objects.filter(attempt__submission_id=key, attempt__learner=self._learner).order_by("id")
        return [MarkRecord(row.finding, row.by, row.value, row.created) for row in rows]

    def submissions_of(self, interview: str) -> list[tuple[str, int]]:
        """The submissions of an interview with their rounds, oldest first."""
        rows = models.Submission.objects.filter(learner=self._learner, context__interview=interview).order_by("created")
        return [(row.id, row.context["round"]) for row in rows]

    def begin(self, key: str, snapshot: Mapping[str, Any], now: datetime) -> None:
        """Store a new interview."""
        with _writing():
            models.Interview.objects.create(id=key, learner=self._learner, snapshot=dict(snapshot), created=now, alive_at=now)

    def append(self, key: str, expected: int, events: Sequence[Event], *, finished: bool = False) -> None:
        """Append events numbered from `expected`; ConflictError if another writer was faster."""
        rows = [
            models.InterviewEvent(interview_id=key, seq=event.seq, at=event.at, what=event.what, data=dict(event.data)) for event in events
        ]
        if [event.seq for event in events] != list(range(expected, expected + len(events))):
            raise ValueError("events are numbered without gaps")
        try:
            with _writing():
                if models.InterviewEvent.objects.filter(interview_id=key).count() != expected:
                    raise ConflictError(Message("records.conflict"))
                models.InterviewEvent.objects.bulk_create(rows)
                if events:
                    models.Interview.objects.filter(id=key).update(alive_at=events[-1].at, finished=finished)
        except IntegrityError as error:
            raise ConflictError(Message("records.conflict")) from error

    def alive(self, key: str, now: datetime) -> None:
        """Note that the interview is still running."""
        with _writing():
            models.Interview.objects.filter(id=key, alive_at__lt=now).update(alive_at=now)

    def interview(self, key: str) -> InterviewRecord | None:
        """An interview with all its events."""
        row = models.Interview.objects.filter(id=key, learner=self._learner).first()
        return _interview(row) if row else None

    def interviews(self, most: int = 50) -> list[InterviewRecord]:
        """The latest interviews, newest first."""
        return [_interview(row) for row in models.Interview.objects.filter(learner=self._learner).order_by("-created")[:most]]

    def draft(self, key: str) -> DraftRecord:
        """The draft called `key`; empty, number 0, if there is none."""
        row = models.Draft.objects.filter(learner=self._learner, key=key).first()
        return DraftRecord(row.text, row.seq) if row else DraftRecord("", 0)

    def save_draft(self, key: str, text: str, now: datetime, expected: int | None = None) -> int:
        """Save a draft and return its new number; ConflictError if `expected` is not the last number."""
        with _writing():
            row = models.Draft.objects.filter(learner=self._learner, key=key).first()
            seq = row.seq if row else 0
            if expected is not None and expected != seq:
                raise ConflictError(Message("records.conflict"))
            models.Draft.objects.update_or_create(learner=self._learner, key=key, defaults={"text": text, "seq": seq + 1, "updated": now})
            return seq + 1

    def steps(self, log: str) -> tuple[LogEntry, ...]:
        """The steps of a log, in order."""
        rows = models.LogStep.objects.filter(learner=self._learner, log=log).order_by("seq")
        return tuple(LogEntry(*values) for values in rows.values_list("at", "what", "detail"))

    def add_step(self, log: str, what: str, detail: Mapping[str, Param], now: datetime) -> None:
        """Append a step to a log; ConflictError if another writer was faster."""
        try:
            with _writing():
                seq = models.LogStep.objects.filter(learner=self._learner, log=log).count()
                models.LogStep.objects.create(learner=self._learner, log=log, seq=seq, at=now, what=what, detail=dict(detail))
        except IntegrityError as error:
            raise ConflictError(Message("records.conflict")) from error

    def setting(self, name: str, default: Any = None) -> Any:
        """A choice of the learner."""
        row = models.Setting.objects.filter(learner=self._learner, name=name).first()
        return row.value if row else default

    def settings(self, names: Iterable[str]) -> dict[str, Any]:
        """Some choices of the learner, by name; those never made are left out."""
        rows = models.Setting.objects.filter(learner=self._learner, name__in=list(names))
        return dict(rows.values_list("name", "value"))

    def choose(self, name: str, value: Any) -> None:
        """Store a choice of the learner."""
        with _writing():
            models.Setting.objects.update_or_create(learner=self._learner, name=name, defaults={"value": value})


class _writing:  # noqa: N801 - reads as a phrase in `with _writing():`
    """A transaction whose failure is told in words: a full disk, a folder that cannot be written."""

    def __init__(self) -> None:
        self._atomic = transaction.atomic()

    def __enter__(self) -> None:
        try:
            self._atomic.__enter__()
        except OperationalError as error:
            raise cannot_write(error) from error

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        try:
            self._atomic.__exit__(kind, error, trace)
        except OperationalError as failure:
            raise cannot_write(failure) from failure
        if isinstance(error, OperationalError):
            raise cannot_write(error) from error


def _attempt(row: models.Attempt) -> AttemptRecord:
    return AttemptRecord(
        row.submission_id,
        row.exercise,
        row.kind,
        row.content_hash,
        row.pack_version,
        row.created,
        load(Verdict, row.verdict),
        load(Answer, row.submission.answer),
        row.submission.context,
    )


def _interview(row: models.Interview) -> InterviewRecord:
    events = tuple(Event(*cleaned(values)) for values in row.events.values_list("seq", "at", "what", "data"))
    return InterviewRecord(row.id, row.snapshot, row.created, row.alive_at, row.finished, events)
