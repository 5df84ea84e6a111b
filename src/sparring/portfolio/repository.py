"""Reads a git repository without running anything of it.

libgit2 reads objects by itself: no hook, filter, pager, textconv, credential helper or remote of the repository is ever called, and the working tree
is not looked at: what is audited is what is committed. Names may be any bytes; contents are read only below `MOST_BYTES`.
"""

import shutil
import tempfile
import time
import weakref
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from sparring.core.problem import UsageError
from sparring.core.text import Message, Param
from sparring.portfolio import bare, intact

MOST_FILES = 50_000
MOST_COMMITS = 20_000
MOST_BYTES = 1 << 20
"""Files larger than this are counted and named, not read."""
DEPTH = 60
MOST_TREES = 100_000
"""Folders that are opened at most, for files and for history each: ten levels of ten folders would be ten thousand million."""

MOST_COUNTED = 5_000_000
"""Entries that are counted at most, to say how many files there are."""

_TREE, _LINK, _SUBMODULE = 0o040000, 0o120000, 0o160000


@dataclass(frozen=True, slots=True)
class File:
    """A file of the last commit: its path (odd bytes replaced), size in bytes, and what kind of entry it is."""

    path: str
    size: int
    id: str
    link: bool = False
    submodule: bool = False

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: short id, author, moment (UTC), message, and how many parents it has."""

    id: str
    author: str
    when: datetime
    message: str
    parents: int

    @property
    def subject(self) -> str:
        """The first line of the message."""
        return self.message.strip().split("\n", 1)[0]


class OutOfTimeError(Exception):
    """The time for looking at a repository is over: what is not read yet stays unread."""


class Repository:
    """A repository as its last commit and its history. `until`: the moment (`time.monotonic()`) from which nothing more is read."""

    def __init__(self, path: Path, git: Any, failure: type[Exception]) -> None:
        self.path = path
        self._failure = failure
        self.name = path.resolve().name.removesuffix(".git") or "repository"
        self._git = git
        self.truncated = False
        self.past_cut = False
        self.until = float("inf")

    @property
    def left(self) -> float:
        """Seconds in which it may still be looked at."""
        return self.until - time.monotonic()

    def _in_time(self) -> None:
        if self.left < 0:
            raise OutOfTimeError

    @property
    def head(self) -> str:
        """The id of the last commit; '' if nothing was ever committed."""
        return "" if self._unborn else str(self._git.head.target)

    def objects_only(self, folder: Path) -> None:
        """Make `folder` a bare repository that holds the last commit's history and nothing else: no working tree, no configuration, no hook."""
        git_folder = bare.common_folder(Path(self._git.path))
        (folder / "objects" / "info").mkdir(parents=True)
        (folder / "refs" / "heads").mkdir(parents=True)
        (folder / "objects" / "info" / "alternates").write_text(f"{git_folder / 'objects'}\n")
        (folder / "refs" / "heads" / "audited").write_text(f"{self.head}\n")
        (folder / "HEAD").write_text("ref: refs/heads/audited\n")
        (folder / "config").write_text("[core]\n\trepositoryformatversion = 0\n\tbare = true\n")

    @property
    def shallow(self) -> bool:
        """Whether the history was cut off when it was cloned."""
        return bool(self._git.is_shallow)

    @property
    def _unborn(self) -> bool:
        return bool(self._git.is_empty or self._git.head_is_unborn)

    @cached_property
    def files(self) -> tuple[File, ...]:
        """The files of the last commit by path; of more than MOST_FILES those nearest to the root, and `truncated` is set: what describes a project lies there."""
        if self._unborn:
            return ()
        found: list[File] = []
        todo = deque[tuple[str, Any, int]]([("", self._git.head.peel().tree, 0)])
        opened = 0
        while todo:
            opened += 1
            prefix, tree, depth = todo.popleft()
            for entry in self._entries(tree):
                if len(found) >= MOST_FILES:
                    self.truncated = True
                    return tuple(sorted(found, key=lambda file: file.path))
                path = prefix + entry.raw_name.decode("utf-8", "replace")
                if entry.filemode == _TREE:
                    if depth < DEPTH and opened + len(todo) < MOST_TREES:
                        todo.append((path + "/", entry, depth + 1))
                    else:
                        self.truncated = True
                    continue
                submodule = entry.filemode == _SUBMODULE
                size = 0 if submodule else self._size(entry.id)
                found.append(File(path, size, str(entry.id), entry.filemode == _LINK, submodule))
        return tuple(sorted(found, key=lambda file: file.path))

    @cached_property
    def by_path(self) -> dict[str, File]:
        """The files of the last commit by their paths."""
        return {file.path: file for file in self.files}

    @cached_property
    def counted(self) -> tuple[int, bool]:
        """How many files the last commit has, and whether that is all of them: each folder is opened once, wherever it stands, and MOST_COUNTED entries at most."""
        if self._unborn:
            return 0, True
        root = self._git.head.peel().tree
        own, inside = dict[Any, int](), dict[Any, list[Any]]()
        todo, entries = [root], 0
        while todo:
            tree = todo.pop()
            if tree.id in own:
                continue
            if entries > MOST_COUNTED or len(own) >= MOST_TREES:
                return max(sum(own.values()), len(self.files)), False
            listed = self._entries(tree)
            folders = [entry for entry in listed if entry.type_str == "tree"]
            entries += len(listed)
            own[tree.id], inside[tree.id] = len(listed) - len(folders), [folder.id for folder in folders]
            todo += folders
        return _summed(root.id, own, inside), True

    def _entries(self, tree: Any) -> list[Any]:
        """A folder's entries; none where the folder is damaged or was never fetched."""
        try:
            return list(tree)
        except (KeyError, ValueError, self._failure):
            self.truncated = True
            return []

    def _size(self, oid: Any) -> int:
        try:
            return int(self._git.odb.read_header(oid)[1])
        except (KeyError, ValueError, self._failure):  # a partial clone: the content was never fetched
            return 0

    def find(self, *names: str) -> File | None:
        """The first file with one of these paths, letters' case aside."""
        by_path = {file.path.lower(): file for file in reversed(self.files)}
        return next((by_path[name.lower()] for name in names if name.lower() in by_path), None)

    def content(self, file: File, most: int = MOST_BYTES) -> bytes:
        """What a regular file of at most `most` bytes holds; empty for links, submodules and what is too large or not there. OutOfTimeError after `until`."""
        self._in_time()
        if file.link or file.submodule or file.size > most:
            return b""
        try:
            return bytes(self._git.odb.read(file.id)[1])
        except (KeyError, ValueError, self._failure):
            return b""

    def text(self, file: File | None) -> str:
        """A file's text, odd bytes replaced; '' for none and for binary ones."""
        content = self.content(file) if file else b""
        return "" if b"\0" in content[:8000] else content.decode("utf-8-sig", "replace")

    @cached_property
    def commits(self) -> tuple[Commit, ...]:
        """The history of the last commit, newest first; at most MOST_COMMITS."""
        if self._unborn:
            return ()
        found: list[Commit] = []
        try:
            for commit in self._git.walk(self._git.head.target):
                if len(found) >= MOST_COMMITS:
                    self.truncated = True
                    break
                found.append(_commit(commit))
        except (KeyError, ValueError, self._failure):  # history that is not there (a damaged or cut clone) ends here
            self.truncated = True
        return tuple(found)

    def changed(self, commit: Commit) -> int:
        """How many files a commit changes against its first parent. OutOfTimeError after `until`."""
        self._in_time()
        git = self._git.revparse_single(commit.id)
        try:
            diff = git.tree.diff_to_tree(git.parents[0].tree, swap=True) if git.parents else git.tree.diff_to_tree(swap=True)
        except (KeyError, ValueError, self._failure):
            return 0
        return int(diff.stats.files_changed)

    @cached_property
    def past(self) -> tuple[tuple[str, File], ...]:
        """Every file that any commit of the history ever held: the id of a commit that holds it, and the file; each content once."""
        return tuple(self._past())

    def _past(self) -> Iterator[tuple[str, File]]:
        seen_trees: set[Any] = set()
        seen: set[tuple[str, str]] = set()
        for commit in self.commits:
            try:
                todo = [("", self._git.revparse_single(commit.id).tree, 0)]
            except (KeyError, ValueError, self._failure):
                continue
            while todo:
                prefix, tree, depth = todo.pop()
                if len(seen_trees) >= MOST_TREES or len(seen) >= 4 * MOST_FILES or self.left < 0:
                    self.truncated = self.past_cut = True
                    return
                if (prefix, tree.id) in seen_trees or depth > DEPTH:
                    continue
                seen_trees.add((prefix, tree.id))
                for entry in self._entries(tree):
                    path = prefix + entry.raw_name.decode("utf-8", "replace")
                    if entry.type_str == "tree":
                        todo.append((path + "/", entry, depth + 1))
                        continue
                    known = (path, str(entry.id))  # asked before the entry's mode, which takes longer
                    if known not in seen and entry.filemode not in (_LINK, _SUBMODULE):
                        seen.add(known)
                        yield commit.id, File(path, self._size(entry.id), str(entry.id))


def _summed(root: Any, own: dict[Any, int], inside: dict[Any, list[Any]]) -> int:
    """The files below `root`: a folder that stands in a thousand places counts a thousand times. A folder's id is made of what is in it, so none is in itself."""
    total = dict[Any, int]()
    todo = [root]
    while todo:
        tree = todo[-1]
        waiting = [inner for inner in inside[tree] if inner not in total]
        todo += waiting
        if not waiting:
            todo.pop()
            total[tree] = own[tree] + sum(total[inner] for inner in inside[tree])
    return total[root]


def _commit(commit: Any) -> Commit:
    try:
        message, author = commit.message, commit.author.name
    except (LookupError, UnicodeDecodeError):
        message, author = commit.raw_message.decode("utf-8", "replace"), commit.author.raw_name.decode("utf-8", "replace")
    when = datetime.fromtimestamp(min(max(commit.commit_time, 0), 4_102_444_800), UTC)
    return Commit(str(commit.id)[:10], author, when, message, len(commit.parent_ids))


def open_repository(path: Path) -> Repository:
    """The repository at or above `path`, or the bare one there.

    UsageError where there is none, or where what reads it is not installed.
    """
    try:
        import pygit2
    except ImportError:
        raise UsageError(Message("portfolio.not-installed")) from None
    if not path.exists():
        raise UsageError(Message("portfolio.no-folder", {"path": str(path)}))
    pygit2.settings.owner_validation = False  # a folder of somebody else's is only read
    found = pygit2.discover_repository(str(path))
    if not found:
        raise UsageError(Message("portfolio.no-repository", {"path": str(path)}))
    git_folder = Path(found)
    root = git_folder.parent if git_folder.name == ".git" else git_folder
    common = bare.common_folder(git_folder)
    if odd := intact.odd_file(git_folder, common):
        raise UsageError(Message("portfolio.odd-file", {"path": str(path), "file": odd}))
    try:
        git = _unconfigured(pygit2, git_folder) if bare.includes(git_folder) else _opened(pygit2, git_folder)
        if not git.is_empty and not git.head_is_unborn:
            _whole(git, common, path)
            git.head.peel()
        else:
            _born(git, path)
    except (pygit2.GitError, OSError, ValueError, KeyError) as error:
        raise UsageError(Message("portfolio.damaged", {"path": str(path), "why": str(error)})) from error
    return Repository(Path(git.workdir) if git.workdir else root, git, pygit2.GitError)


def _whole(git: Any, common: Path, path: Path) -> None:
    """UsageError where the last commit's history needs an object that is cut off: libgit2 would read it for ever."""
    cut = intact.cut_objects(common / "objects")
    name = intact.needed(git, str(git.head.target), cut) if cut else ""
    if name:
        raise UsageError(Message("portfolio.cut-object", {"path": str(path), "object": name[:10], "count": len(cut)}))


def _born(git: Any, path: Path) -> None:
    """UsageError where HEAD names a branch that is not there while others are: that is not a repository in which nothing was committed."""
    branches = sorted(name.removeprefix("refs/heads/") for name in git.references if name.startswith("refs/heads/"))
    if branches:
        named = str(git.lookup_reference("HEAD").target).removeprefix("refs/heads/")
        params: dict[str, Param] = {"path": str(path), "branch": named, "first": branches[0], "others": ", ".join(branches[:5])}
        raise UsageError(Message("portfolio.no-branch", params))


def _opened(pygit2: Any, git_folder: Path) -> Any:
    """The repository as it is; where its configuration cannot be read, without that."""
    try:
        return pygit2.Repository(str(git_folder))
    except pygit2.GitError:
        if not (git_folder / "HEAD").is_file():
            raise
        return _unconfigured(pygit2, git_folder)


def _unconfigured(pygit2: Any, git_folder: Path) -> Any:
    """The repository through a stand-in, which is removed with it."""
    folder = Path(tempfile.mkdtemp(prefix="sparring-portfolio-"))
    try:
        bare.stand_in(git_folder, folder)
        git = pygit2.Repository(str(folder))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    weakref.finalize(git, shutil.rmtree, folder, ignore_errors=True)
    return git
