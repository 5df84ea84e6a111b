"""The program put together: library, judge, records, clock, chance. Heavy parts are opened when they are first used."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

from sparring import catalog
from sparring.content.library import Library, read_library
from sparring.core.clock import Clock, SystemClock
from sparring.core.exercise import Exercise, full_id
from sparring.core.problem import UsageError
from sparring.core.text import Language, Message
from sparring.kinds.kind import Kind, Tools
from sparring.sandbox.exact import ExactPool, is_prepared, prepare
from sparring.sandbox.interface import Sandbox
from sparring.sandbox.unconfined import Unconfined
from sparring.words import Words, words

if TYPE_CHECKING:
    from sparring.judge.judge import Judge
    from sparring.language.english.checking import Checker
    from sparring.records.store import Records

Progress = Callable[[float], None]
LOCAL_LEARNER = "local"
T = TypeVar("T")


def new_id() -> str:
    """A fresh id for a submission or an interview."""
    return uuid.uuid4().hex


@dataclass
class App:
    """Everything a verb needs. Close it when done: the engine's workers end with it."""

    packs: tuple[Path, ...]
    cache: Path
    data: Path
    clock: Clock = field(default_factory=SystemClock)
    random: Random = field(default_factory=Random)
    sandbox: Sandbox | None = None
    workers: int | None = None
    progress: Progress | None = None
    trust_packs: bool = False
    new_id: Callable[[], str] = new_id
    questions_written: int | None = None
    """When the candidate's own questions that the library holds were written (`portfolio.reread`); None before somebody asked."""
    _computed: dict[str, tuple[object, Any]] = field(default_factory=dict, repr=False, compare=False)

    def once(self, name: str, basis: object, make: Callable[[], T]) -> T:
        """What `make` computes, computed again only where `basis`, all that it rests on, is another than the last time. Nobody may change it."""
        known = self._computed.get(name)
        if known is None or known[0] != basis:
            known = self._computed[name] = (basis, make())
        return known[1]

    @cached_property
    def library(self) -> Library:
        """All packs: the program's own, then the candidate's."""
        from sparring.content.kept import read_kept

        return read_library(self.packs, lambda path, topics: read_kept(path, topics, self.cache / "packs"))

    @cached_property
    def engine(self) -> Sandbox:
        """The exact engine; compiled on first use, `progress` being told how far it is."""
        if self.sandbox:
            return self.sandbox
        if not is_prepared(self.cache):
            prepare(self.cache, self.progress)
        return ExactPool(self.cache, workers=self.workers)

    def warm(self) -> None:
        """Start the engine's workers now, instead of with the first answers."""
        if isinstance(self.engine, ExactPool):
            self.engine.warm()

    @cached_property
    def judge(self) -> "Judge":
        """The judge."""
        from sparring.judge.judge import Judge

        return Judge(self.engine, Unconfined() if self.trust_packs else None)

    @property
    def tools(self) -> Tools:
        """What kinds may lean on, as it is installed now."""
        from sparring.language.meaning import meaning

        return Tools(self.judge, self.clock, self.random, english=self.english, meaning=meaning())

    @cached_property
    def english(self) -> "Checker":
        """The reader of English: all packs' rules, read when they are first needed, and Harper where it is installed."""
        from sparring.content.english import rules_of
        from sparring.language.english.checking import Checker
        from sparring.language.english.harper import second_reader

        return Checker(lambda: [rule for path in self.packs for rule in rules_of(path)], second_reader)

    @cached_property
    def records(self) -> "Records":
        """The local learner's records; the database is opened on first use."""
        from sparring.records.database import open_database

        open_database()
        from sparring.records.store import Records

        return Records(LOCAL_LEARNER, self.clock.now())

    def open_records(self) -> None:
        """Open the database now, if it is not open yet."""
        _ = self.records

    def close(self) -> None:
        """Stop the engine's workers."""
        if "engine" in self.__dict__:
            self.engine.close()

    def exercise(self, name: str) -> Exercise[Any]:
        """The exercise called `name`; UsageError naming the nearest if there is none."""
        found = self.library.exercises.get(full_id(name))
        if found is None:
            raise UsageError(self._no_exercise(name))
        return found

    def _no_exercise(self, name: str) -> Message:
        import difflib

        broken = next((p for pack in self.library.packs for key, p in pack.problems.items() if key == full_id(name)), None)
        if broken:
            return Message("usecases.exercise-broken", {"id": name, "file": broken[0].file, "line": broken[0].line})
        known = [key.removeprefix("core:") for key in self.library.exercises]
        close = difflib.get_close_matches(name, known, 3, 0.5)
        return (
            Message("usecases.no-exercise-near", {"id": name, "near": ", ".join(close)})
            if close
            else Message("usecases.no-exercise", {"id": name})
        )

    def kind(self, exercise: Exercise[Any]) -> Kind:
        """The kind of an exercise."""
        return catalog.kind(exercise.kind)

    def words(self, language: Language) -> Words:
        """The words of a language, those of third parties' kinds included."""
        return words(language, catalog.locale_folders())
