"""How much of a model answer a text holds, where there are no key points: by words, weighted by how telling they are, and by meaning.

The two ingredients of `explain` without an author's help, measured against human scores by `sparring bench explain`.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sparring.core.text import Language
from sparring.language.meaning import Meaning
from sparring.language.text import STOPWORDS, tokens

PARTS = 6
"""Parts of a model answer that a good answer need hold: nobody says all of it."""
FROM_THE_QUESTION = 0.4
_CUT = re.compile(r"(?<=[.!?;:])\s+|\n+|\r|(?:^|\s)[-*•]\s")


@dataclass(frozen=True, slots=True)
class Closeness:
    """All 0..1. `words`: the root of the weighted share of the model answer's words that the text has (each further word tells less); `parts`: the mean
    closeness of the model answer's best-met parts, in meaning, or without vectors in their words; `least`: of its worst-met part.
    """

    words: float
    parts: float
    least: float


def stems(text: str, language: Language, *, small: bool = False) -> set[str]:
    """The different words of a text that carry meaning, by stem; the small ones too if asked for."""
    return {token.stem for token in tokens(text, language) if small or token.text not in STOPWORDS[language]}


def rarity(texts: Sequence[str], language: Language) -> dict[str, float]:
    """How telling each word is among these texts: the rarer the more (inverse document frequency)."""
    seen = Counter(stem for text in texts for stem in stems(text, language))
    return {stem: math.log((len(texts) + 1) / (count + 0.5)) for stem, count in seen.items()}


def parts(text: str) -> list[str]:
    """A text as the pieces that each say something: sentences, list items."""
    cut = [part.strip() for part in _CUT.split(text) if part and len(part.split()) > 1]
    return cut or [text.strip() or "-"]


def share(text: str, model: str, question: str, weights: Mapping[str, float], language: Language) -> float:
    """The weighted share of the model answer's words that stand in the text, 0..1; the question's own words weigh less."""
    own, asked = stems(text, language), stems(question, language)
    weighed = {stem: weights.get(stem, 1.0) * (FROM_THE_QUESTION if stem in asked else 1.0) for stem in stems(model, language)}
    total = sum(weighed.values())
    return sum(weight for stem, weight in weighed.items() if stem in own) / total if total else 0.0


def closeness(
    text: str, model: str, question: str, weights: Mapping[str, float], language: Language, meaning: Meaning | None = None
) -> Closeness:
    """How close a text is to a model answer. `weights` as from `rarity`."""
    words = math.sqrt(max(0.0, share(text, model, question, weights, language)))
    rows = meaning.closeness(parts(model), parts(text)) if meaning else by_words(parts(model), parts(text), language)
    best = sorted((max(row) for row in rows), reverse=True)
    return Closeness(words, max(0.0, sum(best[:PARTS]) / len(best[:PARTS])), max(0.0, best[-1]))


def by_words(texts: Sequence[str], others: Sequence[str], language: Language) -> list[list[float]]:
    """What vectors do, without them: the words that each text shares with each of the others, of the geometric mean of their numbers, 0..1; a row a text."""
    rows, columns = ([stems(text, language) for text in some] for some in (texts, others))
    return [[len(one & two) / max(1.0, math.sqrt(len(one) * len(two))) for two in columns] for one in rows]
