"""What an answer binds rightly and wrongly, by point: the author's pairs of opposed terms (`language/bindings.py`) looked for in it.

A confidently false explanation is made of the model answer's words: who and whom, before and after, if and otherwise are exchanged. Where most of what is said of a pair is
bound the wrong way round its point is doubted, and the sentence shown: doubted, not denied, as one clause may be misread. Many of them in one text are a habit (`belief.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sparring.core.text import Language
from sparring.kinds.explain.schema import ExplainSpec
from sparring.language.bindings import Bound, said
from sparring.language.reading import Read


@dataclass(frozen=True, slots=True)
class Bindings:
    """By point, the places where its opposed terms are bound the wrong way round; how many pairs are (`turned`), and how many the right way (`agreed`)."""

    wrong: Mapping[str, tuple[Bound, ...]] = field(default_factory=dict)
    turned: int = 0
    agreed: int = 0
    held: frozenset[str] = frozenset()
    """The points of which a pair is bound the right way and none the wrong way."""
    declared: bool = False
    """Whether the exercise has any pairs."""

    @property
    def agrees(self) -> bool:
        """Whether more is bound the right way than the wrong way; yes where nothing is declared, as nothing can be told then."""
        return self.agreed > self.turned or not self.declared

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The places, in characters of the text."""
        return [(one.start, one.end) for some in self.wrong.values() for one in some]


def bindings(spec: ExplainSpec, text: Sequence[Read], language: Language) -> Bindings:
    """What a text makes of an exercise's pairs of opposed terms."""
    found = {point.id: said(text, point.opposed, language) for point in spec.points if point.opposed}
    wrong = {point: tuple(place for one in pairs if one.turned for place in one.wrong) for point, pairs in found.items()}
    every = [one for pairs in found.values() for one in pairs]
    held = frozenset(point for point, pairs in found.items() if any(one.agrees for one in pairs) and not wrong[point])
    return Bindings(
        {point: places for point, places in wrong.items() if places},
        sum(one.turned for one in every),
        sum(one.agrees for one in every),
        held,
        bool(found),
    )
