"""FSRS-6 as arithmetic: recall, stability and difficulty as functions of days, for planning over many cards and for simulated learners.

Source: the algorithm's wiki (github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm, FSRS-6), as py-fsrs computes it; stability and
time in days, difficulty 1..10, ratings 1..4 (again, hard, good, easy). `tests/test_curve.py` compares every value with py-fsrs.
"""

from collections.abc import Sequence
from math import exp

from fsrs.scheduler import DEFAULT_PARAMETERS, STABILITY_MIN

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
State = tuple[float, float]
"""Stability in days, difficulty."""


class Curve:
    """The memory that 21 FSRS-6 parameters describe."""

    def __init__(self, parameters: Sequence[float] = DEFAULT_PARAMETERS) -> None:
        self.w = w = tuple(parameters)
        self._decay = -w[20]
        self._factor = 0.9 ** (1 / self._decay) - 1
        self._growth = exp(w[8])
        self._easiest = w[4] - exp(w[5] * 3) + 1
        self._first = tuple((max(w[rating - 1], STABILITY_MIN), _clamped(w[4] - exp(w[5] * (rating - 1)) + 1)) for rating in (1, 2, 3, 4))
        self._same_day_loss = exp(w[17] * w[18])

    def recall(self, stability: float, days: float) -> float:
        """The probability of recall `days` after the last review."""
        return float((1 + self._factor * days / stability) ** self._decay) if days > 0 else 1.0

    def first(self, rating: int) -> State:
        """The state after the first answer."""
        return self._first[rating - 1]

    def after(self, state: State, days: int, rating: int) -> State:
        """The state after an answer `days` after the last one."""
        stability, difficulty = state
        if days < 1:
            grown = self._same_day(stability, rating)
        elif rating == AGAIN:
            grown = self._forgotten(stability, difficulty, self.recall(stability, days))
        else:
            grown = self._recalled(stability, difficulty, self.recall(stability, days), rating)
        return max(grown, STABILITY_MIN), self._difficulty(difficulty, rating)

    def interval(self, stability: float, retention: float) -> int:
        """Whole days until recall has fallen to `retention`, at least one."""
        days: float = stability / self._factor * (retention ** (1 / self._decay) - 1)
        return max(1, round(days))

    def _same_day(self, stability: float, rating: int) -> float:
        w = self.w
        increase = exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19]
        return float(stability * (increase if rating == AGAIN else max(increase, 1.0)))

    def _forgotten(self, stability: float, difficulty: float, recall: float) -> float:
        w = self.w
        lasting = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * exp((1 - recall) * w[14])
        return float(min(lasting, stability / self._same_day_loss))

    def _recalled(self, stability: float, difficulty: float, recall: float, rating: int) -> float:
        w = self.w
        share = (w[15] if rating == HARD else 1.0) * (w[16] if rating == EASY else 1.0)
        return float(stability * (1 + self._growth * (11 - difficulty) * stability ** -w[9] * (exp((1 - recall) * w[10]) - 1) * share))

    def _difficulty(self, difficulty: float, rating: int) -> float:
        w = self.w
        moved = difficulty + (10 - difficulty) * -w[6] * (rating - 3) / 9
        return _clamped(w[7] * self._easiest + (1 - w[7]) * moved)


def _clamped(difficulty: float) -> float:
    return float(min(10.0, max(1.0, difficulty)))


PLAIN = Curve()
"""The memory of the published default parameters."""
