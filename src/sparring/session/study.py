"""The session of a day: yesterday's mistake in disguise, an exercise on the weakest important topic, something in English, then cards. Pure.

The promise: a day's minutes are kept, except by one item at most, and only where nothing shorter would be left of the day. A mock interview takes
the day that it is on, and what is left of it goes to cards.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

What = Literal["card", "exercise", "spoken", "english", "disguise", "mock"]
SHARE = 0.7
"""How much of a day an exercise may take and still leave room for cards."""
ALONE = 2.0
"""An exercise up to so many times a day's minutes is the whole day, every third day: the others are for cards."""

DISGUISES = 3
"""How many mistakes of the last time come back on a day, at most."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `topic` is what it is there for; minutes are expected ones."""

    item: str
    what: What
    minutes: float
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a day can be made of: cards best first, exercises by need, items in English, disguises of yesterday's mistakes, a mock interview."""

    cards: Sequence[Step]
    exercises: Sequence[Step] = ()
    spoken: Sequence[Step] = ()
    disguises: Sequence[Step] = ()
    mock: Step | None = None


def compose(offer: Offer, minutes: float, day: int) -> tuple[Step, ...]:
    """The day's steps; `day` is any number that rises by one a day. Empty where nothing is offered or no time is given."""
    if minutes <= 0:
        return ()
    chosen: list[Step] = []
    if offer.mock and offer.mock.minutes <= minutes:
        chosen.append(offer.mock)
        _take(chosen, offer.cards, minutes, len(offer.cards))
        return tuple(sorted(chosen, key=_order))
    _take(chosen, offer.disguises, minutes * SHARE, DISGUISES)
    exercise = one_exercise(offer.exercises, minutes, day)
    if exercise and exercise.minutes > minutes * SHARE:
        return (exercise,)
    _take(chosen, [exercise] if exercise else [], minutes, 1)
    _take(chosen, offer.spoken, minutes, 1)
    _take(chosen, offer.cards, minutes, len(offer.cards))
    if not chosen:
        shortest = min((*offer.cards, *offer.exercises, *offer.disguises, *offer.spoken), key=lambda step: step.minutes, default=None)
        return (shortest,) if shortest else ()
    return tuple(sorted(chosen, key=_order))


def one_exercise(exercises: Sequence[Step], minutes: float, day: int) -> Step | None:
    """The most needed one that leaves room for cards; every third day one that is the whole day, if none does."""
    fits = next((step for step in exercises if step.minutes <= minutes * SHARE), None)
    if fits is not None or day % 3:
        return fits
    return next((step for step in exercises if step.minutes <= minutes * ALONE), None)


def _take(chosen: list[Step], offered: Iterable[Step], minutes: float, most: int) -> None:
    spent, taken = sum(step.minutes for step in chosen), {step.item for step in chosen}
    for step in offered:
        if most == 0:
            break
        if step.item not in taken and spent + step.minutes <= minutes:
            chosen.append(step)
            taken.add(step.item)
            spent, most = spent + step.minutes, most - 1


def _order(step: Step) -> int:
    """Cards first, while fresh; what is longer after them."""
    return ("disguise", "card", "english", "spoken", "exercise", "mock").index(step.what)
