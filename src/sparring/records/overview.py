"""What lists and maps need of the records: aggregates and pages, without loading what they do not show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q

from sparring.core.codec import load
from sparring.core.text import Text
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

    def keys(self, exercise: str, start: int, most: int) -> list[str]:
        """The submissions judged for an exercise, newest first, from number `start` on."""
        rows = models.Attempt.objects.filter(learner=self._learner, exercise=exercise).order_by("-created", "-id")
        return list(rows.values_list("submission_id", flat=True)[start : start + most])

    def interviews(self, most: int = 50, *, finished: bool | None = None) -> Sequence[InterviewLine]:
        """The latest interviews, newest first."""
        rows = models.Interview.objects.filter(learner=self._learner).order_by("-created")
        if finished is not None:
            rows = rows.filter(finished=finished)
        return [_line(*row) for row in rows.values_list("id", "snapshot", "created", "finished")[:most]]


def _line(key: str, snapshot: Any, created: datetime, finished: bool) -> InterviewLine:
    return InterviewLine(key, load(Text, snapshot["title"]), snapshot["language"], created, finished)
