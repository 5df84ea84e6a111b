"""Simulated learners: a memory with parameters of its own, what they must know, how long they have.

Parameters are drawn from the normal distributions around FSRS-6's defaults whose standard deviations fsrs-rs publishes from its users' fits
(src/training.rs, PARAMS_STDDEV), kept within py-fsrs' bounds. Initial stabilities, whose published spread is larger than their mean and that cannot be negative,
are drawn log-normally with the default as median and the published spread, and stay in the order again < hard < good < easy.
"""

from dataclasses import dataclass
from math import exp, log, sqrt
from random import Random

from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from sparring.mastery.curve import AGAIN, Curve
from sparring.mastery.policy import FIRST, KNOWN_BEFORE, LATER, Subject

SPREAD = (6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27)
DAYS, MINUTES, CARDS, TOPICS = (7, 45), (10, 15, 20, 30, 45), (100, 500), 24
WEIGHTS = (3.0, 1.0, 0.3)
FIRST_MINUTES, LATER_MINUTES, FAILED_MINUTES = 1.5, 0.5, 1.0
"""A card is read and its answer understood; recalled; looked up again after forgetting."""


@dataclass(frozen=True)
class Learner:
    """Somebody with an interview in `days` days and `minutes` a day; `weights` is the importance of each card, in the deck's order."""

    curve: Curve
    days: int
    minutes: int
    weights: tuple[float, ...]
    seed: int

    def subjects(self) -> list[Subject]:
        """The deck, never studied."""
        return [Subject(str(number), weight, FIRST_MINUTES, LATER_MINUTES) for number, weight in enumerate(self.weights)]


def learner(random: Random) -> Learner:
    """A learner by chance."""
    topics = [random.choice(WEIGHTS) for _ in range(TOPICS)]
    weights = tuple(random.choice(topics) for _ in range(random.randint(*CARDS)))
    return Learner(Curve(parameters(random)), random.randint(*DAYS), random.choice(MINUTES), weights, random.getrandbits(32))


def parameters(random: Random) -> tuple[float, ...]:
    """21 FSRS-6 parameters by chance."""
    bounds = zip(DEFAULT_PARAMETERS, SPREAD, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    drawn = [_within(random, number, *entry) for number, entry in enumerate(bounds)]
    return (*sorted(drawn[:4]), *drawn[4:])


def _within(random: Random, number: int, middle: float, spread: float, low: float, high: float) -> float:
    while True:
        value = _lognormal(random, middle, spread) if number < 4 else random.gauss(middle, spread)
        if low <= value <= high:
            return value


def _lognormal(random: Random, median: float, spread: float) -> float:
    """A value by chance from the log-normal distribution with this median and this standard deviation."""
    variance = log((1 + sqrt(1 + 4 * (spread / median) ** 2)) / 2)
    return exp(random.gauss(log(median), sqrt(variance)))


@dataclass
class Mind:
    """What a learner really remembers: the truth that no scheduler sees."""

    curve: Curve
    random: Random
    cards: list[Subject]

    def answer(self, number: int, day: int) -> int:
        """Study a card on `day`: the rating that the learner gives, drawn at the true probability of recall."""
        card = self.cards[number]
        if card.stability is None:
            rating = self._draw(FIRST)
            card.stability, card.difficulty = self.curve.first(rating)
        else:
            known = self.random.random() < self.curve.recall(card.stability, day - card.last)
            rating = self._draw(LATER) if known else AGAIN
            card.stability, card.difficulty = self.curve.after((card.stability, card.difficulty), day - card.last, rating)
        card.last = day
        return rating

    def readiness(self, day: int) -> float:
        """The weighted share that is truly recalled on `day`, 0..1."""
        total = sum(card.weight for card in self.cards)
        return sum(card.weight * card.recall(day, self.curve) for card in self.cards) / total

    def _draw(self, shares: dict[int, float]) -> int:
        return self.random.choices(list(shares), list(shares.values()))[0]


__all__ = ["FAILED_MINUTES", "KNOWN_BEFORE", "Learner", "Mind", "learner", "parameters"]
