"""A pack as it was read last, kept so that a start need not read and check some thousand files anew.

Theory of operation. What is kept belongs to a stamp: names, sizes and times of all files of the pack, the topics known before it, and the same of the
program's own sources, since they decide what is read out of a file. Any difference, and the pack is read anew. A file that changed within the last
seconds could change again within its clock's tick, so such a pack is read and not kept. The values are pickled; loading them is as safe as the folder
that they are kept in (`core/owned.py`).
"""

import hashlib
import os
import pickle
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from sparring import catalog
from sparring.content.library import Pack, read_pack
from sparring.core.exercise import Exercise
from sparring.core.owned import believed, digest_file, keep

STILL_SECONDS = 2
KEPT_DAYS = 30
PROGRAM = Path(__file__).parents[1]


def read_kept(path: Path, known_topics: Iterable[str], folder: Path) -> Pack:
    """`read_pack(path, known_topics)`, from the owner-only `folder` where it was kept there and nothing has changed since."""
    topics = sorted(known_topics)
    stamp, newest = _stamp(path, topics)
    file = folder / f"pack-{stamp}.bin"
    found = _load(file)
    if found is not None:
        return found
    pack = read_pack(path, topics)
    still = newest < time.time_ns() - STILL_SECONDS * 10**9 and _stamp(path, topics)[0] == stamp
    if still and _stamp_now() == program_stamp():  # else the program was exchanged meanwhile: what was read is of two versions
        _store(file, pack)
    return pack


def _load(file: Path) -> Pack | None:
    content = believed(file)
    if content is None:
        return None
    try:
        found = pickle.loads(content)  # noqa: S301 - only this user can have written it
    except Exception:  # a kind that is gone, a class that changed: read anew
        return None
    return _unpacked(found) if isinstance(found, Pack) else None


class _Kept(Exercise[Any]):
    """An exercise whose spec is unpickled when it is first looked into: that loads its kind, and most commands need one or none."""

    def __getattr__(self, name: str) -> Any:
        if name != "spec" or "packed" not in self.__dict__:
            raise AttributeError(name)
        spec = self.__dict__["spec"] = pickle.loads(self.__dict__["packed"])  # noqa: S301 - see `_load`
        return spec


def _packed(pack: Pack) -> Pack:
    """The pack with every spec pickled by itself."""
    return replace(
        pack, exercises={key: replace(exercise, spec=pickle.dumps(exercise.spec, 5)) for key, exercise in pack.exercises.items()}
    )


def _unpacked(pack: Pack) -> Pack:
    return replace(pack, exercises={key: _with_packed_spec(exercise) for key, exercise in pack.exercises.items()})


def _with_packed_spec(exercise: Exercise[Any]) -> Exercise[Any]:
    kept = object.__new__(_Kept)
    packed = {"packed" if name == "spec" else name: value for name, value in exercise.__dict__.items()}
    kept.__dict__.update(packed)
    return kept


def _store(file: Path, pack: Pack) -> None:
    """Keep the pack; where that does not work (a full disk, a kind whose values cannot be pickled), it is read anew next time."""
    try:
        keep(file, pickle.dumps(_packed(pack), 5))
        for old in file.parent.glob("pack-*.bin"):
            if old.lstat().st_mtime < time.time() - KEPT_DAYS * 86400:
                old.unlink(missing_ok=True)
                digest_file(old).unlink(missing_ok=True)
    except (OSError, pickle.PicklingError, TypeError, AttributeError):
        return


def _stamp(path: Path, topics: list[str]) -> tuple[str, int]:
    """The stamp of what a pack is read from, and the time of the file that changed last (nanoseconds)."""
    digest = hashlib.sha256(f"{path.resolve()}\0{topics}\0{sys.version}\0{program_stamp()}".encode())
    newest = 0
    for line, changed in _files(path):
        digest.update(line.encode("utf-8", "surrogateescape"))
        newest = max(newest, changed)
    return digest.hexdigest()[:32], newest


@lru_cache(1)
def program_stamp() -> str:
    """The stamp of the sources that read packs, third parties' kinds included: as they were when this process began."""
    return _stamp_now()


def _stamp_now() -> str:
    digest = hashlib.sha256()
    for folder in (PROGRAM, *catalog.code_folders()):
        for line, _ in _files(folder, (".py", ".toml")):
            digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _files(folder: Path, endings: tuple[str, ...] = ("",)) -> Iterator[tuple[str, int]]:
    """A line (name, size, time) for every file below `folder` whose name ends so, in a steady order; and its time in nanoseconds."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files(Path(entry.path), endings)
        elif entry.name.endswith(endings):
            try:
                found = entry.stat()
            except OSError:
                yield f"{entry.path}\0gone\n", 0
                continue
            yield f"{entry.path}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_mode}\n", max(found.st_mtime_ns, found.st_ctime_ns)
