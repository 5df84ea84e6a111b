"""What `cases.toml` of a `test` folder holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import Field

from sparring.core.text import Language, Text
from sparring.kinds.format import Bilingual, Strict
from sparring.kinds.test.worded.words import Widened
from sparring.language.ways import Way, read_way


class CaseTable(Bilingual):
    """A `[[case]]` table: a case worth testing, as a strong candidate says it in one line, and how others say it.

    `when`: ways (`language/ways.py`) to name the situation, any one of them; `then`: ways to name what must come out; `contrary`: ways to expect what the description
    excludes. `numbers`, `literals`: what makes a concrete example one of this case (`examples.py`). `reveals`: the bugs that a test of this case notices, which
    `test_ID` of checks.py proves (`-` of the id written as `_`).
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    reveals: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    then: tuple[str, ...] = Field(min_length=1)
    contrary: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    literals: tuple[str, ...] = ()


class SampleTable(Strict):
    """A `[[sample]]` table: a list that somebody may write, and exactly what is made of it: the cases recognised, those turned round, and how its other lines are read."""

    language: Language
    text: str
    cases: tuple[str, ...] = ()
    contrary: tuple[str, ...] = ()
    lines: dict[str, int] = Field(default_factory=dict)


class CasesFile(Strict):
    """cases.toml. `concepts` are words that mean the same in this exercise, both languages side by side.

    `example`: the module's function of one text that examples are tried on.
    """

    example: str = Field(default="", pattern=r"^([A-Za-z_]\w*)?$")
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
    numbers: tuple[str, ...] = ()
    literals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worded:
    """All that is known of an exercise's cases. `check`: the source of checks.py; `read`: its ways, each read when it is first looked for."""

    cases: tuple[Case, ...]
    concepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    samples: tuple[SampleTable, ...] = ()
    check: str = ""
    example: str = ""
    read: dict[tuple[str, Language], Way] = field(default_factory=dict, compare=False, repr=False)

    def way(self, source: str, language: Language) -> Way:
        """A way as it is matched in a language."""
        if (source, language) not in self.read:
            self.read[source, language] = read_way(source, Widened(self.concepts), language)
        return self.read[source, language]
