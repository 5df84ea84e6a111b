"""What tells two answers apart in which the same points were recognised: how much of the model answer's vocabulary each has, and how much of what it says belongs there.

It never adds to what was recognised: the points' share is a lower bound, and an answer that says them in few of the matter's own words, beside much else or beside
sentences that sound like a known misconception, gets up to a tenth of it less. Measured on answers written blind by strangers (`tests/ranked.json`): with points
alone a tenth of the pairs that a person ranks are ties. The weights are round numbers on a plateau: halving or doubling one changes the share of pairs
ranked alike by one in a hundred.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sparring.core.text import Language
from sparring.kinds.explain.schema import ExplainSpec
from sparring.language.closeness import stems
from sparring.language.points import Wanted, closest

FINE = 0.1
"""How much of a score depth decides."""
OWN_WORDS = 0.5
"""What the share of the answer's words that belong to the matter weighs, beside the share of the model answer's that it has."""
SUSPECT = 0.3
"""A sentence that holds more of a misconception's paraphrase than this takes away."""
ON_TOPIC = 0.02
"""At most, for an answer on the matter in which nothing was recognised and nothing is wrong: it stands above one that is about something else."""
FEWEST = 0.1
"""Share of the model answer's words that such an answer must have."""


@dataclass(frozen=True, slots=True)
class Depth:
    """All 0..1. `deep`: what decides between answers with the same points; `held`: the share of the model answer's words that the text has;
    `belongs`: the share of the text's own words that are the matter's.
    """

    deep: float
    held: float
    belongs: float

    def scaled(self, net: float, *, wrong: bool) -> float:
        """The score of recognised points (less what counts against them), resolved by depth."""
        if net > 0:
            return net * (1 - FINE + FINE * self.deep)
        return ON_TOPIC * self.deep if self.held >= FEWEST and not wrong else 0.0


def depth(spec: ExplainSpec, text: str, language: Language, beliefs: Mapping[str, Wanted]) -> Depth:
    """How deep a text goes."""
    question = spec.question.to(language)
    asked, own = stems(question, language), stems(text, language)
    model = stems(spec.answer.to(language), language) - asked
    phrases = tuple(phrase for point in spec.points for phrase in point.paraphrases.get(language, ()))
    known = (model | _vocabulary(phrases, language)) - asked
    held, belongs = len(own & model) / max(1, len(model)), len(own & known) / max(1, len(own))
    suspect = max(0.0, closest(text, beliefs, language, question=question, lexicon=spec.lexicon) - SUSPECT)
    return Depth(max(0.0, min(1.0, held + OWN_WORDS * belongs - suspect)), held, belongs)


@lru_cache(maxsize=128)
def _vocabulary(phrases: tuple[str, ...], language: Language) -> frozenset[str]:
    return frozenset(stem for phrase in phrases for stem in stems(phrase, language))
