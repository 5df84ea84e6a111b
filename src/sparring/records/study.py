"""What is studied, remembered and planned: cards, reviews, memories, a session a day, applications."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection
from django.db import models as _db
from django.db.models.functions import Cast

from sparring.core.text import Text
from sparring.mastery.memory import Grade, Memory, after
from sparring.records import models
from sparring.records.overview import COUNTED
from sparring.records.store import _writing as writing
from sparring.records.study_values import Answered, CardRecord, DayRecord, ReviewRecord

BATCH = 2000


class Studied:
    """The study records of one learner."""

    def __init__(self, learner: str) -> None:
        self._learner = models.Learner.objects.get(name=learner)

    def memories(self, items: Iterable[str]) -> dict[str, Memory]:
        """The memories of some items; those never answered are left out."""
        names, found = list(items), {}
        for start in range(0, len(names), BATCH):
            rows = models.Remembered.objects.filter(learner=self._learner, item__in=names[start : start + BATCH])
            found.update({row.item: _memory(row) for row in rows})
        return found

    def due(self, day: date, prefix: str, most: int) -> dict[str, Memory]:
        """The memories of items named `prefix…` that are due on `day`, longest due first."""
        rows = models.Remembered.objects.filter(learner=self._learner, due__lte=day, item__startswith=prefix).order_by("due", "id")[:most]
        return {row.item: _memory(row) for row in rows}

    def count_remembered(self, prefix: str) -> int:
        """How many items named `prefix…` were answered."""
        return models.Remembered.objects.filter(learner=self._learner, item__startswith=prefix).count()

    def card(self, key: str) -> CardRecord | None:
        """An own card."""
        row = models.Card.objects.filter(learner=self._learner, key=key).first()
        return _card(row) if row else None

    def cards_of(self, keys: Iterable[str]) -> dict[str, CardRecord]:
        """Some own cards; those that are gone are left out."""
        rows = models.Card.objects.filter(learner=self._learner, key__in=list(keys))
        return {row.key: _card(row) for row in rows}

    def cards(self, start: int = 0, most: int = 1_000_000, *, topic: str = "", words: str = "") -> list[CardRecord]:
        """Own cards, newest first."""
        rows = self._cards(topic, words).order_by("-id")[start : start + most]
        return [_card(row) for row in rows]

    def count_cards(self, *, topic: str = "", words: str = "") -> int:
        """How many own cards there are."""
        return self._cards(topic, words).count()

    def _cards(self, topic: str, words: str) -> _db.QuerySet[models.Card]:
        rows = models.Card.objects.filter(learner=self._learner)
        rows = rows.filter(topic=topic) if topic else rows
        return rows.filter(sides__icontains=words) if words else rows

    def add_cards(self, cards: Sequence[CardRecord], now: datetime) -> int:
        """Store cards; one whose key is there already takes the new words and keeps its memory. How many are new.

        Written row by row in SQL: Django's objects and its composing of statements take half the time of a hundred thousand cards.
        """
        before = self.count_cards()
        with writing(), connection.cursor() as cursor:
            moment = connection.ops.adapt_datetimefield_value(now)
            cursor.executemany(_ADD_CARD, [self._row(card, moment) for card in cards])
        return self.count_cards() - before

    def _row(self, card: CardRecord, moment: Any) -> tuple[Any, ...]:
        sides, tags, extra = (json.dumps(value) for value in (_sides(card), list(card.tags), dict(card.extra)))
        return self._learner.pk, card.key, card.topic, card.deck[:300], sides, tags, extra, moment

    def remove_card(self, key: str) -> None:
        """Take a card away; its reviews stay."""
        with writing():
            models.Card.objects.filter(learner=self._learner, key=key).delete()
            models.Remembered.objects.filter(learner=self._learner, item=key).delete()

    def topics_of(self, keys: Iterable[str]) -> dict[str, str]:
        """The topic of each of these own cards; those that are gone are left out."""
        rows = models.Card.objects.filter(learner=self._learner, key__in=list(keys))
        return dict(rows.values_list("key", "topic"))

    def new_cards(self, most: int) -> list[tuple[str, str]]:
        """The next own cards never answered, oldest first, with their topics."""
        known = models.Remembered.objects.filter(learner=self._learner, item=_db.OuterRef("key"))
        rows = models.Card.objects.filter(~_db.Exists(known), learner=self._learner).order_by("id")
        return list(rows.values_list("key", "topic")[:most])

    def review(self, answers: Sequence[ReviewRecord]) -> None:
        """Append reviews, oldest first, and move the memories on."""
        if not answers:
            return
        with writing():
            states: dict[str, Memory | None] = dict(self.memories({answer.item for answer in answers}))
            for answer in answers:
                states[answer.item] = after(states.get(answer.item), answer.grade, answer.day)
            rows = [
                models.Review(learner=self._learner, item=a.item, grade=int(a.grade), day=a.day, at=a.at, source=a.source) for a in answers
            ]
            models.Review.objects.bulk_create(rows, batch_size=BATCH)
            self.remember({item: memory for item, memory in states.items() if memory})

    def remember(self, memories: Mapping[str, Memory]) -> None:
        """Store memories as they are."""
        rows = [
            models.Remembered(
                learner=self._learner,
                item=item,
                stability=memory.stability,
                difficulty=memory.difficulty,
                last=memory.last,
                due=memory.due,
                answers=memory.answers,
                lapses=memory.lapses,
            )
            for item, memory in memories.items()
        ]
        names = ["stability", "difficulty", "last", "due", "answers", "lapses"]
        models.Remembered.objects.bulk_create(
            rows, batch_size=BATCH, update_conflicts=True, unique_fields=["learner", "item"], update_fields=names
        )

    def reviews(self, since: date | None = None, most: int = 1_000_000) -> list[ReviewRecord]:
        """The reviews since a day, oldest first."""
        rows = models.Review.objects.filter(learner=self._learner, **({"day__gte": since} if since else {})).order_by("id")[:most]
        return [_review(*row) for row in rows.annotate(**_AS_TEXT).values_list(*_REVIEW)]

    def reviews_of(self, items: Iterable[str], since: date | None = None) -> list[ReviewRecord]:
        """The reviews of some items, since a day, oldest first."""
        rows = models.Review.objects.filter(learner=self._learner, item__in=list(items), **({"day__gte": since} if since else {})).order_by(
            "id"
        )
        return [_review(*row) for row in rows.annotate(**_AS_TEXT).values_list(*_REVIEW)]

    def count_reviews(self, before: date) -> int:
        """How many reviews there were before a day."""
        return models.Review.objects.filter(learner=self._learner, day__lt=before).count()

    def reviewed_days(self, since: date) -> dict[date, int]:
        """How many reviews each day had, since a day."""
        from django.db.models import Count

        rows = models.Review.objects.filter(learner=self._learner, day__gte=since).values("day").annotate(n=Count("id")).order_by("day")
        return {row["day"]: row["n"] for row in rows}

    def answered(self, after_number: int, most: int = 100_000) -> list[Answered]:
        """The counted attempts with a greater number, oldest first."""
        rows = models.Attempt.objects.filter(learner=self._learner, pk__gt=after_number, outcome__in=COUNTED).order_by("pk")
        return [_answered(*row) for row in rows.annotate(moment=Cast("created", _db.TextField())).values_list(*_ANSWERED)[:most]]

    def latest_answered(self, since: datetime, most: int) -> list[Answered]:
        """The counted attempts since a moment, newest first."""
        rows = models.Attempt.objects.filter(learner=self._learner, created__gte=since, outcome__in=COUNTED).order_by("-created")
        return [_answered(*row) for row in rows.annotate(moment=Cast("created", _db.TextField())).values_list(*_ANSWERED)[:most]]

    def edition(self) -> tuple[object, ...]:
        """Differs wherever an attempt or a review was added or everything was taken away: what is computed from them stands as long as it is the same."""
        ends = {"n": _db.Count("pk"), "last": _db.Max("pk"), "at": Cast(_db.Max("created"), _db.TextField())}
        attempts = models.Attempt.objects.filter(learner=self._learner).aggregate(**ends)
        reviews = models.Review.objects.filter(learner=self._learner).aggregate(n=_db.Count("pk"), last=_db.Max("pk"))
        return *attempts.values(), *reviews.values()

    def day(self, day: date) -> DayRecord | None:
        """A day's session."""
        row = models.StudyDay.objects.filter(learner=self._learner, day=day).first()
        return DayRecord(row.day, row.minutes, tuple(row.steps), row.done) if row else None

    def days(self) -> list[DayRecord]:
        """All sessions, oldest first."""
        rows = models.StudyDay.objects.filter(learner=self._learner).order_by("day")
        return [DayRecord(row.day, row.minutes, tuple(row.steps), row.done) for row in rows]

    def compose(self, day: date, minutes: int, steps: Sequence[Mapping[str, Any]], done: Mapping[str, str]) -> DayRecord:
        """Store a day's session in place of an earlier composition of the same day; what is done stays done."""
        defaults = {"minutes": minutes, "steps": [dict(step) for step in steps], "done": dict(done)}
        with writing():
            models.StudyDay.objects.update_or_create(learner=self._learner, day=day, defaults=defaults)
        return DayRecord(day, minutes, tuple(steps), done)

    def did(self, day: date, items: Mapping[str, str]) -> None:
        """Note what of a day's session is done."""
        with writing():
            row = models.StudyDay.objects.select_for_update().filter(learner=self._learner, day=day).first()
            names = {step["item"] for step in row.steps} if row else set()
            new = {item: how for item, how in items.items() if item in names}
            if row and new:
                row.done = {**row.done, **new}
                row.save(update_fields=["done"])


_ADD_CARD = """INSERT INTO records_card (learner_id, "key", topic, deck, sides, tags, extra, created)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (learner_id, "key") DO UPDATE SET
topic = EXCLUDED.topic, deck = EXCLUDED.deck, sides = EXCLUDED.sides, tags = EXCLUDED.tags, extra = EXCLUDED.extra"""
_REVIEW = ("item", "grade", "on_day", "moment", "source")
_ANSWERED = ("pk", "exercise", "kind", "outcome", "score", "passed", "moment")
_AS_TEXT = {"on_day": Cast("day", _db.TextField()), "moment": Cast("at", _db.TextField())}
"""Moments and days as they are stored: Django's own reading of thousands of them takes longer than all else on a page."""


def _review(item: str, grade: int, day: str, written: str, source: str) -> ReviewRecord:
    return ReviewRecord(item, Grade(grade), date.fromisoformat(day), _moment(written), source)


def _answered(number: int, exercise: str, kind: str, outcome: str, score: float, passed: bool, written: str) -> Answered:
    at = _moment(written)
    return Answered(number, exercise, kind, outcome, score, passed, at, at.astimezone().date())


def _moment(written: str) -> datetime:
    at = datetime.fromisoformat(written)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _memory(row: models.Remembered) -> Memory:
    return Memory(row.stability, row.difficulty, row.last, row.due, row.answers, row.lapses)


def _sides(card: CardRecord) -> dict[str, dict[str, str]]:
    return {"front": {"en": card.front.en, "it": card.front.it}, "back": {"en": card.back.en, "it": card.back.it}}


def _card(row: models.Card) -> CardRecord:
    sides = row.sides
    return CardRecord(row.key, Text(**sides["front"]), Text(**sides["back"]), row.topic, row.deck, tuple(row.tags), row.extra)
