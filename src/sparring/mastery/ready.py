"""What a forecast may say of what was hardly ever tried.

The course (`course`) plays learners whose memories differ, but all of whom understand what they study. Of this candidate nothing is known where
nothing was tried: that share of what is asked counts from nothing at all to what the plan can bring. Each exercise that was tried lowers it, as it
lowers the weight of what is believed beforehand (`topics`).
"""

from collections.abc import Iterable, Sequence
from datetime import date

from sparring.mastery.course import Spread
from sparring.mastery.topics import PRIOR, PRIOR_WEIGHT, SPREAD, Evidence, mastery

ENOUGH = 1 / 3
"""The share of the topics that must have been tried before a range says anything."""


EIGHT_OF_TEN = 1.282
"""Standard deviations of an 80 % interval, the one of the cards' forecast."""


def unknown(tried: int) -> float:
    """The share of a topic of which nothing is known after `tried` of its exercises: 1 before the first."""
    return PRIOR_WEIGHT / (PRIOR_WEIGHT + tried)


def humbled(spread: Spread, share: float) -> Spread:
    """A forecast of which `share` is unknown: there it is anything from nothing to the best that the plan brings."""
    return Spread((1 - share) * spread.mean + share * spread.high / 2, (1 - share) * spread.low, spread.high)


def doing(evidence: Sequence[Evidence], until: date, planned: Iterable[date] = (), prior: float = PRIOR) -> Spread:
    """The chance that an exercise on a topic goes well on the day: what was seen, as far as it still speaks then.

    An exercise of the plan counts as if it went as well as one would today: it keeps the evidence fresh and promises no progress.
    """
    now = mastery(evidence, max((one.day for one in evidence), default=until), prior)
    then = mastery([*evidence, *(Evidence(now.level, day) for day in planned)], until, prior)
    return Spread(
        then.level, *(max(0.0, min(1.0, then.level + (edge - then.level) * EIGHT_OF_TEN / SPREAD)) for edge in (then.low, then.high))
    )


def together(parts: Sequence[tuple[Spread, float]]) -> Spread:
    """Several forecasts as one, by weight: as if all of them went well or ill together, so that the range is too wide rather than too narrow."""
    whole = sum(weight for _, weight in parts)
    if not whole:
        return Spread(0.0, 0.0, 0.0)
    return Spread(*(sum(getattr(spread, name) * weight for spread, weight in parts) / whole for name in ("mean", "low", "high")))
