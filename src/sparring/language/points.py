"""Which key points a text speaks of: the simplest honest method.

A point is held by an author's paraphrases. A paraphrase is found in a passage of one or two neighbouring sentences when the passage holds enough of the stems that
carry its meaning, weighted by how telling each stem is among all the exercise's paraphrases, and when the passage denies as often as the paraphrase
does: a sentence that says the opposite in the same words is not covered but *contradicted*. This tells what a text speaks of, not whether it is
true; the candidate confirms or corrects.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sparring.core.text import Language
from sparring.language.text import Sentence, clauses, sentences, tokens

ENOUGH = 0.5
"""Share of a paraphrase's weight that a passage must hold."""
FROM_THE_QUESTION = 0.4
"""What a stem weighs that already stands in the question: everybody repeats those."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a point was found: the passage in characters, how much of the paraphrase it holds, and whether it denies it."""

    point: str
    start: int
    end: int
    share: float
    paraphrase: str
    contradicted: bool = False


@dataclass(frozen=True, slots=True)
class _Pattern:
    point: str
    text: str
    stems: Mapping[str, float]
    negated: bool
    telling: frozenset[str]


def find_points(
    text: str, points: Mapping[str, Sequence[str]], language: Language, *, question: str = "", enough: float = ENOUGH
) -> dict[str, Found]:
    """The best passage for each point that `text` speaks of; points are paraphrases by id. A point that is absent is not in the result."""
    patterns = _patterns(points, language, question)
    found: dict[str, Found] = {}
    for passage in _passages(text, language):
        stems = frozenset(word.stem for word in passage.words)
        for pattern in patterns:
            share = _share(pattern, stems)
            best = found.get(pattern.point)
            telling = bool(pattern.telling & stems) or not pattern.telling
            if telling and share >= _needed(pattern, enough) and (best is None or _better(share, best)):
                hit = _locate(text, passage, pattern, share, language)
                if best is None or hit.contradicted <= best.contradicted:
                    found[pattern.point] = hit
    return found


def _better(share: float, best: Found) -> bool:
    return best.contradicted or share > best.share + 1e-9


def _needed(pattern: _Pattern, enough: float) -> float:
    """Two words are found by chance: a paraphrase that short, or with nothing but the question's words, must be there whole."""
    return enough if len(pattern.stems) > 2 and len(pattern.telling) > 1 else 0.99


def _share(pattern: _Pattern, stems: frozenset[str]) -> float:
    total = sum(pattern.stems.values())
    return sum(weight for stem, weight in pattern.stems.items() if stem in stems) / total if total else 0.0


def _patterns(points: Mapping[str, Sequence[str]], language: Language, question: str) -> list[_Pattern]:
    asked = {token.stem for token in tokens(question, language)}
    read = [(point, text, sentences(text, language)) for point, texts in points.items() for text in texts]
    seen: Counter[str] = Counter()
    for point in points:
        seen.update({word.stem for owner, _, parts in read if owner == point for part in parts for word in part.words})
    weights = {stem: (1.0 + math.log(len(points) / count)) * (FROM_THE_QUESTION if stem in asked else 1.0) for stem, count in seen.items()}
    return [
        _Pattern(
            point,
            text,
            {word.stem: weights[word.stem] for part in parts for word in part.words},
            any(part.negations for part in parts),
            frozenset(word.stem for part in parts for word in part.words) - asked,
        )
        for point, text, parts in read
    ]


def _passages(text: str, language: Language) -> list[Sentence]:
    alone = sentences(text, language)
    pairs = [
        Sentence(a.start, b.end, a.words + b.words, a.negations + b.negations)
        for a, b in pairwise(alone)
        if len(a.words) + len(b.words) <= 40
    ]
    return [*alone, *pairs]


def _locate(text: str, passage: Sentence, pattern: _Pattern, share: float, language: Language) -> Found:
    """The passage, and whether the clauses that hold the paraphrase's words deny it."""
    held = [clause for clause in clauses(text, passage, language) if clause.stems & set(pattern.stems)]
    most = max((len(clause.stems & set(pattern.stems)) for clause in held), default=0)
    core = [clause for clause in held if len(clause.stems & set(pattern.stems)) * 2 >= most]
    denied = any(len(clause.negations) % 2 for clause in core)
    start, end = _trimmed(text, passage)
    return Found(pattern.point, start, end, share, pattern.text, denied != pattern.negated)


def _trimmed(text: str, passage: Sentence) -> tuple[int, int]:
    stretch = text[passage.start : passage.end]
    return passage.start + len(stretch) - len(stretch.lstrip()), passage.end - len(stretch) + len(stretch.rstrip())


def overlap(text: str, other: str, language: Language) -> float:
    """Which share of the different stems of `text` also stand in `other`, 0..1."""
    own = {token.stem for token in tokens(text, language)}
    return len(own & {token.stem for token in tokens(other, language)}) / len(own) if own else 0.0
