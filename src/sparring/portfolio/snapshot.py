"""Writes the last commit's regular files into an empty folder, for tools that read folders.

No link is followed or made, no submodule fetched, no name may leave the folder, nothing is made executable, and the whole is bounded.
"""

from pathlib import Path, PurePosixPath

from sparring.portfolio.repository import Repository

MOST_TOTAL = 200 << 20
_RESERVED = {"CON", "PRN", "AUX", "NUL"}


def write(repository: Repository, folder: Path) -> int:
    """Write what can be written safely; how many files that were. A file that cannot be (name, size) is left out."""
    total = count = 0
    for file in repository.files:
        target = _inside(folder, file.path)
        if target is None or file.link or file.submodule:
            continue
        content = repository.content(file)
        total += len(content)
        if total > MOST_TOTAL:
            break
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except OSError:  # a name this file system does not know, or a file where another commit had a folder
            continue
        count += 1
    return count


def _inside(folder: Path, path: str) -> Path | None:
    parts = PurePosixPath(path).parts
    odd = any(part in ("..", ".", ".git", "") or "\0" in part or "\\" in part or part.upper() in _RESERVED for part in parts)
    return None if odd or path.startswith("/") else folder.joinpath(*parts)
