"""What the program imports is installed with the set that it says, and no set undoes what another pinned."""

import ast
import re
import sys
from collections import defaultdict
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.conftest import ROOT

SETS = ROOT / "requirements"
ON_FIRST_USE = {
    "av": ("speech", ("language/speech/sound.py",)),
    "faster-whisper": ("speech", ("language/speech/voice.py", "language/speech/whisper.py")),
    "harper-py": ("english", ("language/english/harper.py",)),
    "numpy": ("meaning", ("language/meaning.py", "language/speech/", "usecases/bench/composed/")),
    "ortools": ("planning", ("planning/solver.py",)),
    "pygit2": ("portfolio", ("portfolio/repository.py", "usecases/portfolio.py")),
    "pyroma": ("portfolio", ("portfolio/checks/guides.py",)),
    "repo-review": ("portfolio", ("portfolio/checks/guides.py",)),
    "ruff": ("structure", ("judge/structure/linter.py", "portfolio/checks/code.py")),
    "typst": ("pdf", ("portfolio/paper.py",)),
    "validate-pyproject": ("portfolio", ("portfolio/checks/guides.py",)),
}
"""Distributions outside the base set: the set that brings each, and the only places that may ask for it."""
PIN = re.compile(r"(?m)^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==([^ ;\\]+)(?: ; ([^\\\n]*))?")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(name: str) -> dict[str, set[tuple[str, str]]]:
    """Versions of each distribution in a set, each with the condition on which it is taken."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for distribution, version, condition in PIN.findall((SETS / f"{name}.txt").read_text("utf-8")):
        found[normal(distribution)].add((version, condition.strip()))
    return found


def imports(path: Path) -> set[str]:
    """Names of the packages imported anywhere in a file, also inside functions."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"sparring", "compression"}


def own_files() -> list[Path]:
    """The program's files: without tests, and without what runs inside an engine."""
    apart = {"tests", "samples", "inside"}
    return [path for path in sorted((ROOT / "src/sparring").rglob("*.py")) if not apart & set(path.parts) and path.name != "conftest.py"]


def test_whatever_the_program_imports_comes_with_the_base_or_where_it_is_asked_for():
    base, known = pins("base"), packages_distributions()
    stray = []
    for path in own_files():
        place = path.relative_to(ROOT / "src/sparring").as_posix()
        for module in imports(path):
            distributions = {normal(one) for one in known.get(module, ())}
            asked = [ON_FIRST_USE[one][1] for one in distributions if one in ON_FIRST_USE]
            if not distributions & set(base) and not any(place.startswith(where) for where in asked):
                stray.append(f"{place}: {module}")
    assert not stray


def test_a_set_brings_what_is_imported_only_with_it():
    assert not [one for one, (name, _) in ON_FIRST_USE.items() if one not in pins(name)]


def test_no_set_changes_what_another_installed():
    found: dict[str, dict[str, set[tuple[str, str]]]] = defaultdict(dict)
    for path in SETS.glob("*.txt"):
        for distribution, versions in pins(path.stem).items():
            found[distribution][path.stem] = {(version, condition) for version, condition in versions if "python" not in condition}
    apart = {one: sets for one, sets in found.items() if len({version for versions in sets.values() for version, _ in versions}) > 1}
    assert not apart
