"""What `explain` is made of, against the judgement of people: SAF (English, scores) and ASAG-IT (Italian, concepts present or not).

The data are not shipped: `sparring bench explain --data FOLDER` reads `saf-english.jsonl` and `asag-it-concepts.jsonl` there. SAF: answers of three words or fewer are left
out (even length tells those); the weights of the parts come from the other questions alone, on a scale of their own (they sum to one), and the interval of the difference
to word overlap is a bootstrap over answers. ASAG-IT: the threshold comes from the other answers alone; the interval is a bootstrap over answers, whose rows
belong together.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import correlation, fmean, pstdev
from typing import Any

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.language.closeness import closeness, rarity, stems
from sparring.language.meaning import Meaning, meaning
from sparring.usecases.bench.figures import Bar, Measure, Measured

SAF, ASAG = "saf-english.jsonl", "asag-it-concepts.jsonl"
AHEAD = 0.08
"""By how much the correlation must exceed word overlap's."""
ITERATIONS, STEP = 300, 0.05
Rows = list[dict[str, Any]]
Vector = list[float]


def measure_at(folder: Path) -> Measure:
    """The measure on the data of a folder."""
    return Measure("explain", "Explanations against people", "word overlap", lambda _, rounds: measure(folder, rounds), 1000, "resamples")


def measure(folder: Path, rounds: int, vectors: Meaning | None = None) -> Measured:
    """Both data sets, `rounds` resamples for each interval."""
    vectors = vectors or meaning()
    saf, asag = _saf(_read(folder / SAF), vectors, rounds), _asag(_read(folder / ASAG), rounds)
    note = "With sentence vectors." if vectors else "Without sentence vectors: they are not installed (sparring install meaning)."
    return Measured([*saf[0], *asag[0]], (*saf[1], *asag[1]), note)


def _read(path: Path) -> Rows:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise UsageError(Message("bench.no-data", {"path": str(path), "why": str(error)})) from error


def overlap(text: str, model: str) -> float:
    """The peer: which share of the model answer's different words, small ones and all, stands in the text."""
    wanted, own = (set(re.findall(r"\w+", one.lower())) for one in (model, text))
    return len(wanted & own) / len(wanted) if wanted else 0.0


def _saf(rows: Rows, vectors: Meaning | None, rounds: int) -> tuple[list[dict[str, Any]], tuple[Bar, ...]]:
    rows = [row for row in rows if len(row["answer"].split()) > 3]
    weights = rarity(sorted({row["reference"] for row in rows}), "en")
    found = [closeness(row["answer"], row["reference"], row["question"], weights, "en", vectors) for row in rows]
    features = [[one.words, one.parts, one.least] for one in found]
    scores = [row["score"] / row["max"] for row in rows]
    own = _by_question(features, scores, [row["question"] for row in rows])
    peer = [overlap(row["answer"], row["reference"]) for row in rows]
    ours, theirs = correlation(own, scores), correlation(peer, scores)

    def ahead(picked: Sequence[int]) -> float:
        human = [scores[n] for n in picked]
        return correlation([own[n] for n in picked], human) - correlation([peer[n] for n in picked], human)

    low, high = _interval([[n] for n in range(len(rows))], ahead, rounds)
    line = {
        "data": "SAF, English",
        "answers": len(rows),
        "ours": f"r {ours:.3f}",
        "word overlap": f"r {theirs:.3f}",
        "ahead by": _between(ours - theirs, low, high),
    }
    bar = Bar(
        "SAF: correlation ahead of word overlap",
        f"{ours - theirs:.3f}",
        f">= {AHEAD}, interval above 0",
        ours - theirs >= AHEAD and low > 0,
    )
    return [line], (bar,)


def _by_question(features: Sequence[Vector], scores: Vector, questions: Sequence[str]) -> Vector:
    """Each answer's estimate, weighted by what told the answers of every other question apart."""
    made = [0.0] * len(scores)
    for question in sorted(set(questions)):
        weights = _weights(*_others(features, scores, questions, question))
        for number, asked in enumerate(questions):
            if asked == question:
                made[number] = sum(weight * value for weight, value in zip(weights, features[number], strict=True))
    return made


def _others(features: Sequence[Vector], scores: Vector, questions: Sequence[str], left_out: str) -> tuple[list[Vector], Vector]:
    """The answers to the other questions, each as its distance from its question's mean."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, question in enumerate(questions):
        if question != left_out:
            groups[question].append(number)
    rows, marks = [], []
    for numbers in groups.values():
        middle = [fmean(features[n][k] for n in numbers) for k in range(len(features[0]))]
        mean = fmean(scores[n] for n in numbers)
        rows += [[value - at for value, at in zip(features[n], middle, strict=True)] for n in numbers]
        marks += [scores[n] - mean for n in numbers]
    return rows, marks


def _weights(rows: Sequence[Vector], marks: Vector) -> Vector:
    """Ridge regression on standardised features, its penalty as strong as the data (nothing is tuned), no weight below 0, together 1."""
    spread = [pstdev([row[k] for row in rows]) or 1.0 for k in range(len(rows[0]))]
    size, count = len(rows), len(spread)
    product = [[sum(row[i] * row[k] for row in rows) / size / spread[i] / spread[k] for k in range(count)] for i in range(count)]
    target = [sum(row[k] * mark for row, mark in zip(rows, marks, strict=True)) / size / spread[k] for k in range(count)]
    weights = [0.0] * count
    for _ in range(ITERATIONS):
        slope = [target[i] - weights[i] - sum(product[i][k] * weights[k] for k in range(count)) for i in range(count)]
        weights = [max(0.0, weight + STEP * by) for weight, by in zip(weights, slope, strict=True)]
    scaled = [weight / width for weight, width in zip(weights, spread, strict=True)]
    return [weight / (sum(scaled) or 1.0) for weight in scaled]


def _asag(rows: Rows, rounds: int) -> tuple[list[dict[str, Any]], tuple[Bar, ...]]:
    """Concepts are told apart by words alone: vectors add nothing here (area under the curve 0.62, words 0.81)."""
    own = [_present(row) for row in rows]
    peer = [overlap(row["answer"], row["concept"]) for row in rows]
    labels, answers = [bool(row["label"]) for row in rows], [str(row["answer_id"]) for row in rows]
    folds = sorted(set(answers))
    fold = {answer: number % 10 for number, answer in enumerate(folds)}
    mine, theirs = (_decided(values, labels, [fold[answer] for answer in answers]) for values in (own, peer))

    def ahead(picked: Sequence[int]) -> float:
        truth = [labels[n] for n in picked]
        return balanced([mine[n] for n in picked], truth) - balanced([theirs[n] for n in picked], truth)

    def above_half(picked: Sequence[int]) -> float:
        return balanced([mine[n] for n in picked], [labels[n] for n in picked]) - 0.5

    groups = [[n for n, one in enumerate(answers) if one == answer] for answer in folds]
    ours, peers = balanced(mine, labels), balanced(theirs, labels)
    (low, high), (floor, _) = _interval(groups, ahead, rounds), _interval(groups, above_half, rounds)
    line = {
        "data": "ASAG-IT, Italian",
        "answers": len(folds),
        "ours": f"{ours:.3f}",
        "word overlap": f"{peers:.3f}",
        "ahead by": _between(ours - peers, low, high),
    }
    return [line], (
        Bar("ASAG-IT: balanced accuracy above always present", f"{ours:.3f}", "> 0.5, interval above", floor > 0),
        Bar("ASAG-IT: balanced accuracy above word overlap", f"{ours - peers:.3f}", "> 0, interval above 0", ours > peers and low > 0),
    )


def _present(row: dict[str, Any]) -> float:
    """How likely a concept is there: the share of its words, and how many words of the whole model answer the text has (who says more of it has more of it)."""
    wanted = stems(row["concept"], "it", small=True)
    held = len(wanted & stems(row["answer"], "it", small=True)) / len(wanted)
    return len(stems(row["answer"], "it") & stems(row["reference"], "it")) * (1 + held)


def _decided(values: Vector, labels: Sequence[bool], folds: Sequence[int]) -> list[bool]:
    """Present or not, by the threshold that is best for the answers of the other folds."""
    made = [False] * len(values)
    for left_out in sorted(set(folds)):
        known = [n for n, fold in enumerate(folds) if fold != left_out]
        truth, steps = [labels[n] for n in known], sorted({values[n] for n in known})
        limit = max(steps[:-1], key=lambda step: balanced([values[n] > step for n in known], truth))
        for n, fold in enumerate(folds):
            if fold == left_out:
                made[n] = values[n] > limit
    return made


def balanced(said: Sequence[bool], truth: Sequence[bool]) -> float:
    """Balanced accuracy: the mean of the shares of present and of absent ones that were told right."""
    present, absent = sum(truth), len(truth) - sum(truth)
    right = sum(one for one, label in zip(said, truth, strict=True) if label)
    rest = sum(not one for one, label in zip(said, truth, strict=True) if not label)
    return (right / present if present else 0.5) / 2 + (rest / absent if absent else 0.5) / 2


def _interval(groups: Sequence[Sequence[int]], value: Callable[[Sequence[int]], float], rounds: int) -> tuple[float, float]:
    """The middle 95 % of a value over resampled groups."""
    random = Random(2026)
    found = sorted(value([n for group in random.choices(groups, k=len(groups)) for n in group]) for _ in range(rounds))
    return found[int(0.025 * rounds)], found[min(rounds - 1, int(0.975 * rounds))]


def _between(value: float, low: float, high: float) -> str:
    return f"{value:+.3f} [{low:+.3f}, {high:+.3f}]"
