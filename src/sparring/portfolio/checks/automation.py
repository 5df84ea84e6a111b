"""What runs by itself: continuous integration, types, linter."""

import ast
import re
from collections.abc import Iterator

from sparring.core.evidence import Place
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, bad, good, missing
from sparring.portfolio.repository import File
from sparring.portfolio.sources import Function

_CI = re.compile(
    r"^(\.github/workflows/[^/]+\.ya?ml|\.gitlab-ci\.yml|\.circleci/config\.yml|azure-pipelines\.yml|Jenkinsfile|\.travis\.yml|bitbucket-pipelines\.yml"
    r"|\.woodpecker(\.yml|/.+)|\.forgejo/workflows/.+|\.ci/run|\.drone\.yml|appveyor\.yml)$"
)
_TESTS = re.compile(
    r"\b(pytest|unittest|tox|nox|hatch (run )?test|manage\.py test|make (test|check|ci)|uv run .*test|dev\.py test|just test|coverage run)\b"
)
_LINTERS = ("ruff", "flake8", "pylint")
_TYPE_CHECKERS = ("mypy", "pyright", "basedpyright", "pyre", "pytype")
TYPED = 0.5
"""Share of the functions' parameters and results with a hint from which the code counts as typed."""


def _pipelines(subject: Subject) -> list[File]:
    return [file for file in subject.repository.files if _CI.match(file.path)]


def _exists(subject: Subject) -> Iterator[Finding]:
    if subject.sources.program:
        files = _pipelines(subject)
        yield good("ci", files=len(files)) if files else missing("ci", files=len(subject.repository.files))


def _runs_tests(subject: Subject) -> Iterator[Finding]:
    files = _pipelines(subject)
    if not files or not subject.sources.tests:
        return
    running = [file for file in files if _TESTS.search(subject.repository.text(file))]
    yield good("ci-tests", files=len(running)) if running else bad("ci-tests", [Place(file.path, 1, 0, "") for file in files])


def _configured(subject: Subject, names: tuple[str, ...]) -> bool:
    files = {file.path.lstrip(".") for file in subject.repository.files if "/" not in file.path}
    if any(f"{name}{end}" in files for name in names for end in (".toml", ".ini", "rc", "config.json", "")):
        return True
    settings = ("pyproject.toml", "setup.cfg", "tox.ini", ".pre-commit-config.yaml", "noxfile.py", "Makefile")
    texts = [subject.repository.text(subject.repository.find(name)) for name in settings]
    texts += [subject.repository.text(file) for file in _pipelines(subject)]
    return any(name in text for name in names for text in texts)


def _linter(subject: Subject) -> Iterator[Finding]:
    if subject.sources.program:
        found = _configured(subject, _LINTERS)
        yield good("linter", modules=len(subject.sources.program)) if found else missing("linter", modules=len(subject.sources.program))


def _types(subject: Subject) -> Iterator[Finding]:
    hinted = total = 0
    for source in subject.sources.program:
        for function in source.functions:
            slots = [argument.annotation for argument in _parameters(function)] + [function.returns]
            total += len(slots)
            hinted += sum(slot is not None for slot in slots)
    if total < 20:
        return
    share = hinted / total
    if share >= TYPED:
        yield good("types", hinted=hinted, total=total)
    else:
        yield missing("types", hinted=hinted, total=total)
    if share >= TYPED and not _configured(subject, _TYPE_CHECKERS):
        yield missing("type-checker", hinted=hinted)


def _parameters(function: Function) -> list[ast.arg]:
    every = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return [argument for argument in every if argument.arg not in ("self", "cls")]


LOOKS: tuple[Look, ...] = (_exists, _runs_tests, _linter, _types)
WEIGHTS = {"ci": Weight(4, 30), "ci-tests": Weight(4, 15), "linter": Weight(3, 15), "types": Weight(3, 120), "type-checker": Weight(2, 30)}
