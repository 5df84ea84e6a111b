"""What the two benches that learn `explain`'s weights share: the answers beside the kind's tests, their exercises, and how a bench of this sort ends."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sparring.core.exercise import Exercise
from sparring.kinds.explain import KIND
from sparring.kinds.explain.schema import ExplainSpec
from sparring.kinds.kind import Folder

ROOT = Path(__file__).parents[1]
TESTS, PACK = ROOT / "src/sparring/kinds/explain/tests", ROOT / "packs/core/exercises/explain"


def rows(name: str) -> list[dict[str, Any]]:
    """The answers of a set: exercise, language, text and mostly a level."""
    found: list[dict[str, Any]] = json.loads((TESTS / f"{name}.json").read_text(encoding="utf-8"))["answers"]
    return found


@cache
def spec(name: str) -> ExplainSpec:
    """What an exercise of the core pack looks for."""
    exercise = KIND.load(Folder(PACK / name, f"core:{name}", ("en", "it")))
    assert isinstance(exercise, Exercise), exercise
    found: ExplainSpec = exercise.spec
    return found


def ended(weights: Path, text: str, figures: Mapping[str, Mapping[str, str]], flags: list[str]) -> int:
    """Write the weights (`--write`) and print the figures (`--json`), by section and name; 1 if what is committed is not `text`."""
    if "--write" in flags:
        weights.write_text(text, encoding="utf-8")
    same = weights.read_text(encoding="utf-8") == text
    if "--json" in flags:
        print(json.dumps({"figures": figures, "same": same}))
    else:
        for section, told in figures.items():
            print(f"{section:16}", "   ".join(f"{name}: {figure}" for name, figure in told.items()))
        print(text if same else f"{weights.name} is not what these answers give; --write makes it anew:\n{text}")
    return 0 if same else 1
