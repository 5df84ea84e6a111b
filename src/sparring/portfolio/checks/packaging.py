"""How the project is declared: its file, what it needs, what it says that it needs and does not use, and the licence."""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from typing import Any

from sparring.core.evidence import Place
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, bad, either, good, missing, not_observed
from sparring.portfolio.repository import Repository

_LICENCES = (
    "license",
    "license.md",
    "license.txt",
    "licence",
    "licence.md",
    "copying",
    "copying.md",
    "unlicense",
    "license.rst",
    "licenses/mit.txt",
)
_REQUIREMENT = re.compile(r"^\s*([A-Za-z0-9][A-Za-z0-9._-]*)")
# Distribution -> import name, where they differ and the environment does not tell.
_IMPORT_NAMES = {
    "beautifulsoup4": "bs4", "pillow": "PIL", "pyyaml": "yaml", "scikit-learn": "sklearn", "opencv-python": "cv2", "python-dotenv": "dotenv",
    "psycopg2-binary": "psycopg2", "psycopg-binary": "psycopg", "djangorestframework": "rest_framework", "python-dateutil": "dateutil",
    "pyjwt": "jwt", "flask-sqlalchemy": "flask_sqlalchemy", "django-cors-headers": "corsheaders", "django-filter": "django_filters",
    "mysqlclient": "MySQLdb", "python-jose": "jose", "pymysql": "pymysql", "attrs": "attr", "protobuf": "google", "pyserial": "serial",
    "discord-py": "discord", "python-multipart": "multipart", "gitpython": "git", "pycryptodome": "Crypto", "websocket-client": "websocket",
    "google-cloud-storage": "google", "google-api-python-client": "googleapiclient", "pymupdf": "fitz", "umap-learn": "umap",
    "dnspython": "dns", "python-telegram-bot": "telegram", "pydantic-settings": "pydantic_settings", "pillow-heif": "pillow_heif",
    "imbalanced-learn": "imblearn", "pytorch-lightning": "pytorch_lightning", "sentence-transformers": "sentence_transformers",
}  # fmt: skip
# May be needed without being imported by a program's own code: servers, drivers, plug-ins, tools.
_NEVER_IMPORTED = re.compile(
    r"^(gunicorn|uvicorn|hypercorn|daphne|waitress|psycopg.*|mysqlclient|asyncpg|aiosqlite|redis|pytest.*|coverage|mypy|ruff|black|isort|flake8.*|pylint|tox|nox"
    r"|pre-commit|ipykernel|jupyter.*|notebook|wheel|setuptools|pip|twine|build|hatchling|sphinx.*|mkdocs.*|types-.*|.*-stubs|python-multipart|pyarrow|openpyxl|xlrd"
    r"|lxml|whitenoise|django-.*|email-validator|cryptography|tzdata|greenlet|h5py|tables|fastparquet|bandit|safety|pyright|ipython|debugpy|watchdog|argon2-cffi|bcrypt)$"
)


def declared(repository: Repository) -> dict[str, Place]:
    """The distributions that requirements files and pyproject.toml name, each with its place."""
    found: dict[str, Place] = {}
    for file in repository.files:
        if (
            re.fullmatch(r"(.*/)?requirements[\w.-]*\.(txt|in)|(.*/)?requirements/[\w.-]+\.(txt|in)", file.path)
            and file.path.count("/") <= 2
        ):
            text = repository.text(file)
            if "--hash=" in text or "# via" in text:  # a lock file lists what comes along, not what was chosen
                continue
            for number, line in enumerate(text.splitlines(), 1):
                match = _REQUIREMENT.match(line)
                if match and not line.lstrip().startswith(("-", "#")):
                    found.setdefault(_normal(match[1]), Place(file.path, number, 0, "", line.strip()[:160]))
    text = repository.text(repository.find("pyproject.toml"))
    for name in _from_pyproject(text):
        at = next((n for n, row in enumerate(text.splitlines(), 1) if name.lower() in row.lower()), 1)
        found.setdefault(_normal(name), Place("pyproject.toml", at, 0, "", text.splitlines()[at - 1].strip()[:160]))
    return found


def _from_pyproject(text: str) -> list[str]:
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return []
    project, poetry = table.get("project", {}), table.get("tool", {}).get("poetry", {})
    listed = list(project.get("dependencies", [])) if isinstance(project, dict) else []
    names = [match[1] for entry in listed if isinstance(entry, str) and (match := _REQUIREMENT.match(entry))]
    poetry_names = list(poetry.get("dependencies", {})) if isinstance(poetry, dict) else []
    return names + [name for name in poetry_names if name.lower() != "python"]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def _installed() -> dict[str, frozenset[str]]:
    """What each distribution that is installed beside this program is imported as: reading it takes a quarter of a second."""
    found: dict[str, set[str]] = defaultdict(set)
    for module, owners in metadata.packages_distributions().items():
        for owner in owners:
            found[_normal(owner)].add(module)
    return {owner: frozenset(modules) for owner, modules in found.items()}


def _import_names(distribution: str) -> set[str]:
    known = set(_installed().get(distribution, ()))
    own = distribution.replace("-", "_")
    return known | {_IMPORT_NAMES.get(distribution, own), own}


def _declares(subject: Subject) -> Iterator[Finding]:
    imports = subject.sources.imports
    if not imports:
        return
    names = declared(subject.repository)
    covered = {module.lower() for name in names for module in _import_names(name)}
    for_tests = {module.lower() for name in _for_developers(subject.repository) for module in _import_names(name)}
    if not names and not subject.repository.find("environment.yml", "Pipfile", "setup.py", "setup.cfg"):
        told = {module: p for module, p in imports.items() if not (_only_in_tests(subject, module) and module.lower() in for_tests)}
        yield from either("dependencies-declared", _in_order(told), names=", ".join(sorted(told)[:6]), declared=len(for_tests))
        return
    if not names:
        return
    tops = {name.split("-")[0] for name in names}
    absent = {
        module: place for module, place in imports.items() if module.lower() not in covered and module.lower().split("_")[0] not in tops
    }
    shipped = {"pkg_resources", "setuptools", "pip", "_typeshed", "yaml" if "pyyaml" in names else ""}
    absent = {module: place for module, place in absent.items() if module not in shipped and not _only_in_tests(subject, module)}
    yield from either("dependencies-declared", list(absent.values()), names=", ".join(sorted(absent)[:6]), declared=len(names))


def _in_order(places: dict[str, Place]) -> list[Place]:
    return sorted(places.values(), key=lambda place: place.file)


def _for_developers(repository: Repository) -> set[str]:
    """What is declared for who works on it: dependency groups (PEP 735), extras, poetry's groups, hatch's environments, tox and nox."""
    try:
        table = tomllib.loads(repository.text(repository.find("pyproject.toml")))
    except (tomllib.TOMLDecodeError, RecursionError):
        table = {}
    tool = _table(table.get("tool"))
    poetry, hatch = _table(tool.get("poetry")), _table(_table(tool.get("hatch")).get("envs"))
    lists = [*_table(table.get("dependency-groups")).values(), *_table(_table(table.get("project")).get("optional-dependencies")).values()]
    lists += [_table(environment).get("dependencies") for environment in hatch.values()]
    lists += [_table(tool.get("uv")).get("dev-dependencies"), *_table(_table(tool.get("pdm")).get("dev-dependencies")).values()]
    lists += [list(_table(_table(group).get("dependencies"))) for group in _table(poetry.get("group")).values()]
    lists.append(list(_table(poetry.get("dev-dependencies"))))
    entries = [entry for some in lists if isinstance(some, list) for entry in some if isinstance(entry, str)]
    envs = " ".join(repository.text(repository.find(name)) for name in ("tox.ini", "tox.toml", "noxfile.py", "setup.cfg"))
    entries += re.findall(r"[A-Za-z][\w.-]+", envs)
    return {_normal(match[1]) for entry in entries if (match := _REQUIREMENT.match(entry))}


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _only_in_tests(subject: Subject, module: str) -> bool:
    return not any(name.split(".")[0] == module for source in subject.sources.program for name, _ in source.imported())


def _unused(subject: Subject) -> Iterator[Finding]:
    names = declared(subject.repository)
    if not names or not subject.sources.imports:
        return
    locked = len(names) > 3 * len(subject.sources.imports) + 10  # a lock file lists what comes along: not what was chosen
    imports = {module.lower() for module in subject.sources.imports}
    mentioned = " ".join(
        subject.repository.text(file)
        for file in subject.repository.files
        if file.name in ("settings.py", "base.py", "Dockerfile", "Procfile")
    )
    rest = {
        name: place
        for name, place in names.items()
        if not {module.lower() for module in _import_names(name)} & imports
        and not any(module in mentioned for module in _import_names(name))
    }
    idle = {name: place for name, place in rest.items() if not locked and not _NEVER_IMPORTED.match(name)}
    unseen = [] if locked else list(_unnamed(subject, [name for name in rest if name not in idle]))
    if idle:
        places = [Place(place.file, place.line, 0, name, place.excerpt) for name, place in idle.items()]
        yield bad("dependencies-used", places, names=", ".join([*idle][:MOST_TOLD]))
    elif not locked and len(unseen) < len(names):
        yield good("dependencies-used", "seen" if unseen else "ok", declared=len(names), used=len(names) - len(unseen))
    if unseen:
        listed = ", ".join(unseen[:MOST_TOLD]) + (" …" if len(unseen) > MOST_TOLD else "")
        yield not_observed("dependencies-unseen", "unseen", count=len(unseen), names=listed)


MOST_TOLD = 6
"""Packages that are named in a sentence."""
_CONFIGURES = re.compile(
    r"(^|/)(Dockerfile[\w.-]*|Procfile|Makefile|justfile|tox\.ini|noxfile\.py|setup\.cfg|pytest\.ini|mypy\.ini|\.coveragerc|\.flake8|\.pre-commit-config\.yaml|[\w.-]*compose[\w.-]*"
    r"|conf\.py|mkdocs\.ya?ml|[\w.-]+\.(sh|service|conf|nix|ipynb))$|^\.github/|^\.gitlab-ci|^\.circleci/|^\.ci/",
    re.IGNORECASE,
)
"""Files that start, test or document a program: what they name is used."""
_SECTION = re.compile(r"^[ \t]*\[+(?:tool\.)?(?P<tool>[\w-]+)|^[ \t]*(?:requires|build-backend)[ \t]*=(?P<build>.*)$", re.MULTILINE)


def _unnamed(subject: Subject, names: list[str]) -> Iterator[str]:
    """Those of the packages (which nothing imports) that neither a setting, nor what starts, tests or builds the program, nor an address or dotted path in the code names."""
    if not names:
        return
    texts = [
        subject.repository.text(file) for file in subject.repository.files if _CONFIGURES.search(file.path) and file.size < MOST_SETTING
    ]
    texts += [
        " ".join(filter(None, match.groups()))
        for match in _SECTION.finditer(subject.repository.text(subject.repository.find("pyproject.toml")))
    ]
    texts += [
        constant.value
        for source in subject.sources.all
        for constant in source.of(ast.Constant)
        if isinstance(constant.value, str)
        and len(constant.value) < LONGEST_PATH
        and re.search(r"[.:]", constant.value)
        and " " not in constant.value
    ]
    said = "\n".join(texts).lower()
    for name in names:
        known = {name, *(module.lower() for module in _import_names(name)), *_ROOTS.get(name, ())}
        if not any(re.search(rf"(?<![a-z0-9]){re.escape(one)}(?![a-z0-9])", said) for one in known):
            yield name


MOST_SETTING, LONGEST_PATH = 1 << 17, 200
_ROOTS = {
    "psycopg2-binary": ("postgresql", "postgres"), "psycopg2": ("postgresql", "postgres"), "psycopg": ("postgresql", "postgres"), "mysqlclient": ("mysql",),
    "psycopg-binary": ("postgresql", "postgres"), "asyncpg": ("postgresql", "postgres"), "argon2-cffi": ("argon2passwordhasher",), "bcrypt": ("bcryptsha256passwordhasher",),
    "pytest-cov": ("--cov",), "pytest-asyncio": ("pytest.mark.asyncio", "asyncio_mode"), "pytest-xdist": ("-n",), "pytest-django": ("django_settings_module",),
    "ipykernel": ("ipynb", "kernelspec"), "notebook": ("kernelspec",), "jupyter": ("kernelspec",), "jupyterlab": ("kernelspec",),
}  # fmt: skip
"""By what else a package shows that something uses it."""


def _project_file(subject: Subject) -> Iterator[Finding]:
    if not subject.sources.program:
        return
    file = subject.repository.find(
        "pyproject.toml",
        "setup.py",
        "setup.cfg",
        "requirements.txt",
        "environment.yml",
        "Pipfile",
        "requirements/base.txt",
        "requirements.in",
    )
    yield (
        good("project-file", modules=len(subject.sources.program))
        if file
        else missing("project-file", modules=len(subject.sources.program))
    )


def _pyproject_reads(subject: Subject) -> Iterator[Finding]:
    file = subject.repository.find("pyproject.toml")
    if file:
        try:
            tomllib.loads(subject.repository.text(file))
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            yield bad("pyproject-broken", [Place(file.path, 0, 0, str(error) or "RecursionError")])


def _licence(subject: Subject) -> Iterator[Finding]:
    file = subject.repository.find(*_LICENCES)
    yield (
        good("licence", words=len(subject.repository.text(file).split()))
        if file
        else missing("licence", files=len(subject.repository.files))
    )


LOOKS: tuple[Look, ...] = (_project_file, _pyproject_reads, _declares, _unused, _licence)
WEIGHTS = {
    "project-file": Weight(4, 20),
    "pyproject-broken": Weight(5, 10),
    "dependencies-declared": Weight(5, 15),
    "dependencies-used": Weight(2, 10),
    "licence": Weight(2, 5),
}
