"""What an `explain` folder holds."""

from dataclasses import dataclass

from pydantic import Field

from sparring.core.text import Text
from sparring.kinds.format import Bilingual, Header, Strict


class PointTable(Strict):
    """A `[[points]]` table: paraphrases of one thing a good answer says."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    weight: int = Field(default=1, ge=1, le=5)
    en: tuple[str, ...] = ()
    it: tuple[str, ...] = ()


class MisconceptionTable(Strict):
    """A `[[misconceptions]]` table: paraphrases of a wrong belief, and what to say to it."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    en: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    reply: Bilingual


class ExplainFile(Header):
    """exercise.toml of an `explain`."""

    points: tuple[PointTable, ...] = Field(min_length=1)
    misconceptions: tuple[MisconceptionTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A key point: its paraphrases by language, and its weight."""

    id: str
    weight: int
    paraphrases: dict[str, tuple[str, ...]]

    def title(self) -> Text:
        """Its first paraphrase, which stands for it."""
        return Text(*(next(iter(self.paraphrases.get(language, ())), "") for language in ("en", "it")))


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong belief: its paraphrases by language, and the reply."""

    id: str
    paraphrases: dict[str, tuple[str, ...]]
    reply: Text


@dataclass(frozen=True, slots=True)
class ExplainSpec:
    """What grading needs to know; `samples` by `(name, language)`."""

    question: Text
    points: tuple[Point, ...]
    misconceptions: tuple[Misconception, ...]
    answer: Text
    proof: str | None
    samples: dict[tuple[str, str], str]
