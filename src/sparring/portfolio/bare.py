"""A stand-in for a repository whose configuration is not to be read: it includes files of this machine, or cannot be parsed.

libgit2 reads `.git/config` and whatever it includes when it opens a repository. The stand-in is a bare repository with the same objects, references and
last commit, and a configuration of our own.
"""

import re
from pathlib import Path

MOST_BYTES = 1 << 20
_INCLUDES = re.compile(rb"^[ \t]*\[[ \t]*include", re.IGNORECASE | re.MULTILINE)
_OBJECT_FORMAT = re.compile(r"^[ \t]*objectformat[ \t]*=[ \t]*\"?(sha\d+)", re.IGNORECASE | re.MULTILINE)
_COPIED = ("HEAD", "packed-refs", "shallow")


def includes(git_folder: Path) -> bool:
    """Whether the repository's configuration would open other files, or is no file itself."""
    folder = common_folder(git_folder)
    if (folder / "config").exists() and not (folder / "config").is_file():
        return True
    return any(_INCLUDES.search(_head_of(folder / name)) for name in ("config", "config.worktree")) or bool(
        _INCLUDES.search(_head_of(git_folder / "config.worktree"))
    )


def common_folder(git_folder: Path) -> Path:
    """Where a worktree's objects and configuration lie; the folder itself for any other."""
    common = git_folder / "commondir"
    return (git_folder / common.read_text(encoding="utf-8").strip()).resolve() if common.is_file() else git_folder


def stand_in(git_folder: Path, folder: Path) -> None:
    """Make `folder` (empty) the stand-in of the repository at `git_folder`."""
    common = common_folder(git_folder)
    (folder / "objects" / "info").mkdir(parents=True)
    (folder / "objects" / "info" / "alternates").write_text(f"{common / 'objects'}\n", encoding="utf-8")
    for name in _COPIED:
        found = next((one for one in (git_folder / name, common / name) if one.is_file()), None)
        if found:
            (folder / name).write_bytes(found.read_bytes())
    (folder / "refs").symlink_to(common / "refs", target_is_directory=True)
    format_ = _OBJECT_FORMAT.search(_head_of(common / "config").decode("utf-8", "replace"))
    extension = (
        f"\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = {format_[1]}\n" if format_ else "\trepositoryformatversion = 0\n"
    )
    (folder / "config").write_text(f"[core]\n\tbare = true\n{extension}", encoding="utf-8")


def _head_of(path: Path) -> bytes:
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(MOST_BYTES)
