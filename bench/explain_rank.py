"""The weights of `explain`'s figures, learned from answers that people ranked: `python bench/explain_rank.py [--write] [--json]`.

The answers (good, half, wrong; three sets, each written from the questions alone by somebody who knew neither key points nor code) lie beside the
kind's tests. Of each two answers to one question, in one language and of one set, that their writer ranks differently, the better one should score
higher. A linear model of the points' share and the five figures of `kinds/explain/depth.py` learns that (logistic on the differences, standardised,
one small penalty for all: four were tried, a pair of 318 apart); its weights, in units of the points' share, are what `depth.toml` holds. The share
of pairs ranked alike is told three ways: by the points' share alone, by the weights as they are, and cross-validated by question (a ninth of the
questions left out at a time, in every set), which tells of other questions, though it leans high: which figures there are, and how much they may add,
was chosen with these same answers in sight. With `--write` the file is made anew; without, exit code 1 if what was committed is not what the answers
give.
"""

import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from itertools import combinations
from pathlib import Path
from statistics import fmean, pstdev
from typing import NamedTuple

from explain_answers import ended, rows, spec

from sparring.core.text import Language
from sparring.kinds.explain import depth
from sparring.kinds.explain.hearing import hear

WEIGHTS = Path(depth.__file__).with_name("depth.toml")
SETS = ("ranked", "ranked-second", "ranked-third")
RANK = {"good": 2, "half": 1, "wrong": 0}
FOLDS, PENALTY, ROUNDS, STEP = 9, 0.1, 3000, 0.5
Vector = Sequence[float]


class Answer(NamedTuple):
    """An answer's place, its rank, its share of the points and its figures, and its score as a function of what the figures add."""

    set: str
    exercise: str
    language: Language
    rank: int
    values: Vector
    score: Callable[[float], float]


def answers() -> list[Answer]:
    """Every answer of the three sets."""
    return [_answer(name, row) for name in SETS for row in rows(name)]


def _answer(name: str, row: dict[str, str]) -> Answer:
    language: Language = "it" if row["language"] == "it" else "en"
    heard = hear(spec(row["exercise"]), row["text"], language)
    values = (heard.net, *asdict(heard.deep.figures).values())
    return Answer(name, row["exercise"], language, RANK[row["level"]], values, heard.moved_by)


def pairs(of: Sequence[Answer]) -> list[tuple[int, int]]:
    """(better, worse) by number, of one set, question and language."""
    groups: dict[tuple[str, str, str], list[int]] = {}
    for number, one in enumerate(of):
        groups.setdefault((one.set, one.exercise, one.language), []).append(number)
    both = [sorted(pair, key=lambda n: -of[n].rank) for group in groups.values() for pair in combinations(group, 2)]
    return [(one, two) for one, two in both if of[one].rank != of[two].rank]


def learned(rows: Sequence[Vector], known: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """(weight in units of the first column, usual value) of each column."""
    columns = list(zip(*rows, strict=True))
    usual, spread = [fmean(column) for column in columns], [pstdev(column) or 1.0 for column in columns]
    apart = [[(x - y) / wide for x, y, wide in zip(rows[one], rows[two], spread, strict=True)] for one, two in known]
    weights = [0.0] * len(columns)
    for _ in range(ROUNDS):
        slope = [-PENALTY * weight for weight in weights]
        for difference in apart:
            missing = 1 / (1 + math.exp(sum(weight * value for weight, value in zip(weights, difference, strict=True)))) / len(apart)
            slope = [old + missing * value for old, value in zip(slope, difference, strict=True)]
        weights = [weight + STEP * by for weight, by in zip(weights, slope, strict=True)]
        if max(map(abs, slope)) < 1e-6:
            break
    scaled = [weight / wide for weight, wide in zip(weights, spread, strict=True)]
    return [(weight / scaled[0], middle) for weight, middle in zip(scaled, usual, strict=True)]


def scores(of: Sequence[Answer], model: Sequence[tuple[float, float]]) -> list[float]:
    """What these weights make of each answer."""
    return [
        one.score(sum(weight * (value - usual) for value, (weight, usual) in zip(one.values[1:], model[1:], strict=True))) for one in of
    ]


def alike(of: Sequence[Answer], known: Sequence[tuple[int, int]], given: Vector) -> dict[str, str]:
    """For each set and for all: how many pairs are ranked as their writer does."""
    found = {}
    for name in (*SETS, "all"):
        own = [given[one] > given[two] for one, two in known if name in ("all", of[one].set)]
        found[name] = f"{sum(own)} of {len(own)} ({sum(own) / len(own):.3f})"
    return found


def left_out(of: Sequence[Answer], known: Sequence[tuple[int, int]]) -> list[float]:
    """Each answer's score by weights that its question had no part in."""
    questions = sorted({one.exercise for one in of})
    given = [0.0] * len(of)
    for fold in range(FOLDS):
        held = set(questions[fold::FOLDS])
        model = learned([one.values for one in of], [pair for pair in known if of[pair[0]].exercise not in held])
        given = [new if one.exercise in held else old for one, old, new in zip(of, given, scores(of, model), strict=True)]
    return given


def written(model: Sequence[tuple[float, float]], figure: str) -> str:
    """The file."""
    names = [field.name for field in fields(depth.Figures)]
    lines = [f"{name} = {{ weight = {weight:.3f}, usual = {usual:.3f} }}" for name, (weight, usual) in zip(names, model[1:], strict=True)]
    head = f"# Made by `python bench/explain_rank.py --write`, never by hand. Cross-validated by question: {figure} pairs ranked as their writers do.\n"
    return head + "\n[figures]\n" + "\n".join(lines) + "\n"


def main(flags: list[str]) -> int:
    """Print the figures; 1 if the committed weights are not those."""
    of = answers()
    known = pairs(of)
    model = learned([one.values for one in of], known)
    crossed = alike(of, known, left_out(of, known))
    told = {
        "points alone": alike(of, known, [one.values[0] for one in of]),
        "learned": alike(of, known, scores(of, model)),
        "cross-validated": crossed,
    }
    return ended(WEIGHTS, written(model, crossed["all"]), told, flags)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
