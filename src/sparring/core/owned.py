"""Files that only their owner can have written: what is kept so that it need not be made again.

Theory of operation. Some of what is kept acts when it is loaded (compiled code, pickled values), so a file is believed only if it is ours: regular, owned
by this user, closed to others, in a folder of which the same holds, and with the digest that stands beside it, keyed with random bytes that only
this folder holds. Files appear by renaming: complete, or not at all.
"""

import contextlib
import hmac
import os
import secrets
import stat
import tempfile
from pathlib import Path

KEY_BYTES = 32


class ForeignFolderError(OSError):
    """The folder belongs to another user."""


def own_folder(folder: Path) -> Path:
    """The folder, made if need be; it and what is inside are for its owner only. ForeignFolderError, OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name == "posix":
        if folder.stat().st_uid != os.getuid():
            raise ForeignFolderError(str(folder))
        folder.chmod(0o700)
    return folder


def is_ours(path: Path) -> bool:
    """A regular file of this user that nobody else can write or read, in a folder of which the same holds."""
    try:
        found, folder = path.lstat(), path.parent.lstat()
    except OSError:
        return False
    if not (stat.S_ISREG(found.st_mode) and stat.S_ISDIR(folder.st_mode)):
        return False
    if os.name != "posix":
        return True
    return found.st_uid == folder.st_uid == os.getuid() and not found.st_mode & 0o077 and not folder.st_mode & 0o077


def digest_file(path: Path) -> Path:
    """Where the keyed digest of `path` stands."""
    return path.with_suffix(".mac")


def believed(path: Path) -> bytes | None:
    """What is in the file, if it is ours and as we left it; None otherwise."""
    files = (path, digest_file(path), path.parent / "key")
    if not all(is_ours(file) for file in files):
        return None
    try:
        noted, folder_key, content = files[1].read_text("ascii"), files[2].read_bytes(), path.read_bytes()
    except (OSError, ValueError):
        return None
    return content if len(folder_key) == KEY_BYTES and hmac.compare_digest(noted, _digest(folder_key, content)) else None


def keep(path: Path, content: bytes) -> None:
    """Write `content` and its digest into the owner-only folder of `path`; OSError."""
    folder_key = key(own_folder(path.parent))
    _write(path, content)
    _write(digest_file(path), _digest(folder_key, content).encode("ascii"))


def key(folder: Path) -> bytes:
    """The folder's random key, made by whoever comes first."""
    path = folder / "key"
    if not is_ours(path) or path.stat().st_size != KEY_BYTES:
        path.unlink(missing_ok=True)
        descriptor, name = tempfile.mkstemp(dir=folder, prefix=".new-")
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(name)
        Path(name).unlink()
    return path.read_bytes()


def _digest(folder_key: bytes, content: bytes) -> str:
    return hmac.digest(folder_key, content, "sha256").hex()


def _write(path: Path, content: bytes) -> None:
    """Write to a file of mode 0600 that appears complete or not at all."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
