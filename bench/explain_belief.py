"""The weights of `explain`'s signs that a text says the contrary, learned: `python bench/explain_belief.py [--write] [--json]`.

Answers of both sorts lie beside the kind's tests: good, half and wrong ones (three sets written from the questions alone) and inverted ones, in
which every sentence says the contrary of what is true. Each point that is found in an answer counts: it was meant in the good and half ones and
was not in the inverted ones; of the wrong ones nobody knows, they count for less. A logistic model of the six signs of `kinds/explain/belief.py`
(standardised, one small penalty) learns that. Told by leaving out a tenth of the questions at a time: which share of the points is believed, and
in how many answers. With `--write` `belief.toml` is made anew; without, exit code 1 if what was committed is not what the answers give.
"""

import math
import sys
from collections.abc import Sequence
from dataclasses import astuple, fields
from pathlib import Path
from statistics import fmean, pstdev
from typing import NamedTuple

import explain_answers
from explain_answers import ended, spec

from sparring.core.text import Language
from sparring.kinds.explain import belief
from sparring.kinds.explain.hearing import hear

WEIGHTS = Path(belief.__file__).with_name("belief.toml")
SETS = ("ranked", "ranked-second", "ranked-third", "inverted", "bound")
MEANT = {"good": (1, 1.0), "half": (1, 2.0), "wrong": (0, 0.4), "inverted": (0, 2.0)}
"""Whether the points found in such an answer were meant, and how much it weighs: half of an answer is worth protecting most."""
FOLDS, PENALTY, ROUNDS = 10, 1.0, 12
Model = tuple[float, tuple[float, ...]]


class Row(NamedTuple):
    """An answer: its question, its sort, how many points were found in it, and the signs."""

    exercise: str
    sort: str
    points: int
    signs: tuple[float, ...]


def rows() -> list[Row]:
    """The answers of the sets in which any point is found."""
    found = []
    for row in (row for name in SETS for row in explain_answers.rows(name)):
        language: Language = "it" if row["language"] == "it" else "en"
        heard = hear(spec(row["exercise"]), row["text"], language)
        assert heard.belief
        points = len(heard.doubted) + sum(not hit.denied for hit in heard.said.values())
        if points:
            found.append(Row(row["exercise"], row.get("level", "inverted"), points, astuple(heard.belief.signs)))
    return found


def learned(of: Sequence[Row]) -> Model:
    """The constant, and the weight of each sign as it is. Newton's method: some rounds are enough."""
    columns = list(zip(*(row.signs for row in of), strict=True))
    usual, spread = [fmean(column) for column in columns], [pstdev(column) or 1.0 for column in columns]
    inputs = [(1.0, *((x - m) / s for x, m, s in zip(row.signs, usual, spread, strict=True))) for row in of]
    weights = [0.0] * len(inputs[0])
    for _ in range(ROUNDS):
        slope = [0.0, *(-PENALTY * weight for weight in weights[1:])]
        bend = [[PENALTY * (one == two and one > 0) for two in range(len(weights))] for one in range(len(weights))]
        for row, values in zip(of, inputs, strict=True):
            meant, heavy = MEANT[row.sort]
            chance = _chance(weights, values)
            for one, value in enumerate(values):
                slope[one] += heavy * (meant - chance) * value
                for two, other in enumerate(values):
                    bend[one][two] += heavy * chance * (1 - chance) * value * other
        weights = [weight + by for weight, by in zip(weights, _solved(bend, slope), strict=True)]
    scaled = tuple(weight / s for weight, s in zip(weights[1:], spread, strict=True))
    return weights[0] - sum(weight * m for weight, m in zip(scaled, usual, strict=True)), scaled


def _solved(rows: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The x of rows * x = right, for a positive matrix (by elimination)."""
    table = [[*row, value] for row, value in zip(rows, right, strict=True)]
    for at in range(len(table)):
        head = [value / table[at][at] for value in table[at]]
        table = [head if n == at else [v - row[at] * h for v, h in zip(row, head, strict=True)] for n, row in enumerate(table)]
    return [row[-1] for row in table]


def _chance(weights: Sequence[float], values: Sequence[float]) -> float:
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, values, strict=True))))


def believed(of: Sequence[Row]) -> list[bool]:
    """Whether each is, by weights that its question had no part in."""
    questions = sorted({row.exercise for row in of})
    found = [False] * len(of)
    for fold in range(FOLDS):
        held = set(questions[fold::FOLDS])
        constant, weights = learned([row for row in of if row.exercise not in held])
        for number, row in enumerate(of):
            if row.exercise in held:
                found[number] = _chance((constant, *weights), (1.0, *row.signs)) >= belief.MEANT
    return found


def figures(of: Sequence[Row], held: Sequence[bool]) -> dict[str, str]:
    """By sort of answer: points believed, and answers with any."""
    told = {}
    for sort in MEANT:
        own = [(row.points, yes) for row, yes in zip(of, held, strict=True) if row.sort == sort]
        points, answers = sum(points for points, yes in own if yes), sum(yes for _, yes in own)
        told[sort] = f"{points} of {sum(points for points, _ in own)} points, {answers} of {len(own)} answers"
    return told


def written(model: Model, told: dict[str, str]) -> str:
    """The file."""
    names = [field.name for field in fields(belief.Signs)]
    known = f"of good answers {told['good']}; of inverted ones {told['inverted']}"
    head = f"# Made by `python bench/explain_belief.py --write`, never by hand. Believed, cross-validated by question: {known}.\n"
    lines = [f"{name} = {weight:.3f}" for name, weight in zip(names, model[1], strict=True)]
    return f"{head}\nconstant = {model[0]:.3f}\n\n[signs]\n" + "\n".join(lines) + "\n"


def main(flags: list[str]) -> int:
    """Print the figures; 1 if the committed weights are not those."""
    of = rows()
    told = figures(of, believed(of))
    return ended(WEIGHTS, written(learned(of), told), {"believed": told}, flags)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
