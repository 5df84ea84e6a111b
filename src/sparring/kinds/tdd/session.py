"""A session as data: its runs in order, from the program's own log or from a file that tells it.

A file of runs (`*.runs`) is text:

    === run 40                seconds since the first run, may be left out
    --- test_fare.py          the file as it was; a file that is not named stays as it was
    …
    --- test_fare.py +        this is added at its end
    …
    --- fare.py = free-seats  (authors only) the module of steps/free-seats.py
    === skip                  the requirement that is asked is left as it is
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sparring.core.answer import Answer, Code, LogEntry, Prose
from sparring.core.problem import Problem
from sparring.core.text import Message

LOG = "log"
"""The part that holds what a file told."""
MOST_RUNS = 300
_MARK = re.compile(r"^=== (run|skip)(?: +(\d+))? *$")
_FILE = re.compile(r"^--- ([\w.]+)(?: *(\+)| *= *([\w-]+))? *$")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The two files as they were when they were run."""

    code: str
    tests: str


@dataclass(frozen=True, slots=True)
class Step:
    """A run, or (`skipped`: the number of a requirement from 0, -1: the one that is asked then) a requirement that was left. `seconds`: since the first, -1: unknown."""

    snapshot: Snapshot | None
    seconds: int = -1
    skipped: int | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """Runs in order, the last one being what was handed in. `recorded`: by the program itself; `seen`: whether anything was recorded or told at all."""

    start: Snapshot
    steps: tuple[Step, ...]
    recorded: bool
    seen: bool

    @property
    def last(self) -> Snapshot:
        """What was handed in."""
        return next((step.snapshot for step in reversed(self.steps) if step.snapshot), self.start)


def session_of(answer: Answer, start: Snapshot, names: tuple[str, str]) -> Session:
    """The session of an answer; `names`: the files of module and tests."""
    log = answer.parts.get(LOG)
    told = isinstance(log, Prose)
    opened = any(entry.what == "opened" for entry in answer.log)
    steps = list(_recorded(answer.log, names))
    if told and not opened and isinstance(log, Prose):
        steps = [step for step in read_runs(log.text, start, names) if isinstance(step, Step)]
    final = Snapshot(_source(answer, "module"), _source(answer, "tests"))
    kept = tuple(_without_repeats(start, [*steps, Step(final, _end(answer.log) if opened else -1)]))
    return Session(start, kept, opened or not told, opened or told)


def _source(answer: Answer, part: str) -> str:
    code = answer.parts[part]
    return code.source if isinstance(code, Code) else ""


def _end(log: Sequence[LogEntry]) -> int:
    """When the answer was handed in: the log's last word, since the first run."""
    runs = [entry.at for entry in log if entry.what == "run"]
    return int((max(entry.at for entry in log) - runs[0]).total_seconds()) if runs else 0


def _recorded(log: Sequence[LogEntry], names: tuple[str, str]) -> Iterator[Step]:
    first = next((entry.at for entry in log if entry.what == "run" and names[0] in entry.detail), None)
    for entry in log:
        seconds = int((entry.at - first).total_seconds()) if first else 0
        if entry.what == "run" and names[0] in entry.detail:
            yield Step(Snapshot(str(entry.detail[names[0]]), str(entry.detail.get(names[1], ""))), seconds)
        elif entry.what == "skip":
            yield Step(None, max(0, seconds), int(entry.detail["number"]))


def log_of(steps: Sequence[Step], names: tuple[str, str], opened: datetime) -> tuple[LogEntry, ...]:
    """The log that the program would have kept of these steps, a minute each."""
    log = [LogEntry(opened, "opened")]
    for minute, step in enumerate(steps, 1):
        at = opened + timedelta(minutes=minute)
        if step.snapshot is None:
            log.append(LogEntry(at, "skip", {"number": -1 if step.skipped is None else step.skipped}))
        else:
            log.append(LogEntry(at, "run", {names[0]: step.snapshot.code, names[1]: step.snapshot.tests}))
    return tuple(log)


def _without_repeats(start: Snapshot, steps: Sequence[Step]) -> Iterator[Step]:
    """A run of what was run already says nothing new."""
    before = start
    for step in steps:
        if step.snapshot is None:
            yield step
        elif step.snapshot != before:
            before = step.snapshot
            yield step


class _Reader:
    """Reads a file of runs line by line."""

    def __init__(self, start: Snapshot, names: tuple[str, str], modules: Mapping[str, str]) -> None:
        self.names, self.modules = names, modules
        self.files = dict(zip(names, (start.code, start.tests), strict=True))
        self.found: list[Step | Problem] = []
        self.step: Step | None = None
        self.name = ""

    def line(self, number: int, line: str) -> None:
        """A mark, the head of a file, or a line of one."""
        if mark := _MARK.match(line):
            self.close()
            self.step = Step(None, int(mark[2] or -1), None if mark[1] == "run" else -1)
        elif (head := _FILE.match(line)) and self._begins(head[1], head[2], head[3]):
            return
        elif self.name and not head:
            self.files[self.name] += line
        elif line.strip():
            self.found.append(Problem("", number, "", Message("tdd.no-run-line", {"names": ", ".join(self.names)})))

    def _begins(self, name: str, added: str | None, module: str | None) -> bool:
        """Whether a file of the run begins here."""
        if name not in self.files or self.step is None or (module and module not in self.modules):
            return False
        self.name = name
        self.files[name] = self.files[name] if added else self.modules.get(module or "", "")
        return True

    def close(self) -> None:
        """The run is whole."""
        if self.step and self.step.skipped is None:
            self.step = replace(self.step, snapshot=Snapshot(self.files[self.names[0]], self.files[self.names[1]]))
        self.found += [self.step] if self.step else []
        self.step, self.name = None, ""


def read_runs(text: str, start: Snapshot, names: tuple[str, str], modules: Mapping[str, str] | None = None) -> tuple[Step | Problem, ...]:
    """The steps that a file tells, and every line that tells none. `modules`: what `= ID` stands for."""
    reader = _Reader(start, names, modules or {})
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        reader.line(number, line)
    reader.close()
    runs = sum(isinstance(each, Step) and each.snapshot is not None for each in reader.found)
    wrong = (Problem("", 1, "", Message("tdd.many-runs" if runs else "tdd.no-runs", {"most": MOST_RUNS})),)
    return (*reader.found, *(() if 0 < runs <= MOST_RUNS else wrong))
