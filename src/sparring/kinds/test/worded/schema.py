"""What `cases.toml` of a `test` folder holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import Field

from sparring.core.text import Language, Text
from sparring.kinds.format import Bilingual, Strict


class CaseTable(Bilingual):
    """A `[[case]]` table: a case worth testing, as a strong candidate says it in one line, and how others say it.

    `when`: ways (`language/ways.py`) to name the situation, any one of them; `then`: ways to name what must come out; `contrary`: ways to expect what the description
    excludes. `reveals`: the bugs that a test of this case notices, which `test_ID` of checks.py proves (`-` of the id written as `_`).
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    reveals: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    then: tuple[str, ...] = Field(min_length=1)
    contrary: tuple[str, ...] = ()


class SampleTable(Strict):
    """A `[[sample]]` table: a list that somebody may write, and exactly what is made of it: the cases recognised, those turned round, and how its other lines are read."""

    language: Language
    text: str
    cases: tuple[str, ...] = ()
    contrary: tuple[str, ...] = ()
    lines: dict[str, int] = Field(default_factory=dict)


class CasesFile(Strict):
    """cases.toml. `concepts` are words that mean the same in this exercise, both languages side by side."""

    concepts: dict[str, str] = Field(default_factory=dict)
    case: tuple[CaseTable, ...] = Field(min_length=1)
    sample: tuple[SampleTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A case worth testing; see `CaseTable`."""

    id: str
    says: Text
    reveals: tuple[str, ...]
    when: tuple[str, ...]
    then: tuple[str, ...]
    contrary: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """All that is known of an exercise's cases. `check`: the source of checks.py."""

    cases: tuple[Case, ...]
    concepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    samples: tuple[SampleTable, ...] = ()
    check: str = ""
