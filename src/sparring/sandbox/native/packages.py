"""Package sets: the interpreter, and what is installed and already imported in it, that a zygote is warm with."""

import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path


def _own_interpreter() -> str:
    return str(Path(getattr(sys, "_base_executable", None) or sys.executable).resolve())


def _own_packages() -> tuple[str, ...]:
    return tuple(dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib"))))


@dataclass(frozen=True, slots=True)
class PackageSet:
    """What candidates run on: the CPython at `interpreter` (3.11 or newer), its extra `folders` of packages, modules to `preload`.

    Preloaded modules must start no threads. The program's own package is never readable, wherever it is installed.
    """

    interpreter: str = field(default_factory=_own_interpreter)
    folders: tuple[str, ...] = ()
    preload: tuple[str, ...] = ()

    @property
    def prefix(self) -> str:
        """Where the interpreter is installed."""
        return str(Path(self.interpreter).parent.parent)


PLAIN = PackageSet()
PYTEST = PackageSet(folders=_own_packages(), preload=("pytest", "unittest"))
