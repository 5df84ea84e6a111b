"""What a candidate hands in: named parts of a few shapes, and the log that the program kept meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sparring.core.speech import Take
from sparring.core.text import Language, Param


@dataclass(frozen=True, slots=True)
class Code:
    """Files of code, by name. `entry` is the file that the exercise looks into first."""

    files: Mapping[str, str]
    entry: str = "solution.py"

    @property
    def source(self) -> str:
        """The text of the entry file."""
        return self.files[self.entry]


@dataclass(frozen=True, slots=True)
class Prose:
    """Words, written or said. `take`: what was heard where they were said; `text` is then that, as the candidate corrected it."""

    text: str
    language: Language = "en"
    take: Take | None = None


Part = Code | Prose


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One thing that happened while the answer was made (`run`, `edit`, `hint`, `claim`); the program's own record."""

    at: datetime
    what: str
    detail: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to an exercise."""

    exercise: str
    parts: Mapping[str, Part]
    log: tuple[LogEntry, ...] = ()

    def code(self, name: str = "solution") -> Code:
        """The code part called `name`; KeyError if missing, TypeError if it has another shape."""
        part = self.parts[name]
        if not isinstance(part, Code):
            raise TypeError(f"part {name!r} holds {type(part).__name__}, not Code")
        return part

    def prose(self, name: str = "text") -> Prose:
        """The text part called `name`; KeyError if missing, TypeError if it has another shape."""
        part = self.parts[name]
        if not isinstance(part, Prose):
            raise TypeError(f"part {name!r} holds {type(part).__name__}, not Prose")
        return part

    def count(self, what: str) -> int:
        """How many times `what` stands in the log."""
        return sum(entry.what == what for entry in self.log)


@dataclass(frozen=True, slots=True)
class Raw:
    """What came in from outside, before any kind has read it: bytes by file name.

    `language` is the language that the candidate says they write prose in; `takes`: what was heard, by the part that it was said for.
    """

    files: Mapping[str, bytes]
    language: Language = "en"
    log: tuple[LogEntry, ...] = ()
    takes: Mapping[str, Take] = field(default_factory=dict)
