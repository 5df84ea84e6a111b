"""What every kind of exercise offers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Protocol

from sparring.core.answer import Answer, LogEntry, Raw
from sparring.core.clock import Clock
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Language, Text
from sparring.core.verdict import Finding, Verdict

if TYPE_CHECKING:  # every command loads this; most need none of these rooms
    from sparring.judge.judge import Judge
    from sparring.language.english.checking import Checker
    from sparring.language.meaning import Meaning
    from sparring.planning.events import Changed

Problems = tuple[Problem, ...]


def _nobody(_: tuple[Finding, ...]) -> None:
    """Nobody waits for findings before the verdict."""


def _no_rules() -> "Checker":
    """The reader of English without a pack's rules."""
    from sparring.language.english.checking import Checker

    return Checker()


@dataclass(frozen=True, slots=True)
class Folder:
    """Where an exercise lies: its folder, its `pack:name`, the pack's languages, and whether it is held to the core pack's standard."""

    path: Path
    id: str
    languages: tuple[str, ...] = ("en", "it")
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Tools:
    """What grading and proving may lean on. `language` and `planning` are rooms of pure functions, imported where they are used.

    `meaning`: how near sentences are in meaning, None where the vector model is not installed.
    `tell`: a kind that goes on measuring calls it with the findings that stand already; they are all in the verdict, too.
    `english`: the packs' rules of English, and Harper where it is installed.
    """

    judge: "Judge"
    clock: Clock
    random: Random
    tell: Callable[[tuple[Finding, ...]], None] = _nobody
    english: "Checker" = field(default_factory=_no_rules)
    meaning: "Meaning | None" = None


class Kind(Protocol):
    """A kind of exercise. The spec inside `Exercise` is the kind's own: only it looks inside."""

    @property
    def id(self) -> str:
        """The kind's name, the name of its folder."""
        ...

    def load(self, folder: Folder) -> Exercise[Any] | Problems:
        """Read a folder; every problem at once if it cannot be read."""
        ...

    def read(self, exercise: Exercise[Any], raw: Raw) -> Answer | Problems:
        """Read what the candidate handed in. What cannot be read is not zero: it is asked again."""
        ...

    def run(self, exercise: Exercise[Any], answer: Answer, tools: Tools) -> Verdict:
        """Try the answer out without handing it in (only where `exercise.can_run`); never counts."""
        ...

    def grade(self, exercise: Exercise[Any], answer: Answer, tools: Tools) -> Verdict:
        """Judge the answer. Raises JudgeError when we fail."""
        ...

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """Run everything that the exercise claims; every claim that does not hold is a problem."""
        ...


class Boarded(Protocol):
    """A kind with parts of the shape `plan`."""

    def board(self, exercise: Exercise[Any], slot: str, texts: Mapping[str, str], language: Language) -> "Changed":
        """The board of the part `slot` as the candidate's texts (by slot) draw it."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What a stepped exercise has asked so far, in order, each `done`, `skipped` or `now`; `total` is how much there is in all."""

    texts: tuple[tuple[Text, str], ...]
    total: int

    @property
    def now(self) -> int:
        """The number (from 0) of what is asked now; `total` when nothing is left."""
        return next((number for number, (_, state) in enumerate(self.texts) if state == "now"), self.total)


class Stepped(Protocol):
    """A kind whose exercises (`Exercise.stepped`) say more as the answer grows. Their log holds a `run` for each run (the files by name, and `reached`) and a `skip` (`number`)."""

    def asked(self, exercise: Exercise[Any], log: Sequence[LogEntry]) -> Asked:
        """What is asked by now, by what the log says was reached and skipped. Runs nothing."""
        ...

    def reached(self, verdict: Verdict) -> int:
        """How much of what is asked was done when this verdict on a run was given."""
        ...
