"""Evidence about topics: results of exercises and the recall of cards, gathered from the records."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sparring.core.exercise import Exercise
from sparring.mastery.memory import Grade, Memory, recall, replay
from sparring.mastery.topics import PRIOR, Evidence, Mastery, mastery
from sparring.records.study_values import Answered, ReviewRecord
from sparring.usecases.app import App
from sparring.usecases.choosing import above
from sparring.usecases.study.items import Item, card_exercises, is_card, studied, today_of

CURSOR = "study.cursor"
PLACEMENT = "placement"
REACH_DAYS, MOST = 180, 2000
"""Older results say nothing any more (an eighth of a hundredth of their weight)."""
SAID = {Grade.AGAIN: 0.0, Grade.HARD: 0.5, Grade.GOOD: 1.0, Grade.EASY: 1.0}
"""What the candidate's own word on a card is worth."""
GRADES = {"correct": Grade.GOOD, "partial": Grade.HARD, "incorrect": Grade.AGAIN}


def catch_up(app: App) -> None:
    """Let the memories know of attempts made since the last time: a judged answer to a card exercise is a review of it."""
    records, since = studied(app), app.records.setting(CURSOR, 0)
    new = records.answered(since)
    if not new:
        return
    records.review([_review(one) for one in new if _card(app, one) and not one.open])
    done: dict[date, dict[str, str]] = defaultdict(dict)
    for one in new:
        done[one.day][one.exercise] = one.outcome
    for day, items in done.items():
        records.did(day, items)
    app.records.choose(CURSOR, new[-1].number)


def _card(app: App, one: Answered) -> bool:
    exercise = app.library.exercises.get(one.exercise)
    return exercise is not None and is_card(exercise)


def _review(one: Answered) -> ReviewRecord:
    return ReviewRecord(one.exercise, GRADES[one.outcome], one.day, one.at, "attempt")


def priors(app: App) -> dict[str, float]:
    """What placement found, by topic: the chance of knowing what was never studied here."""
    return dict(app.records.setting(PLACEMENT, {}).get("topics", {}))


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the records say, read once: the exercises that work as cards, counted answers (newest first), reviews of these cards (oldest first)."""

    cards: tuple[Item, ...]
    answered: tuple[Answered, ...]
    reviews: tuple[ReviewRecord, ...]


def basis(app: App) -> tuple[object, ...]:
    """All that evidence rests on: the day, the library, what was answered."""
    return today_of(app), id(app.library), *studied(app).edition()


def gathered(app: App, *, whole: bool = False) -> Gathered:
    """Read the records, again only where something was answered since; reviews as far back as they say something, or all, of which an earlier day's memories are made."""
    since = None if whole else today_of(app) - timedelta(days=REACH_DAYS)
    return app.once("gathered.whole" if whole else "gathered", basis(app), lambda: _gathered(app, since))


def _gathered(app: App, since: date | None) -> Gathered:
    cards, records = card_exercises(app), studied(app)
    answered = records.latest_answered(app.clock.now() - timedelta(days=REACH_DAYS), MOST)
    return Gathered(tuple(cards), tuple(answered), tuple(records.reviews_of((item.key for item in cards), since)))


def evidence(app: App, today: date | None = None) -> dict[str, list[Evidence]]:
    """The evidence by topic as of a day, each result counting for every topic of its exercise and for those above."""
    day = today or today_of(app)
    return app.once(f"evidence.{(today_of(app) - day).days}", basis(app), lambda: _evidence(app, day))


def _evidence(app: App, day: date) -> dict[str, list[Evidence]]:
    seen = gathered(app, whole=day < today_of(app))
    found = _results(app, day, seen.answered)
    memories, last = _memories(app, day, seen), _last_answers(day, seen)
    for key, memory in memories.items():
        _note(found, app.library.exercises[key], _of_card(memory, last.get(key), day))
    return found


def _of_card(memory: Memory, last: Evidence | None, day: date) -> Evidence:
    """What a card says of its topics: as much as the last answer to it was worth, as far as it is still recalled. What was not known is not recalled either."""
    if last is None:
        return Evidence(recall(memory, day), day)
    return Evidence(recall(memory, day) * last.score, day, last.passed, last.said) if last.passed else last


def _last_answers(day: date, seen: Gathered) -> dict[str, Evidence]:
    """The last answer to each card exercise, up to a day: judged, or the candidate's own word."""
    since = day - timedelta(days=REACH_DAYS)
    said = {
        review.item: (review.at, Evidence(SAID[review.grade], review.day, review.grade is not Grade.AGAIN, said=True))
        for review in seen.reviews
        if since <= review.day <= day and review.source == "button"
    }
    wanted = {item.key for item in seen.cards}
    for one in reversed(seen.answered):
        if one.exercise in wanted and one.day <= day and not one.open and (one.exercise not in said or said[one.exercise][0] <= one.at):
            said[one.exercise] = one.at, Evidence(one.score, one.day, one.passed)
    return {key: last for key, (_, last) in said.items()}


def results(app: App) -> dict[str, list[Evidence]]:
    """The results of exercises by topic; without the cards."""
    return app.once("results", basis(app), lambda: _results(app, today_of(app), gathered(app).answered))


def _results(app: App, day: date, answered: Iterable[Answered]) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = defaultdict(list)
    exercises = app.library.exercises
    for one in answered:
        exercise = exercises.get(one.exercise)
        if exercise is not None and not is_card(exercise) and one.day <= day and not one.open:
            _note(found, exercise, Evidence(one.score, one.day, one.passed))
    return found


def _memories(app: App, day: date, seen: Gathered) -> dict[str, Memory]:
    """What was remembered of the card exercises on a day: as stored for today, replayed for an earlier one."""
    if day >= today_of(app):
        return {item.key: item.memory for item in seen.cards if item.memory is not None}
    answers: dict[str, list[tuple[date, Grade]]] = defaultdict(list)
    for review in seen.reviews:
        if review.day <= day:
            answers[review.item].append((review.day, review.grade))
    return {key: memory for key, given in answers.items() if (memory := replay(given))}


def _note(found: dict[str, list[Evidence]], exercise: Exercise[Any], one: Evidence) -> None:
    for name in above(exercise.topics):
        found[name].append(one)


def masteries(app: App, day: date | None = None) -> dict[str, Mastery]:
    """The mastery of every topic of the syllabus as of a day: today, if none is named."""
    on, before = day or today_of(app), priors(app)

    def made() -> dict[str, Mastery]:
        known = evidence(app, on)
        return {topic: mastery(known.get(topic, ()), on, before.get(topic, PRIOR)) for topic in app.library.topics}

    return app.once(f"masteries.{(today_of(app) - on).days}", (basis(app), sorted(before.items())), made)
