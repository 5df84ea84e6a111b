"""What a forecast may say of what was hardly ever tried.

The course (`course`) plays learners whose memories differ, but all of whom understand what they study. Of this candidate nothing is known where
nothing was tried: that share of what is asked counts from nothing at all to what the plan can bring. Each exercise that was tried lowers it, as it
lowers the weight of what is believed beforehand (`topics`).
"""

from sparring.mastery.course import Spread
from sparring.mastery.topics import PRIOR_WEIGHT

ENOUGH = 1 / 3
"""The share of the topics that must have been tried before a range says anything."""


def unknown(tried: int) -> float:
    """The share of a topic of which nothing is known after `tried` of its exercises: 1 before the first."""
    return PRIOR_WEIGHT / (PRIOR_WEIGHT + tried)


def humbled(spread: Spread, share: float) -> Spread:
    """A forecast of which `share` is unknown: there it is anything from nothing to the best that the plan brings."""
    return Spread((1 - share) * spread.mean + share * spread.high / 2, (1 - share) * spread.low, spread.high)
