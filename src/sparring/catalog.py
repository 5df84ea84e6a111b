"""Finds the kinds: our own by looking into `kinds/`, third parties' through the entry points `sparring.kinds`. The only registry."""

import importlib
import importlib.util
import pkgutil
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path

from sparring import kinds
from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.kinds.kind import Kind


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The names of all kinds, without importing them."""
    own = {module.name for module in pkgutil.iter_modules(kinds.__path__) if module.ispkg}
    return tuple(sorted(own | {point.name for point in entry_points(group="sparring.kinds")}))


@lru_cache(maxsize=64)
def kind(name: str) -> Kind:
    """The kind called `name`; UsageError naming the known ones if there is none."""
    for point in entry_points(group="sparring.kinds"):
        if point.name == name:
            found: Kind = point.load()
            return found
    if name not in names():
        raise UsageError(Message("catalog.no-kind", {"kind": name, "known": ", ".join(names())}))
    own: Kind = importlib.import_module(f"sparring.kinds.{name}").KIND
    return own


@lru_cache(maxsize=1)
def locale_folders() -> tuple[Path, ...]:
    """Where third parties' kinds keep their words; our own are found with every other room's."""
    return tuple(folder / "locale" for folder in code_folders())


@lru_cache(maxsize=1)
def code_folders() -> tuple[Path, ...]:
    """The folders of third parties' kinds."""
    folders = []
    for point in entry_points(group="sparring.kinds"):
        spec = importlib.util.find_spec(point.module)
        if spec and spec.origin:
            folders.append(Path(spec.origin).parent)
    return tuple(folders)
