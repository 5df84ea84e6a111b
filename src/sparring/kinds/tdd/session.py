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


def _without_repeats(start: Snapshot, steps: Sequence[Step]) -> Iterator[Step]:
    """A run of what was run already says nothing new."""
    before = start
    for step in steps:
        if step.snapshot is None:
            yield step
        elif step.snapshot != before:
            before = step.snapshot
            yield step


def read_runs(
    text: str, start: Snapshot, names: tuple[str, str], modules: Mapping[str, str] | None = None
) -> Iterator[Step | Problem]:
    """The steps that a file tells, and every line that tells none. `modules`: what `= ID` stands for."""
    files = dict(zip(names, (start.code, start.tests), strict=True))
    step: Step | None = None
    name, lines, found = "", list[str](), 0

    def close() -> None:
        if name:
            files[name] += "".join(lines)
        lines.clear()

    for number, line in enumerate(text.splitlines(keepends=True), 1):
        mark, file = _MARK.match(line), _FILE.match(line)
        if mark or file:
            close()
            name = ""
        if mark:
            if step:
                yield _filled(step, files, names)
            found += mark[1] == "run"
            step = Step(None, int(mark[2] or -1), None if mark[1] == "run" else -1)
        elif file and file[1] in files and step and not (file[3] and (modules is None or file[3] not in modules)):
            name = file[1]
            files[name] = files[name] if file[2] else (modules or {}).get(file[3] or "", "")
        elif name:
            lines.append(line)
        elif line.strip():
            yield Problem("", number, "", Message("tdd.no-run-line", {"line": number, "names": ", ".join(names)}))
    close()
    if step:
        yield _filled(step, files, names)
    if not 0 < found <= MOST_RUNS:
        yield Problem("", 1, "", Message("tdd.no-runs" if not found else "tdd.many-runs", {"most": MOST_RUNS}))


def _filled(step: Step, files: Mapping[str, str], names: tuple[str, str]) -> Step:
    """A run with its files; a skip needs none."""
    return step if step.skipped is not None else replace(step, snapshot=Snapshot(files[names[0]], files[names[1]]))
