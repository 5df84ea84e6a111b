"""How an answer's files are read: bytes into text, with a clear word for everything that is no text."""

from collections.abc import Iterable

from sparring.core.answer import Answer, Code, Prose, Raw
from sparring.core.exercise import Exercise, Slot
from sparring.core.problem import Problem
from sparring.core.text import Message

MAX_CODE_BYTES = 1 << 20
MAX_PROSE_BYTES = 200_000
PROSE_ENDS = (".md", ".txt")
BINARY_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13}


def read_parts(exercise: Exercise[object], raw: Raw) -> Answer | tuple[Problem, ...]:
    """The answer that `raw` holds: each slot takes the file of its name, a single file fills the only slot that must be filled whatever its name."""
    problems: list[Problem] = []
    parts: dict[str, Code | Prose] = {}
    replaced = _replaced(exercise, raw)
    for slot in exercise.slots:
        name, content = _file_of(slot, exercise, raw)
        if slot.optional and not (content or b"").strip():
            continue
        if slot.name in replaced and _untouched(slot, content):
            continue
        text = _decoded(name, content, MAX_CODE_BYTES if slot.shape == "code" else MAX_PROSE_BYTES)
        if isinstance(text, Problem):
            problems.append(text)
        elif slot.shape == "code":
            others = {
                other: _decoded(other, body, MAX_CODE_BYTES) for other, body in raw.files.items() if other != name and other.endswith(".py")
            }
            problems.extend(body for body in others.values() if isinstance(body, Problem))
            parts[slot.name] = Code({slot.file: text, **{o: b for o, b in others.items() if isinstance(b, str)}}, slot.file)
        else:
            parts[slot.name] = Prose(text, raw.language, raw.takes.get(slot.name))
    return tuple(problems) or Answer(exercise.id, parts, raw.log)


def ignored(exercise: Exercise[object], names: Iterable[str]) -> tuple[str, ...]:
    """The files that `read_parts` would leave aside: no slot's, no module beside code, not the only file for the only slot."""
    given = tuple(names)
    if len(given) == 1 and _only(exercise) and not any(slot.optional and slot.file == given[0] for slot in exercise.slots):
        return ()
    slots, code = {slot.file for slot in exercise.slots}, any(slot.shape == "code" for slot in exercise.slots)
    return tuple(name for name in given if name not in slots and not (code and name.endswith(".py")))


def _replaced(exercise: Exercise[object], raw: Raw) -> set[str]:
    """The parts that another one was handed in for."""
    return {slot.instead for slot in exercise.slots if slot.instead and (_file_of(slot, exercise, raw)[1] or b"").strip()}


def _untouched(slot: Slot, content: bytes | None) -> bool:
    """Whether a part is as it was given out, or not there."""
    return (content or b"").split() in ([], slot.starter.encode().split())


def _file_of(slot: Slot, exercise: Exercise[object], raw: Raw) -> tuple[str, bytes | None]:
    if slot.file in raw.files:
        return slot.file, raw.files[slot.file]
    known = {one.file for one in exercise.slots}
    if any(one.instead for one in exercise.slots) and len(raw.files) == 1 and known.isdisjoint(raw.files):
        name, content = next(iter(raw.files.items()))  # the ending tells which of the two it is
        return (name, content) if name.endswith(PROSE_ENDS) == (slot.shape == "prose") else (slot.file, None)
    others = {one.file for one in exercise.slots if one is not slot}
    if len(raw.files) == 1 and _only(exercise) and not slot.optional and others.isdisjoint(raw.files):
        return next(iter(raw.files.items()))
    return slot.file, None


def _only(exercise: Exercise[object]) -> bool:
    """Whether there is one part that must be handed in."""
    return sum(not slot.optional for slot in exercise.slots) == 1


def _decoded(name: str, content: bytes | None, most: int) -> str | Problem:
    if content is None:
        return Problem(name, 0, "", Message("answer.file-missing", {"file": name}))
    if len(content) > most:
        return Problem(name, 0, "", Message("answer.too-large", {"bytes": len(content), "most": most}))
    if not content.strip():
        return Problem(name, 0, "", Message("answer.empty"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Problem(name, content[: error.start].count(b"\n") + 1, "", Message("answer.not-utf8", {"byte": error.start}))
    control = next((index for index, char in enumerate(text) if ord(char) in BINARY_CONTROLS), None)
    if control is not None:
        return Problem(name, text[:control].count("\n") + 1, "", Message("answer.binary", {"code": ord(text[control])}))
    return text.replace("\r\n", "\n").replace("\r", "\n")
