"""Reading what a form brought: the answer's texts, its submission's id, the number that its window believes in."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from sparring.core.answer import Answer, Code, LogEntry, Raw
from sparring.core.exercise import Exercise
from sparring.core.problem import UsageError
from sparring.core.text import Language, Message
from sparring.judge.growth import CLASSES
from sparring.kinds.reading import MAX_CODE_BYTES, MAX_PROSE_BYTES
from sparring.planning.lines import lines
from sparring.web.request import Request

OURS = ("csrfmiddlewaretoken", "seq", "at", "key", "action", "round", "claim", "next", "language", "skip", "window", "over", "left")


MOST = {"notes": 100_000, "reply": 20_000}
"""How many characters the fields may have that are no answer."""
MOST_DIGITS = 10


class TooLongError(UsageError):
    """A text that does not fit where it should be kept: nothing of it was stored, and it is shown again."""


TAKE = "take/"
"""What the fields that name a part's recording begin with."""
MOST_KEY = 40


def takes(request: Request, exercise: Exercise[Any]) -> dict[str, str]:
    """The recordings that the form names, by slot; '' where a part was said and is not any more."""
    fields = {slot.name: request.POST.get(TAKE + slot.file) for slot in exercise.slots}
    return {name: key[:MOST_KEY] for name, key in fields.items() if key is not None}


def said(request: Request, exercise: Exercise[Any]) -> dict[str, str]:
    """The recordings that are handed in, by slot."""
    return {name: key for name, key in takes(request, exercise).items() if key}


def told(request: Request, exercise: Exercise[Any]) -> dict[str, str]:
    """All that makes an answer this answer and no other: its texts, and the recordings that they came from."""
    return {**texts(request, exercise), **{f"{TAKE}{name}": key for name, key in said(request, exercise).items()}}


def bounded(request: Request, name: str) -> str:
    """The text of the field `name` (one of `MOST`); TooLongError, never a part of it, if it does not fit."""
    text = unix(request.POST.get(name, ""))
    if len(text) > MOST[name]:
        raise TooLongError(Message(f"web.too-long.{name}", {"count": len(text), "most": MOST[name]}))
    return text


def refuse_too_large(exercise: Exercise[Any], written: Mapping[str, str]) -> None:
    """TooLongError if a part of the answer is longer than may be kept."""
    if too_large(exercise, written):
        raise TooLongError(Message("web.error.large"))


def texts(request: Request, exercise: Exercise[Any]) -> dict[str, str]:
    """What was written, by slot, lines ending as Python ends them (forms send CRLF)."""
    found = {slot.name: unix(request.POST[slot.file]) for slot in exercise.slots if slot.file in request.POST}
    for slot in exercise.slots:
        if slot.board and slot.file not in request.POST and any(name.startswith(f"{slot.file}/") for name in request.POST):
            found[slot.name] = placed(request, slot.file, [task.id for task in slot.board.tasks])
    return found


def placed(request: Request, file: str, tasks: Sequence[str]) -> str:
    """The lines of a plan that a table of fields holds: `FILE/TASK/person` and `FILE/TASK/day`."""
    return lines(
        (task, _field(request, f"{file}/{task}/person"), _field(request, f"{file}/{task}/day").replace(",", ".")) for task in tasks
    )


def _field(request: Request, name: str) -> str:
    """A short field's value on one line."""
    return " ".join(request.POST.get(name, "").split())[:60]


def unix(text: str) -> str:
    """A form's text with plain line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def raw(exercise: Exercise[Any], written: Mapping[str, str], language: Language, log: tuple[LogEntry, ...] = ()) -> Raw:
    """The answer as bytes from outside; what is no text is left for the kind to refuse in words."""
    files = {slot.file: written.get(slot.name, "").encode("utf-8", "surrogatepass") for slot in exercise.slots}
    return Raw(files, language, log)


def chosen(request: Request, name: str, values: tuple[str, ...]) -> str:
    """The value of a choice, one of `values`; the first if the form says nothing, UsageError if it says something else."""
    value = request.POST.get(name, values[0])
    if value not in values:
        raise UsageError(Message("web.error.bad"))
    return value


def claim(request: Request) -> str:
    """How the candidate thinks the cost grows: one of the known classes, '' if they did not say."""
    said = request.POST.get("claim", "")
    return said if said in CLASSES else ""


def too_large(exercise: Exercise[Any], written: Mapping[str, str]) -> bool:
    """Whether a part is longer than may be handed in."""
    most = {"code": MAX_CODE_BYTES, "prose": MAX_PROSE_BYTES, "plan": MAX_PROSE_BYTES}
    return any(len(written.get(slot.name, "").encode("utf-8", "surrogatepass")) > most[slot.shape] for slot in exercise.slots)


def submission_id(place: str, key: str, written: Mapping[str, str]) -> str:
    """The submission's id: the same form with the same text, sent twice, is one submission. `place`: the exercise's id or the interview's."""
    digest = hashlib.sha256(f"{place}\0{key}".encode("utf-8", "surrogatepass"))
    for name, text in sorted(written.items()):
        digest.update(f"\0{name}\0{text}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]


def number(request: Request, name: str) -> int:
    """A number that the page's form has; UsageError if it is missing or is none: without it nobody knows which window is late."""
    value = request.POST.get(name, "")
    if not (value.isdecimal() and len(value) < MOST_DIGITS):
        raise UsageError(Message("web.error.bad"))
    return int(value)


def parts(answer: Answer) -> dict[str, str]:
    """An answer's texts by slot."""
    return {name: part.source if isinstance(part, Code) else part.text for name, part in answer.parts.items()}


def window(request: Request) -> str:
    """The window that a draft comes from, as it calls itself; '' where its text was given up for the other one."""
    return "" if "left" in request.POST else request.POST.get("window", "")[:40]


def kept(request: Request) -> list[str]:
    """Every longer text of a form that is refused: shown again, so that nothing is lost."""
    try:
        return [
            unix(value)
            for name, value in request.POST.items()
            if name not in OURS and not name.startswith(TAKE) and isinstance(value, str) and value.strip()
        ]
    except Exception:  # the form itself may be what cannot be read
        return []
