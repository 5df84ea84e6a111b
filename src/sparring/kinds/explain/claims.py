"""Claims that turn a key point round: found as the point by their words, compared with what the author's paraphrases say (`language/relations.py`)."""

from collections.abc import Mapping
from dataclasses import replace

from sparring.core.text import LANGUAGES, Language
from sparring.kinds.explain.schema import ExplainSpec, Point
from sparring.language.points import Found
from sparring.language.reading import read
from sparring.language.relations import Sides, sides_of, turned


def contradicted(spec: ExplainSpec, said: Mapping[str, Found], text: str, language: Language) -> dict[str, Found]:
    """The points that a text seems to say and says the contrary of, by id: denied, with the clauses that do so."""
    sentences = read(text, language, spec.lexicon.subjects)
    found: dict[str, Found] = {}
    for point in spec.points:
        hit = said.get(point.id)
        if hit and not hit.denied and (claim := turned(hit.words, sentences, language, _right(point))):
            found[point.id] = replace(hit, start=claim.start, end=claim.end, denied=True)
    return found


def _right(point: Point) -> Sides:
    return sides_of(tuple((language, phrase) for language in LANGUAGES for phrase in point.paraphrases.get(language, ())))
