"""What this machine gives: engines, versions, folders, and what is missing."""

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import sparring
from sparring.core.problem import SparringError
from sparring.core.text import Message, Saying
from sparring.sandbox.exact.artifact import COMPONENT, read_component
from sparring.sandbox.interface import Job, JobOutcome, Limits, Step, Value
from sparring.sandbox.native import examine as native
from sparring.sandbox.unconfined import PROTECTIONS, Unconfined, version_of
from sparring.usecases import extras
from sparring.usecases.app import App
from sparring.usecases.storage import Storage, storage
from sparring.words import Words

EXACT_PROTECTIONS = (
    "no-processes",
    "no-files",
    "no-network",
    "own-memory",
    "instruction-limit",
    "memory-limit",
    "output-limit",
    "virtual-clock",
)


@dataclass(frozen=True, slots=True)
class EngineReport:
    """An engine: whether it judged a small program rightly just now, and what it protects from."""

    name: str
    available: bool
    id: str | None
    protections: tuple[str, ...]
    why_not: Saying | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found."""

    engines: tuple[EngineReport, ...]
    versions: dict[str, str]
    folders: dict[str, str]
    storage: Mapping[str, Storage]
    missing: tuple[Saying, ...]

    def data(self, words: Words) -> dict[str, Any]:
        """The stable JSON shape."""
        engines = [
            {
                "name": engine.name,
                "available": engine.available,
                "id": engine.id,
                "protections": list(engine.protections),
                "why_not": words.say(engine.why_not) if engine.why_not else None,
            }
            for engine in self.engines
        ]
        return {
            "engines": engines,
            "versions": self.versions,
            "folders": self.folders,
            "storage": {name: found.data() for name, found in self.storage.items()},
            "missing": [words.say(message) for message in self.missing],
        }


def examine(app: App, requirements: Path | None = None) -> Examined:
    """Look at everything; a broken part is reported, never raised. With the folder of the locked `requirements`, also what can still be installed."""
    exact = _exact(app)
    interpreters = [version_of(path) for path in Unconfined().interpreters]
    unconfined = EngineReport("unconfined", bool(interpreters), ", ".join(interpreters) or None, PROTECTIONS, Message("doctor.unconfined"))
    versions = {
        "sparring": sparring.__version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        **{name: _version(name) for name in ("django", "wasmtime")},
    }
    folders = {"data": str(app.data), "cache": str(app.cache), "packs": str(app.packs[0])}
    kept = {"data": storage(app.data), "cache": storage(app.cache)}
    lacking = (exact.why_not if not exact.available else None, shipped(), *(found.trouble for found in kept.values()))
    missing = [saying for place, saying in enumerate(lacking) if saying and saying not in lacking[:place]]
    return Examined((exact, _native(), unconfined), versions, folders, kept, (*missing, *_not_installed(requirements)))


def _not_installed(requirements: Path | None) -> tuple[Message, ...]:
    """The sets of packages that parts of the program install on first use, and that are not there yet."""
    found = extras.extras(requirements) if requirements else []
    return tuple(Message("doctor.extra", {"name": one.name, "megabytes": one.megabytes}) for one in found if one.missing)


def shipped(component: Path = COMPONENT) -> Saying | None:
    """What is wrong with the engine's file that is shipped, and how to get it back: the compiled one may still work, until it must be made anew."""
    try:
        read_component(component)
    except SparringError as error:
        return error.saying
    return None


def _version(name: str) -> str:
    """The version of a package; '' where it is not installed, which the engine tells."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _exact(app: App) -> EngineReport:
    try:
        outcome = app.engine.run(Job({"solution.py": "def f(n): return sum(range(n))"}, groups=[[Step("eval", "f(10)")]], limits=Limits()))
    except SparringError as error:
        return EngineReport("exact", False, None, EXACT_PROTECTIONS, error.saying)
    right = isinstance(outcome, JobOutcome) and outcome.groups[0][0] is not None and outcome.groups[0][0].result == Value(45)
    return EngineReport("exact", right, app.engine.engine_id, EXACT_PROTECTIONS, None if right else Message("doctor.exact-wrong"))


def _native() -> EngineReport:
    told = native.examine()
    return EngineReport(f"native ({told.tier})", told.available, told.id, told.protections if told.available else (), told.remark)
