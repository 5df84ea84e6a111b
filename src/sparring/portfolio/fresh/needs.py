"""What a project asks for, read from its files without running any of them."""

import ast
import configparser
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sparring.portfolio.repository import Repository

EXTRAS = ("test", "tests", "testing", "dev", "develop", "development")
FILES = (
    *("requirements.txt", "requirements-dev.txt", "requirements-test.txt", "requirements_dev.txt", "requirements_test.txt"),
    *("dev-requirements.txt", "test-requirements.txt", "requirements/base.txt", "requirements/dev.txt", "requirements/test.txt"),
    *("requirements/tests.txt", "requirements/local.txt"),
)
MOST = 400
_CARET = re.compile(r"^\^")


@dataclass(frozen=True, slots=True)
class Needs:
    """`wanted`: requirements that an index can give; `refused`: lines that would run code or leave the repository (addresses, paths, options); `builds`: whether
    there is something to install; `python`: what it says about versions of Python; `manage`: where Django's manage.py is ('' for none).
    """

    wanted: tuple[str, ...]
    refused: tuple[str, ...]
    builds: bool
    python: str
    manage: str


def needs(repository: Repository) -> Needs:
    """All that the project's files ask for, its tests included."""
    table = _table(repository)
    lines = [*_pyproject(table), *_setup_cfg(repository), *_setup_py(repository), *_files(repository)]
    wanted: dict[str, None] = {}
    refused: dict[str, None] = {}
    for line in lines[:MOST]:
        plain = _plain(line)
        (wanted if plain else refused)[plain or line] = None
    builds = "project" in table or "poetry" in table.get("tool", {}) or any(repository.find(name) for name in ("setup.py", "setup.cfg"))
    if builds and not table.get("build-system"):
        wanted |= {"setuptools": None, "wheel": None}
    manage = next((file.path for file in repository.files if file.name == "manage.py" and file.path.count("/") < 3), "")
    project = table.get("project")
    python = str(project.get("requires-python", "")) if isinstance(project, dict) else ""
    return Needs(tuple(wanted), tuple(refused), bool(builds), python, manage)


def _table(repository: Repository) -> dict[str, Any]:
    try:
        return tomllib.loads(repository.text(repository.find("pyproject.toml")))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _strings(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _pyproject(table: dict[str, Any]) -> Iterator[str]:
    yield from _strings(_dict(table.get("build-system")).get("requires"))
    project = _dict(table.get("project"))
    yield from _strings(project.get("dependencies"))
    for groups in (_dict(project.get("optional-dependencies")), _dict(table.get("dependency-groups"))):
        for name in EXTRAS:
            yield from _strings(groups.get(name))
    poetry = _dict(_dict(table.get("tool")).get("poetry"))
    yield from _poetry(poetry.get("dependencies"))
    yield from _poetry(poetry.get("dev-dependencies"))
    for name in EXTRAS:
        yield from _poetry(_dict(_dict(poetry.get("group")).get(name)).get("dependencies"))


def _poetry(table: Any) -> Iterator[str]:
    for name, value in _dict(table).items():
        version = value if isinstance(value, str) else _dict(value).get("version", "*")
        if name.lower() != "python" and not (isinstance(value, dict) and value.get("optional")):
            bound = "" if version == "*" else _CARET.sub(">=", str(version)).replace("~", "~=" if str(version).count(".") else ">=", 1)
            yield f"{name}{bound if not bound or bound[0] in '<>=~!' else f'=={bound}'}"


def _setup_cfg(repository: Repository) -> Iterator[str]:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(repository.text(repository.find("setup.cfg")))
    except configparser.Error:
        return
    yield from parser.get("options", "install_requires", fallback="").splitlines()
    for name in EXTRAS:
        yield from parser.get("options.extras_require", name, fallback="").splitlines()


def _setup_py(repository: Repository) -> Iterator[str]:
    """Literal lists only: what a setup.py computes is not known before it runs."""
    try:
        tree = ast.parse(repository.text(repository.find("setup.py")))
    except (SyntaxError, ValueError, RecursionError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("install_requires", "tests_require"):
            try:
                yield from _strings(ast.literal_eval(node.value))
            except (ValueError, RecursionError):
                continue


def _files(repository: Repository) -> Iterator[str]:
    seen: set[str] = set()
    todo = [name for name in FILES if repository.find(name)]
    while todo and len(seen) < 20:
        name = todo.pop(0)
        if name in seen:
            continue
        seen.add(name)
        for line in repository.text(repository.find(name)).replace("\\\n", " ").splitlines():
            text = line.split(" #")[0].strip()
            follow = re.match(r"(?:-r|--requirement)[ =]+(\S+)$", text)
            if follow:
                todo.append(f"{name.rpartition('/')[0]}/{follow[1]}".lstrip("/"))
            elif text and not text.startswith(("#", "-c", "--constraint", "--hash")):
                yield re.sub(r"\s+--hash=\S+", "", text)


def _plain(line: str) -> str:
    """The requirement in the form that an index understands; '' where it names an address, a path or an option."""
    from packaging.requirements import InvalidRequirement, Requirement

    try:
        found = Requirement(line.strip())
    except InvalidRequirement:
        return ""
    return "" if found.url else str(found)


def unmet(python: str, version: str) -> bool:
    """Whether `requires-python` leaves this version out."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        return bool(python) and not SpecifierSet(python).contains(version, prereleases=True)
    except InvalidSpecifier:
        return False


def with_tools(wanted: Iterable[str]) -> list[str]:
    """What is installed: the project's, and pip, pytest and coverage, whose versions the project may decide."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    given = list(wanted)
    names = {canonicalize_name(Requirement(one).name) for one in given}
    return [*given, *(name for name in ("pip", "pytest", "coverage") if name not in names)]
