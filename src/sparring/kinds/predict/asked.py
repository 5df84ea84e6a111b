"""What can be asked about a snippet, the right answer to it (always computed by running it), and how an answer is read.

`output`: what it prints. `exception`: which one ends it, and at which line. `identity`: which names stand for the same object once the deciding line has run. `names`: which names
show another value once it has run, rebound or changed in place. `order`: the order in which the lines that carry a letter (`# A` at their end) run.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.judge.trace import Step, Thing, Trace
from sparring.sandbox.interface import Raised, StepOutcome

NOTHING: Final = "none"
NONE_WORDS = frozenset("none nothing nobody no nessuno nessuna niente nulla".split())
LETTER = re.compile(r"#\s*([A-Z])\s*$")
DEEPEST = 12


def printed(outcome: StepOutcome) -> str:
    """The output with an uncaught exception's type as its last line."""
    if not isinstance(outcome.result, Raised):
        return normal(outcome.output)
    between = "" if outcome.output.endswith("\n") or not outcome.output else "\n"
    return normal(f"{outcome.output}{between}{_short(outcome.result.type)}")


def exception(outcome: StepOutcome) -> str:
    """The exception's type, and the line of the snippet where it was raised."""
    if not isinstance(outcome.result, Raised):
        return NOTHING
    lines = [frame.line for frame in outcome.result.frames]
    return f"{_short(outcome.result.type)}\n{lines[-1]}" if lines else _short(outcome.result.type)


def identity(trace: Trace, line: int, time: int, among: tuple[str, ...]) -> str:
    """One line for each object that several names stand for."""
    _, after = around(trace, line, time)
    groups: dict[int, list[str]] = {}
    for name, serial in _names(after, among).items():
        groups.setdefault(serial, []).append(name)
    return "\n".join(sorted(" ".join(sorted(group)) for group in groups.values() if len(group) > 1)) or NOTHING


def names(trace: Trace, line: int, time: int, among: tuple[str, ...]) -> str:
    """The names whose value reads otherwise after the line than before."""
    before, after = around(trace, line, time)
    was = {name: value(before, serial) for name, serial in _names(before, among).items()}
    now = {name: value(after, serial) for name, serial in _names(after, among).items()}
    changed = [name for name in {**was, **now} if was.get(name) != now.get(name)]
    return "\n".join(sorted(changed)) or NOTHING


def order(trace: Trace) -> str:
    """The letters of the lines in the order in which they run."""
    letters = {number: found[1] for number, text in enumerate(trace.source.splitlines(), 1) if (found := LETTER.search(text))}
    return "\n".join(letters[step.line] for step in trace.steps if step.event == "line" and step.line in letters) or NOTHING


def around(trace: Trace, line: int, time: int) -> tuple[Step, Step]:
    """The step at which `line` is about to run for the `time`-th time, and the next one in its frame; JudgeError if it never runs so often."""
    runs = [position for position, step in enumerate(trace.steps) if step.event == "line" and step.line == line]
    if len(runs) < time:
        raise JudgeError(Message("predict.line-does-not-run", {"line": line, "time": time}))
    start = trace.steps[runs[time - 1]]
    frame = start.frame
    later = (step for step in trace.steps[runs[time - 1] + 1 :] if frame and step.frame and step.frame.serial == frame.serial)
    return start, next(later, trace.steps[-1])


def _names(step: Step, among: tuple[str, ...]) -> dict[str, int]:
    """The names of the module and of the frame where it happens, the inner one first; those of functions, classes and modules only where they are asked for."""
    found: dict[str, int] = {}
    for frame in (*step.frames[-1:], *step.frames[:1]):
        for name in frame.names:
            thing = step.things.get(name.to)
            plain = thing is not None and thing.kind not in ("function", "class", "module", "library", "builtin")
            if name.name in among or (not among and plain):
                found.setdefault(name.name, name.to)
    return found


def value(step: Step, serial: int, above: tuple[int, ...] = ()) -> str:
    """What an object looks like, whoever it is: its parts all the way down."""
    thing: Thing | None = step.things.get(serial)
    if thing is None or serial in above or len(above) > DEEPEST:
        return "…"
    inner = (*above, serial)
    parts = ",".join(
        f"{item.label}={value(step, item.key, inner) if item.key else ''}{value(step, item.to, inner)}" for item in thing.items
    )
    return f"{thing.type}:{thing.text}({parts})"


def normal(text: str) -> str:
    """A text of output as it is compared: no trailing blanks, no empty lines around it."""
    lines = [line.rstrip() for line in text.strip("\n").splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def _short(name: str) -> str:
    return name.rpartition(".")[2]


def _said_exception(text: str) -> str:
    found = re.findall(r"[A-Za-z_][\w.]*", text)
    line = re.search(r"\b\d+\b", text)
    named = [word for word in found if re.search(r"(Error|Exception|Exit|Interrupt|Iteration|Warning)\.*$", word)]
    kind = (named or found or [NOTHING])[0].rstrip(".")
    if kind.lower() in NONE_WORDS:
        return NOTHING
    return "\n".join([_short(kind), *([line[0]] if line else [])])


def _words(text: str) -> list[str]:
    return [
        word
        for word in re.findall(r"[A-Za-z_]\w*", text)
        if word.lower() not in NONE_WORDS and word.lower() not in ("is", "e", "and", "ed")
    ]


def _said_names(text: str) -> str:
    return "\n".join(sorted(set(_words(text)))) or NOTHING


def _said_identity(text: str) -> str:
    groups = [sorted(set(_words(group))) for group in re.split(r"[\n;/]", text)]
    return "\n".join(sorted(" ".join(group) for group in groups if group)) or NOTHING


def _said_order(text: str) -> str:
    return "\n".join(re.findall(r"[A-Z]", text.upper()))


SAID: Mapping[str, Callable[[str], str]] = {
    "output": normal,
    "exception": _said_exception,
    "identity": _said_identity,
    "names": _said_names,
    "order": _said_order,
}
"""How what was typed is read, by what is asked: into the form in which the right answer is."""
