"""The component compiled for this machine, kept in an owner-only folder.

Theory of operation. Loading a compiled component runs native code, so a file is loaded only if it is ours (`core/owned.py`). Anything else is removed and
compiled anew (8 s of an idle core or more, 17 s measured with two). The name holds the component, the wasmtime version and the CPU's features. Files
appear by renaming, so two processes may compile at the same time: the later one wins, both are right.
"""

import hashlib
import platform
import sys
import threading
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sparring.core.owned import ForeignFolderError, believed, keep, key, own_folder
from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.sandbox.exact.artifact import engine_id, read_component

if TYPE_CHECKING:
    from wasmtime import Engine
    from wasmtime.component import Component

Progress = Callable[[float], None]
EXPECTED_SECONDS = 17.0


def load(folder: Path, engine: "Engine", progress: Progress | None = None) -> "Component":
    """The compiled component, from `folder` if it is there and ours, else compiled now and stored. JudgeError when neither works.

    `progress` is told an estimate of the fraction done, several times a second, while it compiles.
    """
    from wasmtime import WasmtimeError
    from wasmtime.component import Component

    path = _path(folder)
    if believed(path) is not None:
        try:
            return Component.deserialize_file(engine, str(path))
        except WasmtimeError:
            path.unlink(missing_ok=True)
    _ready(folder)
    component = _compile(engine, progress)
    store(folder, bytes(component.serialize()))
    return component


def is_prepared(folder: Path) -> bool:
    """Whether a compiled component that we trust is in `folder`."""
    return believed(_path(folder)) is not None


def store(folder: Path, compiled: bytes) -> Path:
    """Put a compiled component into `folder`, made owner-only."""
    _ready(folder)
    path = _path(folder)
    try:
        keep(path, compiled)
        _forget_old(folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return path


def _ready(folder: Path) -> None:
    """Make the folder ready to store into, before any work is spent."""
    try:
        key(own_folder(folder))
    except ForeignFolderError as error:
        raise JudgeError(Message("sandbox.cache-foreign", {"folder": str(folder)})) from error
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> JudgeError:
    return JudgeError(Message("sandbox.cache-unwritable", {"folder": str(folder), "reason": error.strerror or str(error)}))


def _forget_old(folder: Path) -> None:
    """Remove what other versions left here and have not renewed for a month: 50 MB each."""
    for file in (*folder.glob("exact-*.cwasm"), *folder.glob("exact-*.mac"), *folder.glob(".new-*")):
        if file.lstat().st_mtime < time.time() - 30 * 86400:
            file.unlink(missing_ok=True)


def _compile(engine: "Engine", progress: Progress | None) -> "Component":
    from wasmtime import WasmtimeError
    from wasmtime.component import Component

    source = read_component()
    made: list[Component | WasmtimeError] = []

    def work() -> None:
        try:
            made.append(Component(engine, source))
        except WasmtimeError as error:
            made.append(error)

    thread = threading.Thread(target=work, name="compile")
    thread.start()
    elapsed = 0.0
    while thread.is_alive():
        thread.join(0.25)
        elapsed += 0.25
        if progress:
            progress(min(elapsed / EXPECTED_SECONDS, 0.99))
    if not made or isinstance(made[0], WasmtimeError):
        raise JudgeError(Message("sandbox.component-damaged", {"file": "python.wasm.xz"}))
    if progress:
        progress(1.0)
    return made[0]


def _path(folder: Path) -> Path:
    return folder / f"{engine_id()}-{target()}.cwasm"


@lru_cache(1)
def target() -> str:
    """A short name of this machine's CPU and its features: native code of another one must not be loaded."""
    features = ""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines()
        features = next((line for line in lines if line.startswith(("flags", "Features"))), "")
    except OSError:
        features = platform.processor()
    return f"{sys.platform}-{platform.machine()}-{hashlib.sha256(features.encode()).hexdigest()[:12]}"
