"""The trial: the same learners, the same minutes, different ways to choose what to study; who is readier on the day.

Every way sees only what a program sees: ratings, and memories computed from them with the default parameters. Each studies until the day's minutes are
spent; what is begun is finished. A day's leftover minutes are never left unused: when nothing is due, a way goes on with what is least remembered.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from random import Random
from statistics import fmean, stdev

from sparring.mastery.curve import AGAIN, PLAIN
from sparring.mastery.learners import FAILED_MINUTES, Learner, Mind, learner
from sparring.mastery.policy import Subject, ranked

RETENTION = 0.9
INTERVALS = (1, 3, 7, 14, 30)
Way = Callable[[Sequence[Subject], int, int], list[Subject]]
"""Today's cards in order, from all cards, the day and the interview's day."""


def to_the_day(cards: Sequence[Subject], today: int, until: int) -> list[Subject]:
    """Sparring's plan: by what a minute is worth on the interview's day."""
    return ranked(cards, today, until)


def plain_fsrs(cards: Sequence[Subject], today: int, until: int) -> list[Subject]:  # noqa: ARG001 - a way's signature
    """What is due at 90 % (least remembered first), then new cards in the deck's order, then ahead of time."""
    seen = [card for card in cards if card.stability is not None]
    seen.sort(key=lambda card: card.recall(today))
    due = [card for card in seen if _days_since(card, today) >= PLAIN.interval(card.stability or 1, RETENTION)]
    return [*due, *(card for card in cards if card.stability is None), *(card for card in seen if card not in due)]


def weighted_fsrs(cards: Sequence[Subject], today: int, until: int) -> list[Subject]:
    """Plain FSRS that takes new cards of important topics first: what the plan adds beyond the order."""
    return plain_fsrs(sorted(cards, key=lambda card: -card.weight), today, until)


@dataclass
class FixedIntervals:
    """Again after 1, 3, 7, 14, 30 days, from the beginning after forgetting; due first, then new cards."""

    steps: dict[str, int]

    def __call__(self, cards: Sequence[Subject], today: int, until: int) -> list[Subject]:  # noqa: ARG002 - a way's signature
        """Today's cards."""
        seen = [card for card in cards if card.stability is not None]
        seen.sort(key=lambda card: card.last + INTERVALS[self.steps.get(card.key, 0)])
        due = [card for card in seen if card.last + INTERVALS[self.steps.get(card.key, 0)] <= today]
        return [*due, *(card for card in cards if card.stability is None), *(card for card in seen if card not in due)]

    def told(self, card: Subject, rating: int) -> None:
        """Move the card to its next step."""
        step = self.steps.get(card.key, -1) + 1
        self.steps[card.key] = 0 if rating == AGAIN else min(step, len(INTERVALS) - 1)


def _days_since(card: Subject, today: int) -> int:
    return today - card.last


def play(who: Learner, way: Way) -> float:
    """Readiness on the day, 0..1, of a learner who studied by `way`."""
    mind = Mind(who.curve, Random(who.seed), who.subjects())
    cards = who.subjects()
    for today in range(who.days):
        spent = 0.0
        for card in way(cards, today, who.days):
            if spent >= who.minutes:
                break
            spent += _study(mind, card, today, way)
    return mind.readiness(who.days)


def _study(mind: Mind, card: Subject, today: int, way: Way) -> float:
    seen, minutes = card.stability is not None, card.cost
    rating = mind.answer(int(card.key), today)
    if card.stability is None:
        card.stability, card.difficulty = PLAIN.first(rating)
    else:
        card.stability, card.difficulty = PLAIN.after((card.stability, card.difficulty), today - card.last, rating)
    card.last = today
    if isinstance(way, FixedIntervals):
        way.told(card, rating)
    return minutes + (FAILED_MINUTES if seen and rating == AGAIN else 0.0)


@dataclass(frozen=True, slots=True)
class Gain:
    """How much readier in the mean, as a share of the rival's readiness, with its 95 % interval over `n` learners."""

    mean: float
    low: float
    high: float
    n: int


def gain(ours: Sequence[float], theirs: Sequence[float]) -> Gain:
    """The paired relative gain: mean difference over the rival's mean; the interval is that of the paired differences (normal, n is large)."""
    base = fmean(theirs)
    differences = [a - b for a, b in zip(ours, theirs, strict=True)]
    half = 1.96 * stdev(differences) / sqrt(len(differences))
    mean = fmean(differences)
    return Gain(mean / base, (mean - half) / base, (mean + half) / base, len(differences))


def trial(learners: int, seed: int, *, even: bool = False) -> dict[str, list[float]]:
    """Each way's readiness for each learner of a seed; `even` makes every card as important as any other, which leaves the schedule alone to tell them apart."""
    random = Random(seed)
    people = [learner(random) for _ in range(learners)]
    if even:
        people = [replace(who, weights=(1.0,) * len(who.weights)) for who in people]
    ways: dict[str, Callable[[], Way]] = {
        "plan": lambda: to_the_day,
        "fsrs": lambda: plain_fsrs,
        "fsrs-weighted": lambda: weighted_fsrs,
        "fixed": lambda: FixedIntervals({}),
    }
    return {name: [play(who, make()) for who in people] for name, make in ways.items()}
