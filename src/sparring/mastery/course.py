"""The days until the interview, played through with the policy: what is studied when, what is left out, how ready that will make.

What is shown is the course of somebody who recalls what the model expects to be recalled. The forecast is another thing: the same course is
played by learners whose memories are drawn from the published spread (`learners`), each answer by chance, and the interval holds eight of ten of them.
Beyond `HORIZON` days nothing is planned: it would be made anew many times before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from statistics import fmean

from sparring.mastery.curve import AGAIN, GOOD, PLAIN, Curve
from sparring.mastery.learners import FAILED_MINUTES, Mind, parameters
from sparring.mastery.policy import Subject, ranked

HORIZON = 112
LIGHT = 0.5
"""The share of the minutes on the last day."""
MOCK_EVERY, MOCK_LAST = 7, 2
"""A mock interview a week, the last one two days before."""
MOST_PLAYED = 60_000
"""Cards x days x learners that a forecast may take."""
RUNS = (8, 40)
WHOLE = ""
"""The group of what the whole forecast is made of."""
Groups = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class CourseDay:
    """A day of the plan: day number, minutes meant for it, the cards in order, whether a mock interview takes its place."""

    day: int
    minutes: float
    cards: tuple[str, ...]
    mock: bool = False
    light: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """A mean share 0..1 and the interval that holds eight of ten, and the mean where a few bad memories pull it out of theirs."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Course:
    """The days, the cards that no day reaches, and the forecast on the day by group."""

    days: tuple[CourseDay, ...]
    left_out: tuple[str, ...]
    forecast: Mapping[str, Spread]
    truncated: bool


def mock_days(until: int, earliest: int) -> list[int]:
    """The days from `earliest` on that a mock interview takes: one a week, counted back from the interview."""
    return list(range(until - MOCK_LAST - 1, earliest - 1, -MOCK_EVERY))


def calendar(start: int, until: int, minutes: float, mock_minutes: float, *, mock_today: bool = False) -> list[CourseDay]:
    """Empty days from `start` to the day before `until`: mock interviews placed, the last day light. None where the day is here or over.

    The first day has a mock interview only with `mock_today`; never the last one.
    """
    last = min(until, start + HORIZON)
    mocks = {day for day in mock_days(until, start + 1) if day < last} if mock_minutes > 0 else set()
    if mock_today and start < until - 1:
        mocks = {start, *(day for day in mocks if day > start + 1)}
    return [
        CourseDay(
            day, mock_minutes if day in mocks else minutes * LIGHT if day == until - 1 else minutes, (), day in mocks, day == until - 1
        )
        for day in range(start, last)
    ]


def course(subjects: Sequence[Subject], groups: Groups, days: Sequence[CourseDay], until: int, random: Random) -> Course:
    """The course over `days`; `groups` names what each card counts in, `WHOLE` among it or not. Deterministic for the same random source."""
    cards = [_copy(card) for card in subjects]
    planned = [_day(cards, day, until) for day in days]
    reached = {key for day in planned for key in day.cards}
    left = tuple(card.key for card in subjects if card.stability is None and card.key not in reached)
    truncated = bool(days) and days[-1].day < until - 1
    return Course(tuple(planned), left, _forecast(subjects, groups, days, until, random), truncated)


def _day(cards: Sequence[Subject], day: CourseDay, until: int) -> CourseDay:
    if day.mock or day.minutes <= 0:
        return day
    names: list[str] = []
    spent = 0.0
    for card in ranked(cards, day.day, until):
        if spent + card.cost > day.minutes and names:
            break
        spent += card.cost
        names.append(card.key)
        known = card.stability is None or card.recall(day.day) >= 0.5
        _move(card, day.day, GOOD if known else AGAIN, PLAIN)
    return replace(day, cards=tuple(names))


def _forecast(subjects: Sequence[Subject], groups: Groups, days: Sequence[CourseDay], until: int, random: Random) -> dict[str, Spread]:
    runs = min(RUNS[1], max(RUNS[0], MOST_PLAYED // max(1, len(subjects) * len(days))))
    results: dict[str, list[float]] = {}
    for _ in range(runs):
        for group, share in _played(subjects, groups, days, until, random).items():
            results.setdefault(group, []).append(share)
    return {group: _spread(shares) for group, shares in results.items()}


def _played(subjects: Sequence[Subject], groups: Groups, days: Sequence[CourseDay], until: int, random: Random) -> dict[str, float]:
    """The readiness by group of one drawn learner."""
    curve = Curve(parameters(random))
    mind, cards = Mind(curve, random, [_copy(card) for card in subjects]), [_copy(card) for card in subjects]
    number = {card.key: place for place, card in enumerate(cards)}
    for day in days:
        spent = 0.0
        for card in () if day.mock or day.minutes <= 0 else ranked(cards, day.day, until):
            seen, cost = card.stability is not None, card.cost
            if spent and spent + cost > day.minutes:  # as the days of the plan end
                break
            rating = mind.answer(number[card.key], day.day)
            _move(card, day.day, rating, PLAIN)
            spent += cost + (FAILED_MINUTES if seen and rating == AGAIN else 0.0)
    sums: dict[str, tuple[float, float]] = {}
    for card in mind.cards:
        for group in groups.get(card.key, (WHOLE,)):
            good, all_ = sums.get(group, (0.0, 0.0))
            sums[group] = (good + card.weight * card.recall(until, curve), all_ + card.weight)
    return {group: good / all_ for group, (good, all_) in sums.items() if all_}


def _move(card: Subject, day: int, rating: int, curve: Curve) -> None:
    state = curve.first(rating) if card.stability is None else curve.after((card.stability, card.difficulty), day - card.last, rating)
    card.stability, card.difficulty = state
    card.last = day


def _spread(shares: Sequence[float]) -> Spread:
    ordered = sorted(shares)
    edge = len(ordered) // 10
    mean = fmean(ordered)
    return Spread(mean, min(mean, ordered[edge]), max(mean, ordered[-1 - edge]))


def _copy(card: Subject) -> Subject:
    return replace(card)
