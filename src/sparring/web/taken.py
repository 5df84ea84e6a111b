"""The interview that a request names, and what is written in its current round."""

from collections.abc import Mapping

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.usecases import interviews
from sparring.usecases.desk import save_texts
from sparring.usecases.interviews import Interview
from sparring.web.request import app


def opened(key: str) -> Interview:
    """The interview with this id; a part of an id is not enough here."""
    found = interviews.opened(app(), key)
    if found.id != key:
        raise UsageError(Message("interview.unknown", {"id": key}))
    return found


def key_of(found: Interview, slot: str) -> str:
    """By what the draft of a part of the current round is kept."""
    return f"{found.id}:{found.state.position}:{slot}"


def write(found: Interview, written: Mapping[str, str], expected: int | None) -> int:
    """Keep what is written, by part; ConflictError if another window has written since `expected`. The number of this save."""
    return save_texts(app(), {key_of(found, name): text for name, text in written.items()}, expected)


def write_words(found: Interview, slot: str, text: str) -> None:
    """Write what was said behind what the current round's part holds already."""
    lying = app().records.draft(key_of(found, slot)).text.strip()
    write(found, {slot: f"{lying}\n\n{text}".strip()}, None)
