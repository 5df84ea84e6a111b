"""The packaging guides as repo-review and pyroma read them: small points, in one finding."""

import tomllib
from collections.abc import Iterator
from typing import Any

from sparring.core.evidence import Place
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, either, not_observed

# What of repo-review's checks every Python project can be measured by; the rest is a matter of a community's taste.
ASKED = ("PY001", "PY002", "PP002", "PP003", "PP301", "PP303", "GH100", "GH200", "RF001", "MY100", "VPP001")
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

    told = process(subject.folder).results
    return [
        Place("pyproject.toml", 0, 0, f"{result.name}: {result.description}")
        for result in told
        if result.name in ASKED and result.result is False
    ]


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
