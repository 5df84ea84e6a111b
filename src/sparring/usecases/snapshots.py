"""The exercises of a running interview, copied when it began: a pack that changes meanwhile changes nothing in it."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sparring import catalog
from sparring.core.exercise import Exercise
from sparring.core.problem import SparringError
from sparring.core.text import Message
from sparring.kinds.kind import Folder
from sparring.usecases.app import App


def save(app: App, interview: str, exercises: Sequence[Exercise[Any]]) -> None:
    """Copy the folders of `exercises`, in the order of the rounds; SparringError if the data folder cannot be written."""
    for number, exercise in enumerate(exercises):
        source = (
            next(pack.path for pack in app.library.packs if exercise.id in pack.exercises) / "exercises" / exercise.kind / exercise.name
        )
        try:
            shutil.copytree(
                source,
                _folder(app, interview, number, exercise.name),
                symlinks=True,  # a link is no file of an exercise; what it leads to is nobody's business here
                ignore=shutil.ignore_patterns("__pycache__"),
                dirs_exist_ok=True,
            )
        except OSError as error:
            raise SparringError(Message("records.no-folder", {"path": str(app.data), "why": error.strerror or str(error)})) from error


def load(app: App, interview: str, rounds: Sequence[Mapping[str, Any]], number: int) -> Exercise[Any]:
    """The exercise of a round; today's own one if the copy is gone."""
    stored = rounds[number]
    pack, _, name = str(stored["exercise"]).partition(":")
    folder = _folder(app, interview, number, name)
    today = app.library.exercises.get(stored["exercise"])
    if today is not None and today.content_hash == stored["content_hash"]:
        return today
    languages = today.languages if today else ("en", "it")
    read = catalog.kind(stored["kind"]).load(Folder(folder, f"{pack}:{name}", languages)) if folder.is_dir() else ()
    return read if isinstance(read, Exercise) else app.exercise(stored["exercise"])


def _folder(app: App, interview: str, number: int, name: str) -> Path:
    return app.data / "interviews" / interview / str(number) / name
