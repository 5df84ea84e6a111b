"""Mastery of a topic: how likely an exercise on it goes well now, from what was seen and how long ago.

A Beta distribution: what is believed before anything was seen counts like two exercises, each result adds its score, weighted by how much of it
still speaks after some days (half after thirty). A card adds its present recall, which decays by itself. So mastery rises with evidence and falls back towards what is
believed of anyone when nothing new comes, its interval widening meanwhile.

What was not passed never raises it, whatever part of it was right: it counts at most like what is known without it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import sqrt

PRIOR, PRIOR_WEIGHT, HALF_LIFE_DAYS = 0.2, 2.0, 30
SPREAD = 1.645
"""Standard deviations of a 90 % interval."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A result on a topic: `score` 0..1, seen on `day`; a card's recall is as of today. `passed`: whether it went well at all. `said`: by the candidate's own word, not judged."""

    score: float
    day: date
    passed: bool = True
    said: bool = False


@dataclass(frozen=True, slots=True)
class Mastery:
    """The chance that an exercise on the topic goes well, its 90 % interval, and how many judged results stand behind it; `said`: how many words of the candidate's own."""

    level: float
    low: float
    high: float
    results: int
    said: int = 0


def mastery(evidence: Iterable[Evidence], today: date, prior: float = PRIOR) -> Mastery:
    """The mastery that the evidence speaks for on `today`."""
    good, bad, results, said = prior * PRIOR_WEIGHT, (1 - prior) * PRIOR_WEIGHT, 0, 0
    for one in sorted(
        evidence, key=lambda one: (not one.passed, one.score)
    ):  # the failed after the passed, the worst of them first: so that none raises
        share = 0.5 ** (max(0, (today - one.day).days) / HALF_LIFE_DAYS)
        score = one.score if one.passed else min(one.score, good / (good + bad))
        good, bad = good + share * score, bad + share * (1 - score)
        results, said = results + (not one.said), said + one.said
    total = good + bad
    level = good / total
    half = SPREAD * sqrt(level * (1 - level) / (total + 1))
    return Mastery(level, max(0.0, level - half), min(1.0, level + half), results, said)
