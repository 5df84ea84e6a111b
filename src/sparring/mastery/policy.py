"""What a minute of study is worth for the day of the interview.

Each card's worth now is the readiness that studying it today adds on that day, divided by the minutes it takes: importance x (expected recall
on the day if studied today - expected recall if left alone) / minutes. The expectation runs over recalling and forgetting with the published default
memory. A card that can be studied again nearer to the day loses little by waiting, one never seen loses most: so new cards of important topics come
early, reviews close to the day, what holds until then is left alone, and what cannot be reached in time is left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sparring.mastery.curve import AGAIN, EASY, GOOD, HARD, PLAIN, Curve

FIRST = {AGAIN: 0.24, HARD: 0.094, GOOD: 0.495, EASY: 0.171}
"""How first answers are rated: the averages that FSRS' own simulator takes (fsrs-rs, SimulatorConfig, first_rating_prob)."""
LATER = {HARD: 0.224, GOOD: 0.631, EASY: 0.145}
"""How recalled cards are rated later (fsrs-rs, SimulatorConfig, review_rating_prob)."""
TOUCHED = 0.6
"""What is left of a topic's weight in what only touches it."""
KNOWN_BEFORE = FIRST[EASY]
"""The chance of knowing what was never studied here."""


@dataclass(slots=True)
class Subject:
    """A card as the policy sees it. `stability` None: never studied. `last` is a day number, as is every day here."""

    key: str
    weight: float
    first_minutes: float
    minutes: float
    stability: float | None = None
    difficulty: float = 5.0
    last: int = 0
    prior: float = KNOWN_BEFORE

    @property
    def cost(self) -> float:
        """Minutes that studying it takes next."""
        return self.first_minutes if self.stability is None else self.minutes

    def recall(self, day: int, curve: Curve = PLAIN) -> float:
        """The probability of knowing it on `day`."""
        return self.prior if self.stability is None else curve.recall(self.stability, day - self.last)


def weight_among(topics: Sequence[str], weights: Mapping[str, float]) -> float:
    """The weight of what is on several topics: the first is what it is about, the others it touches."""
    return max((weights.get(topic, 1.0) * (TOUCHED if place else 1.0) for place, topic in enumerate(topics)), default=1.0)


def worth(subject: Subject, today: int, until: int, curve: Curve = PLAIN) -> float:
    """Readiness that studying it today adds on day `until`, per minute."""
    return subject.weight * (studied(subject, today, until, curve) - subject.recall(until, curve)) / subject.cost


def studied(subject: Subject, today: int, until: int, curve: Curve = PLAIN) -> float:
    """Expected recall on day `until` if it is studied today."""
    ahead = until - today
    if subject.stability is None:
        return _first_recall(ahead, curve)
    state, days = (subject.stability, subject.difficulty), today - subject.last
    known = curve.recall(subject.stability, days)
    kept = curve.recall(curve.after(state, days, GOOD)[0], ahead)
    lost = curve.recall(curve.after(state, days, AGAIN)[0], ahead)
    return known * kept + (1 - known) * lost


def _first_recall(ahead: int, curve: Curve) -> float:
    return sum(share * curve.recall(curve.first(rating)[0], ahead) for rating, share in FIRST.items())


def ranked(subjects: Iterable[Subject], today: int, until: int) -> list[Subject]:
    """The subjects that are worth a minute today, best first; equal ones in the order given."""
    valued = [(worth(subject, today, until), number, subject) for number, subject in enumerate(subjects)]
    return [subject for value, _, subject in sorted(valued, key=lambda entry: (-entry[0], entry[1])) if value > 0]
