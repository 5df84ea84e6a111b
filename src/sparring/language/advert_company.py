"""A second look at each name of an advertisement, among the others: what stands in one row, in one list or below one heading mostly shares one fate.

The first look (`advert_signs.py`) sees the words around a name. This one sees what the first said of it and of its company, and how it is built in: a few dozen
figures, weighed by small symmetric trees (`advert_trees.toml`, learned by `python bench/adverts.py train` from the first look at authors it had not seen).
A tree asks three questions, each whether a figure is above a limit; the answers together choose what it adds.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from statistics import fmean

from sparring.language.advert_lines import Line
from sparring.language.advert_signs import Candidate

TREES = "advert_trees.toml"
MOST_SCORE, UNNAMED = 6.0, -7.0
"""Log odds of the first look are cut here; what stands for a skill that is named nowhere else."""
NEAR, LINES = 40, 12
"""Characters and sentences within which names are near, and below one heading."""
_WHO = ("NEG", "YOU", "WE", "THEY")
_FLAGS = ("plus", "must", "know", "paren", "namedby")
_DEEDS = ("theydo", "dothey", "bythey", "withthey", "need:b", "need:a", "affirmed", "negd")


@dataclass(frozen=True, slots=True)
class Seen:
    """A name with its sentence, the number of that sentence, its signs and the log odds of the first look."""

    line: Line
    number: int
    one: Candidate
    signs: frozenset[str]
    score: float


Tree = tuple[tuple[tuple[str, float], ...], tuple[float, ...]]
"""The questions (a figure and its limit) and what is added for the answers, read as a binary number."""


def figures(names: Sequence[Seen]) -> Iterator[dict[str, float]]:
    """What is weighed of each of the names of one advertisement."""
    everywhere = fmean(seen.score for seen in names) if names else 0.0
    for at, seen in enumerate(names):
        others = [*names[:at], *names[at + 1 :]]
        yield {**_of_company(seen, others), "all": everywhere, **_of_place(seen), **_of_signs(seen.signs)}


def _of_company(seen: Seen, others: Sequence[Seen]) -> dict[str, float]:
    def mean(fits: Callable[[Seen], bool]) -> float:
        found = [other.score for other in others if fits(other)]
        return fmean(found) if found else seen.score

    row = [other.score for other in others if other.number == seen.number]
    skill = [other.score for other in others if other.one.skill.id == seen.one.skill.id]
    return {
        "score": seen.score,
        "row": fmean(row) if row else seen.score,
        "least": min(row, default=seen.score),
        "most": max(row, default=seen.score),
        "near": mean(lambda other: other.number == seen.number and abs(other.one.start - seen.one.start) < NEAR),
        "headed": mean(
            lambda other: (
                other.number != seen.number and other.line.heading == seen.line.heading and abs(other.number - seen.number) < LINES
            )
        ),
        "beside": mean(lambda other: abs(other.number - seen.number) == 1),
        "elsewhere": max(skill, default=UNNAMED),
        "in-row": len(row),
        "times": len(skill),
    }


def _of_place(seen: Seen) -> dict[str, float]:
    line, one = seen.line, seen.one
    return {
        "bullet": line.bullet,
        "heading": bool(line.heading),
        "titled": line.titled,
        "place": round(line.place, 3),
        "length": len(line.bare.split()),
        "low": one.words.islower(),
        "sure": one.form == "sure",
        "common": one.form == "common",
        "listed": one.skill.listed,
        "technical": one.skill.technical,
        "taught": bool(one.skill.topics),
    }


def _of_signs(signs: frozenset[str]) -> dict[str, float]:
    found = {f"{part}:{who}": float(f"{part}:{who}" in signs) for part in ("b", "a", "sb", "sa", "hk") for who in _WHO}
    found |= {flag: float(flag in signs) for flag in _FLAGS}
    return found | {deed: float(any(sign.startswith(deed) for sign in signs)) for deed in _DEEDS}


def weighed(values: Mapping[str, float]) -> float:
    """The log odds that a name with these figures is asked for."""
    bias, trees = _trees()
    return bias + sum(leaf(tree, values) for tree in trees)


def leaf(tree: Tree, values: Mapping[str, float]) -> float:
    """What a tree adds."""
    questions, added = tree
    at = 0
    for figure, limit in questions:
        at = 2 * at + (values[figure] > limit)
    return added[at]


@lru_cache
def _trees() -> tuple[float, tuple[Tree, ...]]:
    table = tomllib.loads(Path(__file__).with_name(TREES).read_text(encoding="utf-8"))
    return table["bias"], tuple((tuple((str(f), float(v)) for f, v in row["above"]), tuple(row["add"])) for row in table["trees"])
