"""Whether the points that were found in a text are what it means. Who says the contrary of everything says it in the very same words.

No single sentence tells: "a list gives its values one at a time" has all the words of the point on generators. A whole answer does: who turns things round denies what
the author says, takes the other side of contraries, calls useless what is needed, insists, holds a known misconception, and does it several times in a few lines. Each of
these *signs* is met in right answers too, alone. Together they are weighed against the points that were found, by a small logistic model that learned from answers of
both sorts (`belief.toml`, made by `python bench/explain_belief.py`). Where a text is not believed its points are shown, with what speaks against them, and not counted;
nobody is accused by it.
"""

import math
import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from sparring.core.text import Language
from sparring.kinds.explain.bound import Bindings
from sparring.kinds.explain.depth import Depth, right_sides
from sparring.kinds.explain.schema import ExplainSpec
from sparring.language.closeness import parts
from sparring.language.contrary import affirmed, crossed, dismissals
from sparring.language.reading import read
from sparring.language.relations import contrary
from sparring.language.text import tokens

LIMIT = 3.0
"""A sign counts no more than this often."""
A_SENTENCE = 20
"""Words: signs are counted for so many."""
FEWEST = 2.0
"""A shorter text counts as so many sentences: one sign in it is no habit."""
MEANT = 0.55
"""From this chance on a text means its points. A little above even odds: of those between, the wrong and the inverted are ten for one right."""
SURE = 0.8
"""Words alone pass from this chance on, where anything speaks against them: of 213 right answers that pass 6 fall below, of the 3 inverted ones 2."""

MOST_AGREED = 4.0
"""More pairs bound rightly say no more."""

FEWEST_SIGNS = 2
"""Places that speak against a text before none of its points counts."""

HABIT = 2
"""Pairs bound wrongly, and more than rightly, before one speaks of a habit: one may be misread."""
UNLIKELY = 0.1
"""Below this chance a text is not believed even where nothing in it is wrong and nothing a habit: common words alone hardly come to it."""

LOOSE = frozenset(("whatever-happens", "true-or-false"))
"""Pairs whose words stand for many things away from a point ("always zero", "false alarms")."""


@dataclass(frozen=True, slots=True)
class Signs:
    """`wrong`: misconceptions held, points denied and turned round; `contrary`: sides that only the contrary of what the author says takes (both up to LIMIT); `crossed`:
    words denied that the author says, `dismissed`: what is called useless, `strong`: strong words (all three for each A_SENTENCE words, up to LIMIT); `turned`, `agreed`: how
    many pairs of opposed terms are bound wrongly and rightly (`bound.py`), up to LIMIT and MOST_AGREED; `net`: the share of the points found, 0..1.
    """

    wrong: float
    contrary: float
    crossed: float
    dismissed: float
    strong: float
    turned: float
    agreed: float
    net: float


@dataclass(frozen=True, slots=True)
class Belief:
    """The signs, and where in the text (in characters) what speaks against its points stands."""

    signs: Signs
    spans: tuple[tuple[int, int], ...]

    @property
    def chance(self) -> float:
        """How likely the text means the points that were found in it, 0..1."""
        constant, weights = _model()
        total = constant + sum(weights[name] * value for name, value in asdict(self.signs).items())
        return 1 / (1 + math.exp(-total))

    @property
    def holds(self) -> bool:
        """Whether it does, likely enough. Strong words alone speak against nothing, nor does a single place: each sign is met in right answers, too."""
        return self.chance >= (MEANT if self.grounded else UNLIKELY) or self.signs.wrong + len(self.spans) < FEWEST_SIGNS

    @property
    def grounded(self) -> bool:
        """Whether more than common words speaks against the points: something wrong, or a habit of binding wrongly."""
        return self.signs.wrong > 0 or self.signs.turned >= max(HABIT, self.signs.agreed + 1)

    @property
    def enough(self) -> bool:
        """Whether the words may pass without anything shown: nothing in them speaks against the points, or hardly."""
        return not self.spans or self.chance >= SURE


def belief(spec: ExplainSpec, text: str, language: Language, deep: Depth, bound: Bindings, wrong: int, share: float) -> Belief:
    """The signs of a text in which `share` of the points were found and `wrong` things said."""
    phrases = tuple(phrase for point in spec.points for phrase in point.paraphrases.get(language, ()))
    ways = tuple(way for point in spec.points for way in point.ways)
    subjects = tuple((name, tuple(names)) for name, names in spec.lexicon.subjects.items())
    right = affirmed((*phrases, *parts(spec.answer.to(language))), ways, language, subjects)
    sentences = read(text, language, spec.lexicon.subjects)
    denied = crossed(sentences, right)
    turned = [(one.start, one.end) for one in contrary(sentences, language, right_sides(spec), sure=True) if one.pair not in LOOSE]
    useless = dismissals(text)
    size = max(FEWEST, len(tokens(text, language)) / A_SENTENCE)
    signs = Signs(
        min(LIMIT, wrong),
        min(LIMIT, len(turned)),
        min(LIMIT, len(denied) / size),
        min(LIMIT, len(useless) / size),
        min(LIMIT, len(deep.spans["strong"]) / size),
        min(LIMIT, bound.turned),
        min(MOST_AGREED, bound.agreed),
        share,
    )
    return Belief(signs, tuple(sorted({*turned, *denied, *useless, *bound.spans})))


@cache
def _model() -> tuple[float, dict[str, float]]:
    table = tomllib.loads(Path(__file__).with_name("belief.toml").read_text(encoding="utf-8"))
    return float(table["constant"]), {name: float(weight) for name, weight in table["signs"].items()}
