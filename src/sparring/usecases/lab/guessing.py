"""Predict the next step: one question about what happens next, and whether the answer was right."""

import re
from dataclasses import dataclass

from sparring.judge.trace import Trace
from sparring.usecases.lab.view import Moment, moment


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before the next step.

    `kind`: `line` (which runs next), `name` (which one changes), `print` (what is printed), `error` (of which type); `answers`: those that are right.
    """

    kind: str
    answers: tuple[str, ...]


def question(trace: Trace, position: int) -> Question | None:
    """The question before the step after `position`; None at the end."""
    following = moment(trace, position + 1) if position + 1 < len(trace.steps) else None
    if following is None:
        return None
    step = following.step
    if step.event == "exception" and step.error:
        return Question("error", (step.error[0],))
    if step.printed.strip():
        return Question("print", (step.printed.strip("\n"),))
    names = _names(following)
    if names and step.event != "call":
        return Question("name", names)
    return Question("line", (str(step.line),))


def _names(found: Moment) -> tuple[str, ...]:
    return tuple(dict.fromkeys(change.name for change in found.changes if change.what in ("bound", "rebound", "unbound")))


def right(asked: Question, guess: str) -> bool:
    """Whether a guess is right, however it is typed."""
    given = guess.strip()
    if asked.kind == "line":
        return re.sub(r"\D", "", given) in asked.answers
    if asked.kind == "print":
        return _loose(given) == _loose(asked.answers[0])
    words = {word for word in re.split(r"[\s,;]+", given) if word}
    if asked.kind == "error":
        return bool(words) and re.sub(r"[:(].*", "", given).strip().rpartition(".")[2] == asked.answers[0].rpartition(".")[2]
    return words == set(asked.answers)


def _loose(text: str) -> str:
    return "".join(text.split()).replace('"', "'").replace("’", "'")
