"""What tells two answers apart beside the points that were recognised in them.

How much of the model answer's words each has, how far its words lean to the matter rather than to a known misconception, how much it insists beyond what it holds, how
often it takes the contrary side of what the author says, how near a sentence comes to a misconception. None of it accuses anybody: the finding shows the figures and the words they
rest on. The score is a sum: the points' share, and each figure's distance from the usual one times its weight (`depth.toml`). The weights are no opinion: a small regularised rank
model learned them from answers that strangers wrote from the questions alone; `python bench/explain_rank.py` makes them anew and says how well they do on questions that they
were not learned from.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from pathlib import Path

from sparring.core.text import LANGUAGES, Language
from sparring.core.verdict import OPEN
from sparring.kinds.explain.schema import ExplainSpec, Misconception, Point
from sparring.language.closeness import parts, stems
from sparring.language.points import Wanted, closest
from sparring.language.reading import read
from sparring.language.relations import Sides, contrary, sides_of
from sparring.language.stance import strong_words
from sparring.language.text import tokens

BESIDE = "beside-points"
"""The criterion of the finding that shows it."""
SUSPECT = 0.3
"""A sentence that holds more of a misconception's paraphrase than this takes away."""
ON_TOPIC = OPEN
"""Less than it, for an answer on the matter in which nothing was recognised and nothing is wrong: it stands above one that is about something else."""
FEWEST = 0.1
"""Share of the model answer's words that such an answer must have."""
MOST_ADDED = 0.25
"""What the figures may add: words alone are no points. Nor do they add more than the points themselves."""
NEARLY_ALL, MOST_TAKEN = 0.85, 0.35
"""From this share of the points the figures take no more than that: who says nearly all there is may say it in their own way."""
MOST_TAKEN_OF_CLEAN = 0.3
"""Of the points said in a text that nothing speaks against, the figures take no more than this share: other words than the author's are no fault. Pairs are ranked better so."""
MOST_TAKEN_FOR_STRONG = 0.1
"""What strong words take from points of which none is doubted or denied: who is right says "only" and "because" as well."""
FEWEST_WORDS = 20
"""In fewer words one strong word is no habit."""
MOST_CONTRARY = 3
SCALE = "scale"
"""What moved a score that no figure moved: both ends of the scale are drawn together."""
END = 0.1
"""How near to 0 and 1 scores begin to crowd: the order stays, nobody is cut off."""


@dataclass(frozen=True, slots=True)
class Figures:
    """`held`: the share of the model answer's words that the text has, 0..1; `leans`: the share of its own words that are the matter's, less those that only a
    misconception has, -1..1; `strong`: strong words for each word, the less the more is held; `contrary`: how often it sides against the author, up to MOST_CONTRARY;
    `suspect`: how near a sentence comes to a misconception, 0..0.7.
    """

    held: float
    leans: float
    strong: float
    contrary: float
    suspect: float


@dataclass(frozen=True, slots=True)
class Depth:
    """The figures, what two of them rest on (stretches of the text in characters, by figure), `belongs`: the share of the
    text's words beside the question's that are the matter's, `repeats`:
    the share of its words that are the question's, both 0..1.
    """

    figures: Figures
    belongs: float
    repeats: float
    spans: Mapping[str, tuple[tuple[int, int], ...]]

    @property
    def moved(self) -> float:
        """What the figures add to the points' share, or take away."""
        return sum(self.moves.values())

    @property
    def moved_little(self) -> float:
        """The same, where strong words take no more than MOST_TAKEN_FOR_STRONG."""
        strong = self.moves["strong"]
        return self.moved - strong + max(-MOST_TAKEN_FOR_STRONG, strong)

    @property
    def moves(self) -> dict[str, float]:
        """What each figure adds or takes away."""
        values = asdict(self.figures)
        return {name: float(weight * (values[name] - usual)) for name, (weight, usual) in weights().items()}

    def foremost(self, by: float) -> str:
        """The figure that moved the score most in the direction in which it went; SCALE where none went that way."""
        name = max(self.moves, key=lambda name: self.moves[name] * by)
        return name if self.moves[name] * by > 0 else SCALE

    @property
    def of_the_matter(self) -> bool:
        """Whether enough of the model answer's words are there to say that it speaks of the matter."""
        return self.figures.held >= FEWEST

    def score(self, net: float, moved: float, *, wrong: bool, clean: bool = False) -> float:
        """The score, 0..1, of recognised points less what counts against them (`net`), and what the figures add. `clean`: nothing speaks against the text."""
        if net > 0:
            least = -MOST_TAKEN if net >= NEARLY_ALL else -1.0
            least = max(least, -MOST_TAKEN_OF_CLEAN * net) if clean else least
            return _within(net + max(least, min(moved, net, MOST_ADDED)))
        return ON_TOPIC * _within(0.5 + moved) if self.of_the_matter and not wrong else 0.0


def _within(value: float) -> float:
    """Into 0..1 in the same order: drawn towards the middle, both ends drawn out."""
    drawn = 0.5 + 0.8 * (value - 0.5)
    if drawn < END:
        return END * math.exp((drawn - END) / END)
    return drawn if drawn <= 1 - END else 1 - END * math.exp((1 - END - drawn) / END)


def depth(spec: ExplainSpec, text: str, language: Language, beliefs: Mapping[str, Wanted]) -> Depth:
    """How deep a text goes."""
    question = spec.question.to(language)
    asked = stems(question, language)
    every = stems(text, language)
    own, model = every - asked, stems(spec.answer.to(language), language) - asked
    known = (model | _vocabulary(_phrases(spec.points, language), language)) - asked
    foreign = _vocabulary(_phrases(spec.misconceptions, language), language) - asked - known
    size = max(1, len(own))
    held, belongs = len(own & model) / max(1, len(model)), len(own & known) / size
    strong = strong_words(text, language)
    against = contrary(read(text, language, spec.lexicon.subjects), language, right_sides(spec))
    figures = Figures(
        held,
        belongs - len(own & foreign) / size,
        len(strong) / max(FEWEST_WORDS, len(tokens(text, language))) * (1 - held),
        min(MOST_CONTRARY, len(against)),
        max(0.0, closest(text, beliefs, language, question=question, lexicon=spec.lexicon) - SUSPECT),
    )
    spans = {name: tuple((one.start, one.end) for one in some) for name, some in (("strong", strong), ("contrary", against))}
    return Depth(figures, belongs, len(every & asked) / max(1, len(every)), spans)


@cache
def weights() -> dict[str, tuple[float, float]]:
    """For each figure its weight and its usual value."""
    table = tomllib.loads(Path(__file__).with_name("depth.toml").read_text(encoding="utf-8"))
    return {name: (float(row["weight"]), float(row["usual"])) for name, row in table["figures"].items()}


def _phrases(owners: Sequence[Point | Misconception], language: Language) -> tuple[str, ...]:
    return tuple(phrase for owner in owners for phrase in owner.paraphrases.get(language, ()))


def right_sides(spec: ExplainSpec) -> Sides:
    """The sides that the author takes, in both languages: in the points' paraphrases and in the model answer."""
    said = [(language, phrase) for language in LANGUAGES for phrase in _phrases(spec.points, language)]
    return sides_of(tuple(said + [(language, part) for language in LANGUAGES for part in parts(spec.answer.to(language))]))


@lru_cache(maxsize=256)
def _vocabulary(phrases: tuple[str, ...], language: Language) -> frozenset[str]:
    return frozenset(stem for phrase in phrases for stem in stems(phrase, language))
