"""Everything of the candidate as open files in one archive: out, in again, and deleted."""

import errno
import io
import json
import os
import shutil
import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Any

from sparring import __version__
from sparring.core.problem import SparringError, UsageError
from sparring.core.text import Message
from sparring.usecases.app import LOCAL_LEARNER, App

FORM = 1
FOLDERS = ("media", "packs", "interviews", "recordings")
"""Folders of the data folder that hold what the candidate made."""
MOST_BYTES = 4 << 30
BESIDE = ".import-"
"""A folder in the data folder, while an archive is unpacked."""
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError),
    *(ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RuntimeError),
)
"""What reading somebody's archive may raise: RuntimeError where it is encrypted or nested without end."""
_ODD_NAMES = (errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EILSEQ)
"""What writing a file raises for a name in the archive, not for the folder that it is written into."""
README = """Everything that Sparring knows of you, in open formats.

records/TABLE.jsonl   one JSON object a line: attempts with their verdicts and evidence, submissions with your answers, interviews as events,
                      cards, reviews, memories (FSRS: stability in days, difficulty 1-10), sessions, applications, settings
media/                pictures and sounds of your own cards
recordings/           what you said: sound files; records/recording.jsonl says what was heard in them and what they answer
packs/                your own packs
interviews/           the exercises of your interviews as they were then

`sparring study import-all FILE` brings it all back.
"""


def export_all(app: App) -> bytes:
    """The archive (zip)."""
    assert app.records is not None
    from sparring.records.archive import rows, tables

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", README)
        archive.writestr("sparring.json", json.dumps({"form": FORM, "program": __version__, "at": app.clock.now().isoformat()}))
        for model in tables():
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows(model, LOCAL_LEARNER))
            archive.writestr(f"records/{model.__name__.lower()}.jsonl", "".join(lines))
        for path in sorted(path for name in FOLDERS for path in (app.data / name).rglob("*") if path.is_file() and not path.is_symlink()):
            archive.write(path, path.relative_to(app.data).as_posix())
    return out.getvalue()


def import_all(app: App, data: bytes) -> dict[str, int]:
    """Bring an archive back; what is there already stays as it is. How many rows of each table are new. Nothing is stored if anything cannot be read."""
    assert app.records is not None
    try:
        app.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        with zipfile.ZipFile(io.BytesIO(data)) as archive, tempfile.TemporaryDirectory(prefix=BESIDE, dir=app.data) as beside:
            _check(archive)
            _unpack(archive, Path(beside))
            return _stored(app, archive, Path(beside))
    except _BROKEN as error:
        raise UsageError(Message("archive.broken", {"what": f"{type(error).__name__}: {error}"[:200]})) from error
    except OSError as error:
        if error.errno in _ODD_NAMES:
            raise UsageError(Message("archive.broken", {"what": f"{error.strerror}: {Path(str(error.filename)).name}"[:200]})) from error
        raise SparringError(Message("records.no-folder", {"path": str(app.data), "why": error.strerror or str(error)})) from error


def _stored(app: App, archive: zipfile.ZipFile, beside: Path) -> dict[str, int]:
    """The rows and the files that were unpacked `beside`, both or none; no file is written over one that is there."""
    from sparring.records.archive import restore, tables
    from sparring.records.database import all_or_nothing

    found = {model: _rows(archive, f"records/{model.__name__.lower()}.jsonl") for model in tables()}
    with all_or_nothing():
        counts = {model.__name__.lower(): restore(model, LOCAL_LEARNER, found[model]) for model in tables()}
        for path in sorted(path for path in beside.rglob("*") if path.is_file()):
            target = app.data / path.relative_to(beside)
            if target.exists() or not target.resolve().is_relative_to(app.data.resolve()):
                continue
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.replace(target)
    return counts


def _check(archive: zipfile.ZipFile) -> None:
    about = json.loads(archive.read("sparring.json"))
    if not isinstance(about, dict):
        raise TypeError("sparring.json")
    if about.get("form") != FORM:
        raise UsageError(Message("archive.newer", {"program": str(about.get("program"))[:20]}))
    if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
        raise ValueError("too large")


def _rows(archive: zipfile.ZipFile, name: str) -> list[dict[str, Any]]:
    if name not in archive.namelist():
        return []
    rows = [json.loads(line) for line in archive.read(name).decode("utf-8").split("\n") if line.strip()]
    if not all(isinstance(row, dict) for row in rows):
        raise TypeError(name)
    return rows


def _unpack(archive: zipfile.ZipFile, beside: Path) -> None:
    """The files, only those below their own folders; what else an archive holds is left in it, but must be whole too."""
    for entry in archive.infolist():
        path = PurePosixPath(entry.filename)
        ours = len(path.parts) > 1 and path.parts[0] in FOLDERS and ".." not in path.parts and not entry.is_dir()
        target = beside.joinpath(*path.parts) if ours else Path(os.devnull)
        if ours:
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with archive.open(entry) as packed, target.open("wb") as file:
            shutil.copyfileobj(packed, file)


def delete_all(app: App) -> None:
    """Delete every record and everything that the candidate made; the program is as on its first day."""
    assert app.records is not None
    from sparring.records.archive import erase

    erase(LOCAL_LEARNER, app.clock.now())
    named = [app.data / name for name in (*FOLDERS, "workspaces")]
    folders = [path for path in (*named, *app.data.glob(f"{BESIDE}*")) if path.is_dir() and not path.is_symlink()]
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    for name in ("records", "library"):
        app.__dict__.pop(name, None)
    left = next((folder for folder in folders if folder.is_dir()), None)
    if left is not None:
        raise SparringError(Message("archive.not-deleted", {"path": str(left)}))
