"""Which exercises were proved before, so that `pack check` proves only what is new.

A proof holds for one content, one engine and one version of everything that grades: the sources of the rooms that kinds lean on, of the kind itself,
and the packages beside them. Only exercises without a problem are noted; whatever differs is proved again. The note is in the owner-only cache folder.
"""

import hashlib
import json
import sysconfig
import time
from functools import lru_cache
from pathlib import Path
from typing import Any

from sparring import catalog
from sparring.core.exercise import Exercise
from sparring.core.owned import believed, keep
from sparring.usecases.app import App

NOT_GRADING = ("cli", "web", "mcp", "config", "usecases", "records", "session", "report", "mastery", "words", "__pycache__")
"""Rooms that no verdict comes from. Whatever else there is, or will be, counts."""

KEPT_DAYS = 60
PROGRAM = Path(__file__).parents[1]
DAY = 86400


class Proofs:
    """What was proved before, of this installation."""

    def __init__(self, app: App) -> None:
        self._file = app.cache / "proofs" / "proofs.json"
        self._said = (app.judge.native.interpreters if app.judge.native else (), packages())
        self._engine = app.engine.engine_id
        self._known = self._read()
        self._fresh: set[str] = set()

    def has(self, exercise: Exercise[Any]) -> bool:
        """Whether this very exercise was proved."""
        return self._key(exercise) in self._known

    def note(self, exercise: Exercise[Any]) -> None:
        """It was proved now, without a problem."""
        self._fresh.add(self._key(exercise))

    def save(self) -> None:
        """Keep what was noted, beside what another process has noted meanwhile; a folder that cannot be written keeps nothing."""
        if not self._fresh:
            return
        now = time.time()
        known = {key: at for key, at in self._read().items() if at > now - KEPT_DAYS * DAY} | dict.fromkeys(self._fresh, now)
        try:
            keep(self._file, json.dumps(known).encode())
        except OSError:
            return

    def _read(self) -> dict[str, float]:
        content = believed(self._file)
        if content is None:
            return {}
        try:
            return {str(key): float(at) for key, at in json.loads(content).items()}
        except (ValueError, TypeError, AttributeError):
            return {}

    def _key(self, exercise: Exercise[Any]) -> str:
        facts = (exercise.id, exercise.content_hash, exercise.languages, exercise.complete, self._engine, self._said, grader(exercise.kind))
        return hashlib.sha256(repr(facts).encode()).hexdigest()


@lru_cache(1)
def packages() -> str:
    """A digest of the packages beside ours, with their versions."""
    found = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return hashlib.sha256("\n".join(found).encode()).hexdigest()[:16]


@lru_cache(64)
def grader(kind: str) -> str:
    """A digest of the sources that judge this kind; of all third parties' folders where the kind is one of theirs."""
    own = PROGRAM / "kinds" / kind
    folders = [own] if own.is_dir() else list(catalog.code_folders())
    return hashlib.sha256("".join([_shared(), *map(_sources, folders)]).encode()).hexdigest()[:16]


@lru_cache(1)
def _shared() -> str:
    rooms = sorted(room for room in PROGRAM.iterdir() if room.is_dir() and room.name not in (*NOT_GRADING, "kinds"))
    return "".join([*map(_sources, rooms), _digest(sorted((PROGRAM / "kinds").glob("*.py")))])


def _sources(folder: Path) -> str:
    return _digest(
        sorted(path for ending in ("*.py", "*.toml") for path in folder.rglob(ending) if not {"tests", "samples"} & {*path.parts})
    )


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
