"""How likely it is that an advertisement asks for a name: first a logistic regression over the signs around it, its weights read from `advert_weights.toml`,
then a second look at it among the other names (`advert_company.py`). Of a few lines there is no second look: they hold too little company.

Trained offline on labelled advertisements (`bench/adverts`), by `python bench/adverts.py train`; `python bench/adverts.py` measures it on authors whom it
was not trained on. A name counts as asked for from `bar` on; of what is no technology of its own (teamwork, English), and in a few lines, less is enough.
"""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sparring.language.advert_company import MOST_SCORE, Seen, figures, weighed
from sparring.language.advert_lines import Line, is_studied, lines
from sparring.language.advert_signs import Candidate, signs
from sparring.language.skills import mentions
from sparring.language.unlisted import names

WEIGHTS = "advert_weights.toml"
MOST_IN_LINE, MOST = 80, 600
"""Names of a sentence, and of an advertisement, that are looked at: nobody asks for more."""
SOFT_BAR, FEW_BAR = 0.6, 0.65
"""What is no technology of its own is asked for from here on, and what stands in a few lines."""
FEW_WORDS = 60
"""A text of no more words is a part of an advertisement."""

_COMPANY = re.compile(r",?\s+(?:S\.?p\.?A|S\.?r\.?l|SpA|Srl|Inc|Ltd|LLC|GmbH)\b")
"""What stands behind the name of a company."""


def judged(text: str) -> Iterator[tuple[Line, Candidate, float]]:
    """Every name of an advertisement with its sentence and how likely it is asked for, in the order of the text."""
    names = first_look(text)
    scores = [one.score for one in names] if is_short(text) else [weighed(row) for row in figures(names)]
    for seen, score in zip(names, scores, strict=True):
        joined = [
            more for other, more in zip(names, scores, strict=True) if other.line is seen.line and _are_one(seen.line, seen.one, other.one)
        ]
        yield seen.line, seen.one, 1 / (1 + math.exp(-max([score, *joined])))


def first_look(text: str) -> list[Seen]:
    """Every name of an advertisement with the log odds that its own surroundings give it."""
    weights, bias, _ = _model()
    numbers: dict[int, int] = {}
    return [
        Seen(
            line, numbers.setdefault(id(line), len(numbers)), one, around, _cut(bias + math.fsum(weights.get(sign, 0.0) for sign in around))
        )
        for line, one, around in list(candidates(text))
    ]


def _cut(score: float) -> float:
    return max(-MOST_SCORE, min(MOST_SCORE, score))


def is_short(text: str) -> bool:
    """Whether a text is but a part of an advertisement."""
    return len(text.split()) <= FEW_WORDS


def _are_one(line: Line, one: Candidate, other: Candidate) -> bool:
    """Whether two names are joined by a slash: what asks for one asks for both."""
    first, second = sorted((one, other), key=lambda name: name.start)
    return first.end < second.start and line.bare[first.end : second.start].strip() == "/"


def bar(one: Candidate, text: str) -> float:
    """From which likelihood on a name counts as asked for: what is no advertisement but a few lines of one says too little for more than the odds."""
    if not one.skill.technical:
        return SOFT_BAR
    return FEW_BAR if is_short(text) else _model()[2]


def candidates(text: str) -> Iterator[tuple[Line, Candidate, frozenset[str]]]:
    """Every name of an advertisement, listed or not, with its sentence and its signs."""
    rows: list[tuple[Line, list[Candidate]]] = []
    for line in lines(text):
        rows.append((line, _named_in(line)))
        if sum(len(found) for _, found in rows) >= MOST:
            break
    times = Counter(one.skill.id for _, found in rows for one in found)
    for line, found in rows:
        for one in found:
            yield line, one, signs(line, one, found, times[one.skill.id])


def _named_in(line: Line) -> list[Candidate]:
    found = [Candidate(one.start, one.end, one.words, "sure" if one.sure else "common", one.skill) for one in mentions(line.bare)]
    listed = [
        one for one in found if not (one.skill.subject and is_studied(line.bare, one.start)) and not _COMPANY.match(line.bare, one.end)
    ]
    return [*listed, *names(line.bare, [(one.start, one.end) for one in found])][:MOST_IN_LINE]


@lru_cache
def _model() -> tuple[dict[str, float], float, float]:
    """The weights by sign, the bias and the bar."""
    table = tomllib.loads(Path(__file__).with_name(WEIGHTS).read_text(encoding="utf-8"))
    weights = {f"{name}:{value}" if value else name: weight for name, row in table["signs"].items() for value, weight in row.items()}
    return weights, table["bias"], table["bar"]
