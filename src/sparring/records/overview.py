"""What lists and maps need of the records: aggregates and pages, without loading what they do not show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q

from sparring.core.answer import Answer
from sparring.core.codec import load
from sparring.core.text import Message, Saying, Text
from sparring.core.verdict import Cost, called
from sparring.records import models

COUNTED = ("correct", "partial", "incorrect")


@dataclass(frozen=True, slots=True)
class Standing:
    """How an exercise stands: attempts that count, how many of them passed, when the last one was."""

    attempts: int
    passed: int
    last: datetime


@dataclass(frozen=True, slots=True)
class InterviewLine:
    """An interview in a list, without its events."""

    id: str
    title: Text
    language: str
    created: datetime
    finished: bool


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """An attempt in a history: the answer, and the verdict without what was found. `id` is the submission's, `word` what its outcome is called."""

    id: str
    at: datetime
    word: str
    summary: Saying
    cost: Cost | None
    answer: Answer


class Overview:
    """The records of one learner, seen from afar."""

    def __init__(self, learner: str) -> None:
        self._learner = models.Learner.objects.get(name=learner)

    def standings(self) -> dict[str, Standing]:
        """Every exercise that was tried."""
        rows = (
            models.Attempt.objects.filter(learner=self._learner, outcome__in=COUNTED)
            .values("exercise")
            .annotate(n=Count("pk"), right=Count("pk", filter=Q(passed=True)), last=Max("created"))
            .order_by()
        )
        return {row["exercise"]: Standing(row["n"], row["right"], row["last"]) for row in rows}

    def attempts_of(self, exercise: str) -> int:
        """How many attempts at an exercise are stored."""
        return models.Attempt.objects.filter(learner=self._learner, exercise=exercise).count()

    def judged(self, exercise: str, start: int, most: int) -> list[JudgedLine]:
        """The attempts at an exercise, newest first, from number `start` on. The evidence stays where it is: it can be a thousand times the rest."""
        rows = models.Attempt.objects.filter(learner=self._learner, exercise=exercise).order_by("-created", "-id")
        columns = ("submission_id", "created", "outcome", "score", "verdict__summary", "verdict__cost", "submission__answer")
        return [
            JudgedLine(
                key,
                at,
                called(outcome, score),
                load(Message | Text, summary),
                load(Cost | None, cost),
                load(Answer, answer),
            )
            for key, at, outcome, score, summary, cost, answer in rows.values_list(*columns)[start : start + most]
        ]

    def interviews(self, most: int = 50, *, finished: bool | None = None) -> Sequence[InterviewLine]:
        """The latest interviews, newest first."""
        rows = models.Interview.objects.filter(learner=self._learner).order_by("-created")
        if finished is not None:
            rows = rows.filter(finished=finished)
        return [_line(*row) for row in rows.values_list("id", "snapshot", "created", "finished")[:most]]


def _line(key: str, snapshot: Any, created: datetime, finished: bool) -> InterviewLine:
    return InterviewLine(key, load(Text, snapshot["title"]), snapshot["language"], created, finished)
