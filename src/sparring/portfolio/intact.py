"""What of a git folder would make its reader wait for ever, found before it is opened.

libgit2 opens what is no regular file as if it were one, and inflates a loose object that was cut off (a full disk, a copy that was stopped) without end. Both are told
in words; an object that nothing of the last commit's history needs harms nobody.
"""

import os
import stat
import time
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

SECONDS = 3.0
"""For which loose objects are looked through: some ten thousand."""
MOST_LOOKED = 10_000
_READ_AT_ONCE, _OUT_AT_ONCE = 1 << 16, 1 << 20
_NAMES = ("HEAD", "packed-refs", "shallow", "commondir", "objects/info/alternates")


def odd_file(git_folder: Path, common: Path) -> str:
    """The first of the files that are always read which is no regular one (a pipe, a device); '' if there is none."""
    named = [folder / name for folder in dict.fromkeys((git_folder, common)) for name in _NAMES]
    for path in (*named, *islice((common / "refs").rglob("*"), MOST_LOOKED), *islice((common / "objects" / "pack").glob("*"), MOST_LOOKED)):
        try:
            mode = path.stat().st_mode
        except OSError:  # it is not there, or a link to nowhere
            continue
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            return os.fspath(path.relative_to(common if path.is_relative_to(common) else git_folder))
    return ""


def cut_objects(objects: Path) -> frozenset[str]:
    """The ids of the loose objects that are cut off (or are no files), as far as SECONDS suffice."""
    until = time.monotonic() + SECONDS
    return frozenset(name for name, path in _loose(objects) if time.monotonic() < until and _is_cut(path, until))


def _loose(objects: Path) -> Iterator[tuple[str, Path]]:
    for folder in objects.glob("[0-9a-f][0-9a-f]"):
        for path in folder.glob("?" * 38):
            yield folder.name + path.name, path


def _is_cut(path: Path, until: float) -> bool:
    """Whether the compressed stream has no end. What is no such stream at all is libgit2's to tell."""
    if not path.is_file():
        return True
    inflate = zlib.decompressobj()
    try:
        with path.open("rb") as file:
            while (left := file.read(_READ_AT_ONCE)) and not inflate.eof:
                while left and not inflate.eof:
                    if time.monotonic() > until:
                        return False
                    inflate.decompress(left, _OUT_AT_ONCE)
                    left = inflate.unconsumed_tail
    except (OSError, zlib.error):
        return False
    return not inflate.eof


def needed(git: Any, head: str, cut: frozenset[str]) -> str:
    """The first of the `cut` objects that the history of the commit `head` holds, nothing of it being read; '' if it holds none."""
    commits, trees = [head], list[str]()
    seen = set[str]()
    while commits or trees:
        of, name = (trees, trees.pop()) if trees else (commits, commits.pop())
        if name in seen:
            continue
        seen.add(name)
        if name in cut:
            return name
        try:
            found = git[name]
        except (KeyError, ValueError):  # never fetched, or a damage that libgit2 tells by itself
            continue
        if of is commits:
            commits += map(str, found.parent_ids)
            trees.append(str(found.tree_id))
            continue
        for entry in found:
            if str(entry.id) in cut:
                return str(entry.id)
            if entry.type_str == "tree":
                trees.append(str(entry.id))
    return ""
