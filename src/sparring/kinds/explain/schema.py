"""What an `explain` folder holds."""

from dataclasses import dataclass, field

from pydantic import Field

from sparring.core.text import Text
from sparring.kinds.explain.demo import ProveIt
from sparring.kinds.format import Bilingual, Header, Strict
from sparring.language.points import Lexicon


class PointTable(Strict):
    """A `[[points]]` table: paraphrases of one thing a good answer says. `decides`: where points do, an answer passes only if it says one of them: without, it would fit any
    other question of its sort.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    weight: int = Field(default=1, ge=1, le=5)
    en: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    decides: bool = False


class MisconceptionTable(Strict):
    """A `[[misconceptions]]` table: paraphrases of a wrong belief, what to say to it, and the points that whoever holds it has not said."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    against: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    reply: Bilingual


class ProveItTable(Bilingual):
    """The `[prove_it]` table: what to show, and by id what the check says is missing."""

    says: dict[str, Bilingual] = Field(default_factory=dict)


class ExplainFile(Header):
    """exercise.toml of an `explain`. `figures = false`: points and misconceptions alone decide, where neither a model answer's words nor what right answers to other questions
    look like says anything (`depth.py`, `belief.py`): a good answer about code of one's own is in its words, and says as much of what it does not do.
    """

    points: tuple[PointTable, ...] = Field(min_length=1)
    misconceptions: tuple[MisconceptionTable, ...] = ()
    prove_it: ProveItTable | None = None
    figures: bool = True


class WaysFile(Strict):
    """ways.toml of an `explain`, where paraphrases are not enough: by id, short patterns as `language/ways.py` reads them.

    `concepts` are words that mean the same in this exercise, `subjects` the rivals that a clause may be about (shallow and deep copies). `opposed`, by point: what goes with
    what and what does not, as `language/bindings.py` reads it.
    """

    concepts: dict[str, str] = Field(default_factory=dict)
    subjects: dict[str, str] = Field(default_factory=dict)
    points: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    misconceptions: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    opposed: dict[str, tuple[str, ...]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Point:
    """A key point: its paraphrases by language, its ways, its weight, its pairs of opposed terms, and whether it decides (`PointTable`)."""

    id: str
    weight: int
    paraphrases: dict[str, tuple[str, ...]]
    ways: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()
    decides: bool = False

    def title(self) -> Text:
        """Its first paraphrase, which stands for it."""
        return Text(*(next(iter(self.paraphrases.get(language, ())), "") for language in ("en", "it")))


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong belief: its paraphrases by language, its ways, and the reply."""

    id: str
    paraphrases: dict[str, tuple[str, ...]]
    reply: Text
    ways: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplainSpec:
    """What grading needs to know; `samples` by `(name, language)`."""

    question: Text
    points: tuple[Point, ...]
    misconceptions: tuple[Misconception, ...]
    answer: Text
    proof: str | None
    samples: dict[tuple[str, str], str]
    lexicon: Lexicon = field(default_factory=Lexicon)
    offer: ProveIt | None = None
    figures: bool = True
