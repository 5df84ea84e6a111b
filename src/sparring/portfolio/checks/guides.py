"""The packaging guides as repo-review and pyroma read them: small points, in one finding."""

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sparring.core.evidence import Place
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, either, not_observed

if TYPE_CHECKING:
    from repo_review.processor import CollectionReturn

# What of repo-review's checks every Python project can be measured by; the rest is a matter of a community's taste, or has a check of its own.
ASKED = ("PY001", "PY002", "PP002", "PP003", "PP301", "PP303", "GH200", "MY100", "VPP001")
GOOD_ENOUGH = 3


def _look(subject: Subject) -> Iterator[Finding]:
    file = subject.repository.find("pyproject.toml")
    if not file:
        return
    text = subject.repository.text(file)
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    try:
        open_points = _reviewed(subject) + _pyroma(table.get("project"), bool(table.get("build-system")), subject)
    except ImportError:
        yield not_observed("guides", "guides")
        return
    yield from either("guides", open_points if len(open_points) >= GOOD_ENOUGH else [], files=1)


def _reviewed(subject: Subject) -> list[Place]:
    from repo_review.processor import process

    told = process(subject.folder, collected=_asked(subject.folder)).results
    return [
        Place("pyproject.toml", 0, 0, f"{result.name}: {result.description.removesuffix('.')}")
        for result in told
        if result.name in ASKED and result.result is False
    ]


def _asked(folder: Path) -> "CollectionReturn":
    """The checks that are asked for, and those that they wait for: the others are not run."""
    from repo_review.checks import collect_checks
    from repo_review.families import Family
    from repo_review.fixtures import collect_fixtures, compute_fixtures
    from repo_review.processor import CollectionReturn

    fixtures = compute_fixtures(folder, folder, collect_fixtures())
    every = collect_checks(fixtures)
    wanted, todo = dict[str, Any](), [name for name in ASKED if name in every]
    while todo:
        name = todo.pop()
        if name in every and name not in wanted:
            wanted[name] = _Valid() if name == "VPP001" else every[name]
            todo += getattr(every[name], "requires", ())
    return CollectionReturn(fixtures, wanted, {check.family: Family() for check in wanted.values()})


class _Valid:
    """Validate pyproject.toml."""

    family = "validate-pyproject"

    def check(self, pyproject: dict[str, Any]) -> str:
        """As validate-pyproject's own check, whose schema is compiled anew each time: what is wrong, '' if nothing is."""
        from validate_pyproject.errors import ValidationError

        try:
            _validator()(pyproject)
        except ValidationError as error:
            return f"Invalid pyproject.toml! Error: {error}"
        return ""


@cache
def _validator() -> Callable[[dict[str, Any]], object]:
    from validate_pyproject.api import Validator

    return Validator()


def _pyroma(project: Any, built: bool, subject: Subject) -> list[Place]:
    """Pyroma's rating of the static metadata. It is given what pyproject.toml says: building the package would run the repository's code."""
    if not isinstance(project, dict) or not built or project.get("dynamic"):
        return []
    from pyroma import ratings

    readme = subject.repository.text(subject.repository.find("readme.md", "readme.rst"))
    data = {
        "name": project.get("name"),
        "version": project.get("version"),
        "description": project.get("description"),
        "long_description": readme,
        "requires-python": project.get("requires-python"),
        "keywords": project.get("keywords"),
        "url": next(iter(project.get("urls", {}).values()), None) if isinstance(project.get("urls", {}), dict) else None,
        "author": bool(project.get("authors")) or None,
    }
    tests = (ratings.Name(), ratings.Version(), ratings.Description(), ratings.PythonRequiresVersion(), ratings.Author())
    return [Place("pyproject.toml", 0, 0, f"pyroma: {test.message()}") for test in tests if test.test(data) is False]


LOOKS: tuple[Look, ...] = (_look,)
WEIGHTS = {"guides": Weight(1, 15)}
