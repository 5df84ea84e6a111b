"""Recordings: brought in and checked, listed, replayed, deleted; kept or not, as the candidate chooses. The sound lies in the data folder's `recordings`."""

import contextlib
import hashlib
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sparring.core.exercise import full_id
from sparring.core.owned import own_folder
from sparring.core.problem import SparringError, UsageError
from sparring.core.speech import Recorded
from sparring.core.text import Message
from sparring.language.speech.forms import FORMS, HEAD, MEDIA, form_of
from sparring.usecases.app import LOCAL_LEARNER, App
from sparring.usecases.speech.ready import installed

if TYPE_CHECKING:
    from sparring.records.recordings import RecordingLine, Recordings

FOLDER = "recordings"
MOST_BYTES = 200 << 20
MOST_SECONDS = 30 * 60.0
"""Longer takes are not listened to: no answer of an interview is, and half an hour fits in memory."""
KEEP = "keep-recordings"


def table(app: App) -> "Recordings":
    """The learner's recordings; the database is opened on first use."""
    app.open_records()
    from sparring.records.recordings import Recordings

    return Recordings(LOCAL_LEARNER)


def folder(app: App) -> Path:
    """Where the sound lies; for its owner only."""
    try:
        return own_folder(app.data / FOLDER)
    except OSError as error:
        raise _cannot_write(app, error) from error


def add(app: App, data: bytes, *, exercise: str = "", part: str = "", name: str = "") -> Recorded:
    """Store a recording; UsageError says what is wrong with it. `name`: what the person calls the file, for messages."""
    form, seconds = checked(data, name)
    key = app.new_id()
    recorded = Recorded(key, f"{key}.{form}", form, len(data), hashlib.sha256(data).hexdigest(), seconds, _exercise(app, exercise), part)
    _write(app, recorded.file, data)
    try:
        table(app).add(recorded, app.clock.now())
    except BaseException:
        (folder(app) / recorded.file).unlink(missing_ok=True)
        raise
    return recorded


def read_file(path: Path) -> bytes:
    """A file's bytes, not more than a recording may have; UsageError."""
    try:
        if not path.is_file():
            raise UsageError(Message("cli.no-such-path", {"path": str(path)}))
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(Message("cli.cannot-read", {"path": str(path), "why": error.strerror or str(error)})) from error


def is_sound(path: Path) -> bool:
    """Whether it is a file that begins as a recording does."""
    try:
        with path.open("rb") as file:
            return bool(form_of(file.read(HEAD)))
    except OSError:
        return False


def checked(data: bytes, name: str = "") -> tuple[str, float]:
    """A recording's form and its seconds (0 where the install set is missing: only the form is looked at); UsageError if it is none."""
    form = recognised(data, name)
    return form, _seconds(data, _called(name)) if installed() else 0.0


def recognised(data: bytes, name: str = "") -> str:
    """A recording's form, by its first bytes: nothing is decoded. UsageError if it is none, or too large. `name`: what the person calls it."""
    called = _called(name)
    if not data:
        raise UsageError(Message("speech.empty", {"name": called}))
    if len(data) > MOST_BYTES:
        raise UsageError(Message("speech.too-large", {"name": called, "most": MOST_BYTES >> 20}))
    form = form_of(data[:HEAD])
    if not form:
        raise UsageError(Message("speech.no-sound", {"name": called, "forms": ", ".join(FORMS)}))
    return form


def _called(name: str) -> str:
    return f"{Path(name).name[:80]}: " if name else ""


def _seconds(data: bytes, name: str) -> float:
    from sparring.language.speech.sound import BrokenSoundError, decode

    try:
        return round(decode(data, MOST_SECONDS + 1).seconds, 3)
    except BrokenSoundError as error:
        raise UsageError(Message("speech.broken", {"name": name, "what": str(error)[:120]})) from error


def _exercise(app: App, name: str) -> str:
    return app.exercise(name).id if name else ""


def _write(app: App, name: str, data: bytes) -> None:
    """The file appears complete or not at all."""
    place = folder(app)
    try:
        descriptor, temporary = tempfile.mkstemp(dir=place, prefix=".new-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(temporary).replace(place / name)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _cannot_write(app, error) from error


def _cannot_write(app: App, error: OSError) -> SparringError:
    return SparringError(Message("records.no-folder", {"path": str(app.data / FOLDER), "why": error.strerror or str(error)}))


def listed(app: App, *, exercise: str = "", attempt: str = "") -> list["RecordingLine"]:
    """Recordings with when they were made, newest first: all, those of an exercise, or those of an attempt."""
    return table(app).list(exercise=full_id(exercise) if exercise else "", attempt=attempt)


def recording(app: App, key: str) -> Recorded:
    """A recording; UsageError if there is none."""
    found = table(app).find(key)
    if found is None:
        raise UsageError(Message("speech.unknown", {"id": key[:60]}))
    return found.recorded


def by_beginning(app: App, beginning: str) -> str:
    """The key of the one recording whose key begins so; UsageError if there is none, or more than one."""
    found = [line.recorded.key for line in table(app).list(most=1_000_000) if line.recorded.key.startswith(beginning)]
    if len(found) != 1:
        raise UsageError(Message("speech.unknown", {"id": beginning[:60]}))
    return found[0]


def as_json(line: "RecordingLine") -> dict[str, Any]:
    """A line of `sparring recordings list --json`."""
    one = line.recorded
    return {
        "id": one.key,
        "created": line.created.isoformat(),
        "seconds": one.seconds,
        "exercise": one.exercise,
        "part": one.part,
        "attempt": one.attempt,
        "form": one.form,
        "file": one.file,
        "transcript": one.heard.text if one.heard else None,
        "trouble": one.heard.trouble if one.heard else "",
    }


def sound_file(app: App, key: str) -> tuple[Path, str]:
    """Where a recording's sound lies, and its media type; UsageError if it was not kept or is gone."""
    found = recording(app, key)
    path = app.data / FOLDER / Path(found.file).name  # a row may come from an archive: it names no file elsewhere
    if not found.file or path.is_symlink() or not path.is_file():
        raise UsageError(Message("speech.not-kept", {"id": key[:60]}))
    return path, MEDIA.get(found.form, "application/octet-stream")


def handed_in(app: App, key: str, attempt: str) -> None:
    """Note the attempt that a recording belongs to."""
    table(app).change(replace(recording(app, key), attempt=attempt))


def without_sound(app: App, recorded: Recorded) -> Recorded:
    """The recording with its sound deleted; what was heard stays."""
    _unlink(app, recorded.file)
    silent = replace(recorded, file="")
    table(app).change(silent)
    return silent


def delete(app: App, key: str) -> None:
    """Delete a recording, sound and row. The words stay in the answers that were made of it."""
    found = recording(app, key)
    _unlink(app, found.file)
    table(app).remove(key)


def delete_all(app: App) -> int:
    """Delete all recordings, and what a killed program may have left beside them; how many there were."""
    lines = table(app).list(most=1_000_000)
    for line in lines:
        table(app).remove(line.recorded.key)
    place = app.data / FOLDER
    for path in place.glob("*") if place.is_dir() and not place.is_symlink() else ():
        path.unlink(missing_ok=True)
    return len(lines)


def _unlink(app: App, name: str) -> None:
    if name:
        with contextlib.suppress(FileNotFoundError):
            (app.data / FOLDER / Path(name).name).unlink()


def keeps(app: App) -> bool:
    """Whether the sound of recordings is kept; it is unless the candidate said no."""
    return app.records.setting(KEEP, True) is not False


def keep(app: App, yes: bool) -> None:
    """Choose whether the sound of recordings is kept from now on; what there is stays until it is deleted."""
    app.records.choose(KEEP, yes)
