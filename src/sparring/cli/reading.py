"""Reading what the candidate names on the command line: a file, a folder, or standard input."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sparring.core.answer import Raw
from sparring.core.problem import UsageError
from sparring.core.text import Language, Message

if TYPE_CHECKING:
    from sparring.core.exercise import Exercise
    from sparring.usecases.app import App

MOST_BYTES = 64 << 20
MOST_FILES = 200
READABLE = (".py", ".md", ".txt", ".runs")


def raw_from(path: str, language: Language) -> Raw:
    """The bytes of what `path` names; UsageError if there is nothing to read."""
    if path == "-":
        return Raw({"stdin": sys.stdin.buffer.read(MOST_BYTES)}, language)
    target = Path(path)
    try:
        if target.is_dir():
            return Raw(_folder(target), language)
        if not target.is_file():
            raise UsageError(Message("cli.no-such-path", {"path": path}))
        with target.open("rb") as file:
            return Raw({target.name: file.read(MOST_BYTES)}, language)
    except OSError as error:
        raise UsageError(Message("cli.cannot-read", {"path": path, "why": error.strerror or str(error)})) from error


def answer_from(app: "App", exercise: "Exercise[Any]", path: str, language: Language) -> Raw:
    """The answer that `path` names: its bytes, or what is said in it where it is an audio file; UsageError, SparringError."""
    from sparring.usecases.speech import spoken
    from sparring.usecases.speech.recordings import is_sound

    target = Path(path)
    if path != "-" and target.is_file() and is_sound(target):
        return spoken.from_file(app, exercise, target, language)
    return raw_from(path, language)


def _folder(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix in READABLE)
    if not files:
        raise UsageError(Message("cli.empty-folder", {"path": str(folder)}))
    return {path.name: path.read_bytes()[:MOST_BYTES] for path in files[:MOST_FILES]}
