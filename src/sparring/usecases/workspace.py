"""An exercise as a folder for one's own editor: the question, the files to write in, the examples, and nothing that is hidden."""

import contextlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparring.core.answer import Raw
from sparring.core.exercise import Exercise, short_id
from sparring.core.problem import SparringError, UsageError
from sparring.core.text import Language, Message
from sparring.kinds.kind import Asked
from sparring.usecases import desk, held_back
from sparring.usecases.app import App
from sparring.usecases.practice import Graded, Tell, grade, try_out
from sparring.words import Words

MARK = ".sparring.toml"
"""What makes a folder a workspace: which exercise it belongs to."""
README = "README.md"
MOST_BYTES = 64 << 20
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder that belongs to an exercise. `kept`: the files that stood there already and were left as they are."""

    folder: Path
    exercise: str
    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def open_workspace(app: App, exercise: Exercise[Any], folder: Path | None, words: Words, *, anew: bool = False) -> Workspace:
    """Write the workspace of `exercise` into `folder` (one below the data folder unless told). What the candidate wrote stays, unless `anew`.

    UsageError if the folder holds something else, SparringError if it cannot be written.
    """
    folder = folder if folder is not None else app.data / "workspaces" / exercise.pack / exercise.name
    _not_elses(folder, exercise)
    answer = {slot.file: slot.starter for slot in exercise.slots if slot.shape == "code" or slot.instead or not slot.optional}
    if anew and exercise.stepped:
        desk.clear(app, exercise)
    ours = {README: _readme(app, exercise, words), MARK: f'exercise = "{exercise.id}"\n', **exercise.given}
    written, kept = [], []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in {**answer, **ours}.items():
            if name in answer and (folder / name).exists() and not anew:
                kept.append(name)
            else:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(text, encoding="utf-8")
                written.append(name)
    except OSError as error:
        raise SparringError(Message("records.no-folder", {"path": str(folder), "why": error.strerror or str(error)})) from error
    return Workspace(folder, exercise.id, tuple(written), tuple(kept))


def _not_elses(folder: Path, exercise: Exercise[Any]) -> None:
    """A folder with other things in it is not written into."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(Message("workspace.no-folder", {"path": str(folder)}))
    if folder.is_dir() and any(folder.iterdir()) and (not (folder / MARK).is_file() or find(folder).exercise != exercise.id):
        raise UsageError(Message("workspace.not-empty", {"path": str(folder)}))


def _readme(app: App, exercise: Exercise[Any], words: Words) -> str:
    files = ", ".join(f"`{slot.file}`" for slot in exercise.slots)
    steps = words("workspace.readme-stepped" if exercise.stepped else "workspace.readme", files=files, id=short_id(exercise.id))
    steps += "".join(
        f"\n\n`{slot.file}`: {words(f'slot-about.{slot.name}')} {words('workspace.instead')}" for slot in exercise.slots if slot.instead
    )
    asked = _requirements(desk.asked(app, exercise), words)
    return f"# {exercise.title.to(words.language)}\n\n{exercise.prompt.to(words.language)}\n\n{asked}---\n\n{steps}\n"


def _requirements(asked: Asked | None, words: Words) -> str:
    """What is asked so far, as a list."""
    if asked is None:
        return ""
    lines = (
        f"{number}. {text.to(words.language)} *({words(f'workspace.state-{state}')})*"
        for number, (text, state) in enumerate(asked.texts, 1)
    )
    return f"## {words('workspace.requirements')}\n\n" + "\n".join(lines) + "\n\n"


def attempt(app: App, workspace: Workspace, exercise: Exercise[Any], words: Words, tell: Tell | None = None) -> Graded:
    """Judge what lies in the workspace without handing it in. Of a stepped exercise that is a run, recorded; a requirement that appears is written into the README.

    What is told only after handing in stays hidden: an exercise with example cases is judged whole and of the others' cases only their number is told; any other one is run.
    """
    raw = answer_in(workspace, exercise, words.language)
    if not exercise.stepped:
        if not held_back.hidden(exercise):
            return try_out(app, exercise, raw)
        so_far = (lambda findings: tell(held_back.shown(exercise, findings))) if tell else None
        return held_back.before_handing_in(grade(app, exercise, raw, store=False, tell=so_far))
    before = desk.asked(app, exercise)
    result = desk.run(app, exercise, raw)
    if desk.asked(app, exercise) != before:
        write_readme(app, workspace, exercise, words)
    return result


def write_readme(app: App, workspace: Workspace, exercise: Exercise[Any], words: Words) -> None:
    """The README as it should be now; a folder that cannot be written to costs nobody their run."""
    with contextlib.suppress(OSError):
        (workspace.folder / README).write_text(_readme(app, exercise, words), encoding="utf-8")


def hand_in(app: App, workspace: Workspace, exercise: Exercise[Any], words: Words) -> Graded:
    """Hand in what lies in the workspace; of a stepped exercise with its recorded runs."""
    raw = answer_in(workspace, exercise, words.language)
    return desk.hand_in(app, exercise, raw, app.new_id()) if exercise.stepped else desk.grade_elsewhere(app, exercise, raw)


def find(start: Path) -> Workspace:
    """The workspace that `start` is or lies in; UsageError if there is none."""
    for folder in (start, *start.absolute().parents):
        if (folder / MARK).is_file():
            try:
                return Workspace(folder, str(tomllib.loads((folder / MARK).read_text(encoding="utf-8"))["exercise"]))
            except (OSError, ValueError, KeyError, RecursionError) as error:
                raise UsageError(Message("workspace.broken", {"path": str(folder / MARK)})) from error
    raise UsageError(Message("workspace.none", {"path": str(start)}))


def answer_in(workspace: Workspace, exercise: Exercise[Any], language: Language) -> Raw:
    """What lies in the workspace as an answer: the files to write in, and modules of the candidate's own beside code."""
    return Raw({name: _read(workspace.folder / name) for name in _names(workspace, exercise)}, language)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError as error:
        raise UsageError(Message("workspace.cannot-read", {"path": str(path), "why": error.strerror or str(error)})) from error


def _names(workspace: Workspace, exercise: Exercise[Any]) -> list[str]:
    slots = [slot.file for slot in exercise.slots]
    there = sorted(path.name for path in workspace.folder.iterdir() if path.is_file())
    own = [name for name in there if name.endswith(".py") and name not in (*slots, *exercise.given)]
    is_code = any(slot.shape == "code" for slot in exercise.slots)
    return [*(name for name in slots if name in there), *(own if is_code else [])]


def stamp(workspace: Workspace, exercise: Exercise[Any]) -> Stamp:
    """A value that changes when the answer is saved; empty while an editor is replacing the file."""
    found = []
    try:
        for name in _names(workspace, exercise):
            stat = (workspace.folder / name).stat()
            found.append((name, stat.st_mtime_ns, stat.st_size))
    except FileNotFoundError:
        return ()
    return tuple(found)


def as_json(workspace: Workspace) -> Mapping[str, Any]:
    """The workspace as `--json` tells it."""
    return {
        "folder": str(workspace.folder),
        "exercise": short_id(workspace.exercise),
        "written": list(workspace.written),
        "kept": list(workspace.kept),
    }
