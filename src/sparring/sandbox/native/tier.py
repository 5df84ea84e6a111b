"""What this machine gives: each protection tried out, not looked up, and the name of what they add up to."""

import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sparring.sandbox.native.wall import bwrap

TierName = Literal["strong", "weaker", "unconfined"]
NEEDED = ("outer-wall", "namespaces", "landlock", "seccomp")
ALWAYS = (
    "own-user",
    "no-network",
    "no-processes-outside",
    "scratch-limit",
    "cpu-seconds",
    "wall-seconds",
    "output-limit",
    "no-environment",
)
BY_SECCOMP = ("no-processes", "memory-limit")  # else memory could be shared where no limit counts it
PROBE_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Tier:
    """A level of confinement: its name, the protections it has, those of the strong one that it lacks, bubblewrap's path (None for none)."""

    name: TierName
    protections: tuple[str, ...]
    lacking: tuple[str, ...]
    outer: str | None

    @property
    def confined(self) -> bool:
        """Whether candidates are confined at all."""
        return self.name != "unconfined"


def tier_of(have: frozenset[str], outer: str | None) -> Tier:
    """The tier that these of `NEEDED` (and extras) add up to. Without namespaces, or with nothing that hides the
    machine's files, nothing is confined.
    """
    lacking = tuple(name for name in NEEDED if name not in have)
    if "namespaces" not in have or not have & {"outer-wall", "landlock"}:
        return Tier("unconfined", (), lacking, None)
    protections = (*(name for name in (*NEEDED, "signal-scope") if name in have), *ALWAYS, *(BY_SECCOMP if "seccomp" in have else ()))
    return Tier("weaker" if lacking else "strong", protections, lacking, outer if "outer-wall" in have else None)


@lru_cache(maxsize=1)
def found() -> Tier:
    """The best tier of this machine, tried out once a process."""
    if sys.platform != "linux":
        return tier_of(frozenset(), None)
    from sparring.sandbox.native.inside import kernel

    abi = kernel.landlock_abi()
    tried = {
        "outer-wall": _bwrap_works(),
        "namespaces": _namespaces_work(),
        "landlock": abi >= 1,
        "signal-scope": abi >= 6,
        "seccomp": platform.machine() == "x86_64" and _seccomp_works(),
    }
    return tier_of(frozenset(name for name, works in tried.items() if works), bwrap())


def _bwrap_works() -> bool:
    path = bwrap()
    if path is None:
        return False
    user = [] if os.geteuid() == 0 else ["--unshare-user"]
    command = [path, *user, "--unshare-pid", "--unshare-net", "--ro-bind", "/", "/", "--proc", "/proc", "/bin/true"]
    return _succeeds(command)


def _namespaces_work() -> bool:
    """Whether an unprivileged process may make namespaces of its own; tried as the user that candidates will be."""
    source = (
        "import os, ctypes, sys; u = int(sys.argv[1]); u and (os.setgroups([]), os.setresgid(u, u, u), os.setresuid(u, u, u));"
        "sys.exit(ctypes.CDLL(None).unshare(int(sys.argv[2])) != 0)"
    )
    from sparring.sandbox.native.inside import kernel
    from sparring.sandbox.native.wall import NOBODY

    uid = NOBODY if os.geteuid() == 0 else 0
    return _succeeds([sys.executable, "-I", "-S", "-c", source, str(uid), str(kernel.NAMESPACES)])


def _seccomp_works() -> bool:
    """Whether the kernel filters calls: PR_GET_SECCOMP answers, and the needed action is known."""
    try:
        with open("/proc/sys/kernel/seccomp/actions_avail", encoding="ascii") as actions:  # noqa: PTH123
            return "errno" in actions.read().split()
    except OSError:
        return False


def _succeeds(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=PROBE_SECONDS, check=False, env={}).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
