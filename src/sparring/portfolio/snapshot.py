"""Writes the last commit's regular files into an empty folder, for tools that read folders.

No link is followed or made, no submodule fetched, no name may leave the folder, nothing is made executable, and the whole is bounded, in bytes and in files:
a hundred thousand small ones take minutes to write, and longer to remove.
"""

from pathlib import Path, PurePosixPath

from sparring.portfolio.repository import OutOfTimeError, Repository

MOST_TOTAL = 200 << 20
MOST_WRITTEN, MOST_TRIED = 5_000, 20_000
"""Files written at most: to be looked at, and to be installed and tested."""
_RESERVED = {"CON", "PRN", "AUX", "NUL"}


def write(repository: Repository, folder: Path, most: int = MOST_WRITTEN) -> tuple[int, int]:
    """Write what can be written safely, what is nearest to the root first; how many files that were, and how many more there are for which `most`, MOST_TOTAL
    or the time did not suffice. A file that cannot be written (its name, its size) is neither.
    """
    regular = [file for file in repository.files if not (file.link or file.submodule) and _inside(folder, file.path)]
    total = count = 0
    for number, file in enumerate(sorted(regular, key=lambda file: file.path.count("/"))):
        if number >= most or total + file.size > MOST_TOTAL:
            return count, len(regular) - number
        try:
            content = repository.content(file)
            target = folder / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except OutOfTimeError:
            return count, len(regular) - number
        except OSError:  # a name this file system does not know, or a file where another commit had a folder
            continue
        total += len(content)
        count += 1
    return count, 0


def _inside(folder: Path, path: str) -> Path | None:
    parts = PurePosixPath(path).parts
    odd = any(part in ("..", ".", ".git", "") or "\0" in part or "\\" in part or part.upper() in _RESERVED for part in parts)
    return None if odd or path.startswith("/") else folder.joinpath(*parts)
