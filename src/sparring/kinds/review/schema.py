"""What a `review` folder holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field

from sparring.core.text import Text
from sparring.kinds.format import Bilingual, Header, Strict

Severity = Literal["blocker", "major", "minor"]
Sort = Literal["security", "correctness", "performance", "concurrency", "design", "errors", "tests"]


class Contraries(Strict):
    """`contraries.en` and `contraries.it` of a fault."""

    en: tuple[str, ...] = ()
    it: tuple[str, ...] = ()


class FaultTable(Strict):
    """A `[[faults]]` table: a planted fault, where it stands in the changed files, and paraphrases of what a reviewer says of it.

    `names`: what the trade calls it; `contraries`: what is said by one who takes it for another fault, which is not there.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    file: str
    lines: tuple[int, int]
    severity: Severity
    sort: Sort
    en: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    contraries: Contraries = Field(default_factory=Contraries)
    story: Bilingual


class DecoyTable(Strict):
    """A `[[decoys]]` table: what looks odd and is fine, and why."""

    file: str
    lines: tuple[int, int]
    story: Bilingual


class ReviewFile(Header):
    """exercise.toml of a `review`."""

    faults: tuple[FaultTable, ...] = Field(min_length=1)
    decoys: tuple[DecoyTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Lines of a file after the change, first and last, from 1; the story of what stands there."""

    file: str
    first: int
    last: int
    story: Text

    def near(self, file: str, first: int, last: int, slack: int) -> bool:
        """Whether lines of `file` lie on the spot, or within `slack` lines of it."""
        return file == self.file and first <= self.last + slack and last >= self.first - slack


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault: its spot, how bad it is, of what sort, and what people say of it, by language."""

    id: str
    spot: Spot
    severity: Severity
    sort: Sort
    paraphrases: Mapping[str, tuple[str, ...]]
    contraries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: tuple[str, ...] = ()

    def named(self, said: str) -> bool:
        """Whether a text says what the trade calls the fault."""
        return any(re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", said.lower()) for name in self.names)

    @property
    def weight(self) -> int:
        """What finding it is worth."""
        return {"blocker": 3, "major": 2, "minor": 1}[self.severity]


@dataclass(frozen=True, slots=True)
class ReviewSpec:
    """What grading needs to know: the files before and after, what was planted, and sample reviews by `(name, language)`."""

    question: Text
    before: Mapping[str, str]
    after: Mapping[str, str]
    faults: tuple[Planted, ...]
    decoys: tuple[Spot, ...]
    samples: Mapping[tuple[str, str], str]

    def excerpt(self, spot: Spot) -> str:
        """The lines of a spot as they stand after the change."""
        return "\n".join(self.after[spot.file].splitlines()[spot.first - 1 : spot.last])
