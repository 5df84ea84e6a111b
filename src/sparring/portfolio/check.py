"""What the checks of a repository share: what they look at, how they say what they found, what mending it is worth."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sparring.core.evidence import Logged, Place, Places
from sparring.core.text import Message, Param
from sparring.core.verdict import Finding
from sparring.portfolio.fresh.trial import Trial
from sparring.portfolio.repository import Repository
from sparring.portfolio.sources import Sources

MOST_PLACES, MOST_NAMED = 8, 3
Told = list[dict[str, Any]] | None
"""What the scanner for secrets told, as its JSON says it; None where it could not tell anything."""


@dataclass(frozen=True)
class Subject:
    """What the checks look at: the repository, its Python files as trees, its last commit as a folder, the moment of the audit (UTC), and the scanner's
    answer, which is under way (None: there is no scanner). `trial`: what came of installing and testing it (None: nobody said yes). `copied`: files in the folder, and
    those for which it had no room.
    """

    repository: Repository
    sources: Sources
    folder: Path
    now: datetime
    scan: Future[Told] | None = None
    trial: Trial | None = None
    copied: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Weight:
    """`effect` 1..5: how much an interviewer minds; `effort`: minutes that mending takes somebody who knows how. `rank`: what is mended
    first whatever it takes: 0 what does harm as long as it stands (a live key, people's data), 1 a hole in the program, 2 everything else.
    """

    effect: int
    effort: int
    rank: int = 2


Look = Callable[[Subject], Iterator[Finding]]
"""Gives the findings of one or more checks; none where they do not apply."""


def good(check: str, told: str = "ok", **counts: Param) -> Finding:
    """The check holds; the counts are what was looked at. `told`: which of the check's sentences says it."""
    return Finding(check, True, Message(f"portfolio.{check}.{told}", counts), Logged(counts))


def missing(check: str, **counts: Param) -> Finding:
    """Something that should be there is not; the counts are what was looked at."""
    return Finding(check, False, Message(f"portfolio.{check}.bad", counts), Logged(counts))


def bad(check: str, places: list[Place], told: str = "bad", **params: Param) -> Finding:
    """What is wrong stands at these places; `count` is said of all, the first are shown. `told`: which of the check's sentences says it."""
    params = {"count": len(places), **params}
    return Finding(
        check, False, Message(f"portfolio.{check}.{told}", params), Places(tuple(places[:MOST_PLACES]), max(0, len(places) - MOST_PLACES))
    )


def either(check: str, places: list[Place], **counts: Param) -> Iterator[Finding]:
    """`bad` at these places, or `good` if there are none."""
    yield bad(check, places, "bad", **counts) if places else good(check, "ok", **counts)


def to_look_at(check: str, places: list[Place]) -> Finding:
    """Places at which only the candidate can tell whether anything is wrong; the first are in the sentence."""
    first = ", ".join(f"{place.file}:{place.line}" if place.line else place.file for place in places[:MOST_NAMED])
    where = first if len(places) <= MOST_NAMED else f"{first} …"
    shown = Places(tuple(places[:MOST_PLACES]), max(0, len(places) - MOST_PLACES))
    return Finding(check, None, Message(f"portfolio.{check}", {"count": len(places), "where": where}), shown)


def not_observed(check: str, why: str, **counts: Param) -> Finding:
    """It could not be looked at, and why."""
    return Finding(check, None, Message(f"portfolio.not-observed.{why}", counts), Logged(counts))
