"""Own code on own machine: a plain limited subprocess, for what the exact engine cannot run where no confinement is available.

It protects against accidents (endless loops, memory, output), not against malice, and says so: `PROTECTIONS` goes into every result. It runs only
what the person consented to: their own code, or a pack that they trust.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

PROTECTIONS = ("cpu-seconds", "memory", "file-size", "wall-seconds", "no-environment")
SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
KEPT_BYTES = 64 << 10


@dataclass(frozen=True, slots=True)
class ScriptOutcome:
    """How a script ended on one interpreter: `version` is that interpreter's (`3.11.7`), `error` the last of stderr."""

    version: str
    status: Literal["passed", "exception", "time-limit"]
    output: str
    error: str


class Unconfined:
    """Runs scripts on the interpreters of this machine."""

    def __init__(self, interpreters: Sequence[str] | None = None) -> None:
        self.interpreters = tuple(interpreters) if interpreters is not None else installed()

    def run_script(self, source: str, name: str = "proof.py", seconds: int = 20, memory_bytes: int = 1 << 30) -> list[ScriptOutcome]:
        """The outcome of the script on each interpreter, isolated from the user's environment and site packages."""
        return [self._run(interpreter, source, name, seconds, memory_bytes) for interpreter in self.interpreters]

    def _run(self, interpreter: str, source: str, name: str, seconds: int, memory_bytes: int) -> ScriptOutcome:
        with tempfile.TemporaryDirectory(prefix="sparring-") as folder, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            (Path(folder) / name).write_text(source, encoding="utf-8")
            command = [interpreter, "-I", "-W", "error", "-X", "utf8", name]
            try:
                code = subprocess.run(
                    command,
                    cwd=folder,
                    env={"PATH": os.defpath, "PYTHONHASHSEED": "0"},
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=err,
                    timeout=3 * seconds,
                    check=False,
                    preexec_fn=Limiter(seconds, memory_bytes) if os.name == "posix" else None,
                ).returncode
            except subprocess.TimeoutExpired:
                code = -9
            texts = []
            for stream in (out, err):
                stream.seek(0)
                texts.append(stream.read(KEPT_BYTES).decode("utf-8", "replace"))
        status: Literal["passed", "exception", "time-limit"] = "passed" if code == 0 else "time-limit" if code in (-9, -24) else "exception"
        return ScriptOutcome(version_of(interpreter) or interpreter, status, texts[0], texts[1][-2000:])


@dataclass(frozen=True, slots=True)
class Limiter:
    """Sets this process's limits; called in the child before the interpreter starts."""

    seconds: int
    memory_bytes: int

    def __call__(self) -> None:
        """Apply the limits."""
        import resource  # not there on Windows, where nobody calls this

        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (self.seconds, self.seconds + 1))
        resource.setrlimit(resource.RLIMIT_DATA, (self.memory_bytes, self.memory_bytes))
        resource.setrlimit(resource.RLIMIT_FSIZE, (16 << 20, 16 << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@lru_cache(maxsize=32)
def version_of(interpreter: str) -> str:
    """The version of an interpreter; '' if it does not start or is none."""
    command = [interpreter, "-I", "-c", "import platform; print(platform.python_implementation(), platform.python_version())"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False).stdout.split()
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return found[1] if len(found) == 2 and found[0] == "CPython" and re.match(r"3\.\d+\.\d+", found[1]) else ""


@lru_cache(maxsize=1)
def installed() -> tuple[str, ...]:
    """The CPythons of this machine that are supported, one a minor version, oldest first; our own is always among them."""
    own = getattr(sys, "_base_executable", None) or sys.executable
    found = {".".join(version_of(own).split(".")[:2]): own}
    for minor in SUPPORTED:
        path = shutil.which(f"python{minor}")
        if path and version_of(path):
            found.setdefault(minor, path)
    return tuple(found[minor] for minor in sorted(found))
