"""Finds the measures by looking into this folder: a new one is a new file."""

import importlib
import pkgutil
from functools import lru_cache
from pathlib import Path

from sparring.usecases.bench.figures import Measure


@lru_cache(maxsize=1)
def measures() -> dict[str, Measure]:
    """All measures by name, sorted."""
    found: dict[str, Measure] = {}
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        measure = getattr(importlib.import_module(f"{__package__}.{module.name}"), "MEASURE", None)
        if isinstance(measure, Measure):
            found[measure.name] = measure
    return dict(sorted(found.items()))
