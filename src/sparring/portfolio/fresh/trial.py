"""Installs a fresh clone and runs its tests.

Theory of operation. What the project asks for is read from its files (`needs.py`); the packages are fetched as wheels only, into a folder of their own, by the package
installer with the user's own settings: no code runs while a wheel is unpacked. Everything that does run code (the project's build, its tests, the packages'
start-up files) happens behind the native engine's outer wall, without a network, on a copy. So nothing of the repository ever sees the network, the home folder
or another process.
"""

import json
import platform
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sparring.portfolio.fresh import needs as asked
from sparring.portfolio.repository import Repository
from sparring.sandbox.native import command

FETCH_SECONDS, RUN_SECONDS = 300, 300
_OFFLINE = re.compile(
    r"dns error|failed to (fetch|lookup)|error sending request|connection (refused|reset|error)|temporary failure|timed out|network is unreachable",
    re.I,
)
Reason = Literal["no-walls", "python", "offline", "refused-lines", "incomplete", "time", "memory", "output", "silent"]


@dataclass(frozen=True, slots=True)
class Test:
    """A test that did not pass: where, which, how (`failed`, `error`), and the end of what it said."""

    file: str
    line: int
    name: str
    outcome: str
    said: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it. `why` it could not be tried ('' if it was), with `detail`; `installed` None where there was nothing to build; `passed`… None where no suite ran;
    `covered` by file: statements, of which run.
    """

    why: Reason | Literal[""] = ""
    detail: str = ""
    installed: bool | None = None
    said: str = ""
    packages: int = 0
    refused: tuple[str, ...] = ()
    counts: dict[str, int] | None = None
    broken: tuple[Test, ...] = ()
    ran: bool | None = None
    seconds: float = 0.0
    covered: dict[str, tuple[int, int]] | None = None


def trial(repository: Repository, folder: Path, scratch: Path) -> Trial:
    """Try the copy in `folder` of the repository's last commit; `scratch` is an empty folder for its packages."""
    if not command.walled():
        return Trial("no-walls")
    wanted = asked.needs(repository)
    if asked.unmet(wanted.python, platform.python_version()):
        return Trial("python", wanted.python)
    packages = scratch / "packages"
    packages.mkdir()
    names = asked.with_tools(wanted.wanted)
    code, said = _fetch(names, packages, scratch)
    if code:
        return Trial("offline", said[-300:]) if _OFFLINE.search(said) else Trial(installed=False, said=said, refused=wanted.refused)
    arguments = [str(RUN_SECONDS), "yes" if wanted.builds else "no", wanted.manage]
    done = command.run(Path(__file__).with_name("behind.py"), arguments, {"project": folder, "packages": packages}, RUN_SECONDS + 30)
    if done.stopped in ("time", "memory", "output"):
        return Trial(done.stopped, refused=wanted.refused)  # type: ignore[arg-type]
    return _read(done.output, wanted, len(names))


def _fetch(names: list[str], packages: Path, scratch: Path) -> tuple[int, str]:
    """Wheels only; the installer runs in an empty folder, so that no setting of the repository reaches it."""
    empty = scratch / "empty"
    empty.mkdir()
    uv = Path(sys.executable).with_name("uv.exe" if sys.platform == "win32" else "uv")
    base = (
        [str(uv), "pip", "install", "--python", sys.executable] if uv.exists() else [sys.executable, "-m", "pip", "install", "--no-input"]
    )
    line = [*base, "--quiet", "--only-binary", ":all:", "--target", str(packages), "--", *names]
    try:
        done = subprocess.run(line, cwd=empty, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=FETCH_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return 1, "timed out"
    return done.returncode, done.stdout[-3000:].decode("utf-8", "replace")


def _read(output: bytes, wanted: asked.Needs, count: int) -> Trial:
    """What the script told; it comes from beside the project's code, so nothing of its form is taken for granted."""
    try:
        told = json.loads(output.splitlines()[-1])
        suite = told.get("suite")
        installed = None if "code" not in told else told["code"] == 0
        said = str(told.get("said", ""))[-3000:]
        if not isinstance(suite, dict):
            return Trial(installed=installed, said=said, packages=count, refused=wanted.refused)
        return _suite(suite, Trial(installed=installed, said=said, packages=count, refused=wanted.refused))
    except (ValueError, IndexError, KeyError, TypeError, AttributeError):
        return Trial("silent", output[-300:].decode("utf-8", "replace"))


def _suite(suite: dict[str, Any], so_far: Trial) -> Trial:
    rows = [Test(str(f), int(n), str(name), str(how), str(what)) for f, n, name, how, what in suite["tests"] or ()]
    counts = (
        {how: sum(row.outcome == how for row in rows) for how in ("passed", "failed", "error", "skipped")}
        if suite["tests"] is not None
        else None
    )
    said = str(suite["said"])
    if counts is None:
        match = re.search(r"Ran (\d+) tests? in", said)
        counts = {"passed": int(match[1])} if match and suite["code"] == 0 else None
    return Trial(
        installed=so_far.installed,
        said=said[-3000:],
        packages=so_far.packages,
        refused=so_far.refused,
        counts=counts,
        broken=tuple(row for row in rows if row.outcome in ("failed", "error")),
        ran=suite["code"] == 0,
        seconds=float(suite["seconds"]),
        covered={str(name): (int(total), int(hit)) for name, (total, hit) in suite["covered"].items()},
    )
