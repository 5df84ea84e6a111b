"""A rule: what it marks, what it says, how it mends; and how its examples prove it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sparring.core.text import Text
from sparring.language.english.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Way:
    """A pattern with its mends, the best first."""

    pattern: Pattern
    mends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `bad` pairs a wrong sentence with the right one that the first mend must make of it; `good` are right sentences that it must leave alone.

    `theme` gathers rules on a page; `spoken` False: it looks at what a transcriber writes, not at what was said.
    """

    id: str
    theme: str
    message: Text
    why: Text
    example: str
    ways: tuple[Way, ...]
    bad: tuple[tuple[str, str], ...]
    good: tuple[str, ...]
    spoken: bool = True


@dataclass(frozen=True, slots=True)
class Slip:
    """Something marked in a text: characters `start` to `end`, what to write instead (the best first), which rule says so, and why."""

    rule: str
    start: int
    end: int
    replacements: tuple[str, ...]
    message: Text
    why: Text | None = None
    example: str = ""
    theme: str = ""

    def mend(self, text: str) -> str:
        """The text with the best replacement put in."""
        return text[: self.start] + self.replacements[0] + text[self.end :] if self.replacements else text


Rules = Sequence[Rule]
