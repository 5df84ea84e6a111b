"""What sentence vectors add to the words: places where a point is probably spoken of in other words, and sentences that sound like a known misconception.

Vectors tell the topic, not the truth (`language/meaning.py`). So nothing found by them is called right or wrong and nothing of it counts: a point's place is shown until the
candidate says whether that is what they meant, a claim is shown to be checked. A sentence that is denied, reported or not known is left out, and each sentence belongs
to what it is nearest to: it is no point's place where a misconception is as near.

Measured on answers kept as tests, beside what the words find: of 110 right answers none is asked to check a sentence, of 63 false ones 6 are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sparring.core.text import Language
from sparring.kinds.explain.schema import ExplainSpec
from sparring.language.meaning import Meaning
from sparring.language.reading import Read, read

POINT, CLAIM = 0.6, 0.6
"""Cosines from which a point is probably spoken of, a misconception probably held."""
MARGIN = 0.05
"""By how much a sentence must be nearer to the one than to the other."""
LONGEST = 60
"""Sentences of a text that are looked at."""


@dataclass(frozen=True, slots=True)
class Near:
    """The sentence nearest to a point or a misconception: where it stands, and how near."""

    id: str
    start: int
    end: int
    cosine: float


@dataclass(frozen=True, slots=True)
class Nearest:
    """By id, what was found near."""

    points: dict[str, Near]
    claims: dict[str, Near]


def nearest(spec: ExplainSpec, text: str, language: Language, meaning: Meaning) -> Nearest:
    """The points and misconceptions that sentences of a text are near to."""
    sentences = [one for one in read(text, language, spec.lexicon.subjects) if _asserts(one)][:LONGEST]
    said = [text[one.sentence.start : one.sentence.end] for one in sentences]
    points = [(point.id, phrase) for point in spec.points for phrase in point.paraphrases.get(language, ())]
    beliefs = [(belief.id, phrase) for belief in spec.misconceptions for phrase in belief.paraphrases.get(language, ())]
    if not said or not points:
        return Nearest({}, {})
    rows = meaning.closeness(said, [phrase for _, phrase in (*points, *beliefs)])
    found = Nearest({}, {})
    for sentence, row in zip(sentences, rows, strict=True):
        right, wrong = _best(points, row), _best(beliefs, row[len(points) :])
        if right and right[1] >= POINT and (not wrong or right[1] - wrong[1] >= MARGIN):
            _keep(found.points, right, sentence)
        elif wrong and right and wrong[1] >= CLAIM and wrong[1] - right[1] >= MARGIN:
            _keep(found.claims, wrong, sentence)
    return found


def _asserts(sentence: Read) -> bool:
    """Whether a sentence says something of its own that no negation turns round."""
    return sentence.claims and sentence.own and not sentence.denied and not any(not one.soft and not one.open for one in sentence.negations)


def _best(owners: Sequence[tuple[str, str]], cosines: Sequence[float]) -> tuple[str, float] | None:
    best = max(zip(owners, cosines, strict=False), key=lambda pair: pair[1], default=None)
    return (best[0][0], best[1]) if best else None


def _keep(found: dict[str, Near], best: tuple[str, float], sentence: Read) -> None:
    if best[0] not in found or found[best[0]].cosine < best[1]:
        found[best[0]] = Near(best[0], sentence.sentence.start, sentence.sentence.end, round(best[1], 3))
