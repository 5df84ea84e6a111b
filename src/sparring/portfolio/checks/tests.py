"""Tests as they are written: whether there are any, whether they assert something, which modules none of them reaches."""

import ast
from collections.abc import Iterator

from sparring.core.evidence import Place
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, bad, either, good, missing
from sparring.portfolio.sources import Function, Source

_ASSERTING = ("assert", "raises", "warns", "approx", "fail", "should", "expect", "verify", "check")
_ENTRANCES = ("__init__.py", "__main__.py", "setup.py", "manage.py", "conftest.py", "noxfile.py")
BIG = 40
"""Lines of code from which a module without a test is worth a word."""


def tests_of(source: Source) -> list[Function]:
    """The test functions of a file."""
    return [function for function in source.functions if function.name.startswith("test")]


def _exist(subject: Subject) -> Iterator[Finding]:
    if not subject.sources.program:
        return
    count = sum(len(tests_of(source)) for source in subject.sources.tests)
    yield good("tests", tests=count) if count else missing("tests", modules=len(subject.sources.program))


def _assert(subject: Subject) -> Iterator[Finding]:
    tests = [(source, test) for source in subject.sources.tests for test in tests_of(source)]
    if tests:
        helpers = _asserting_helpers(subject)
        silent = [source.place(test.lineno) for source, test in tests if not _asserts(test, helpers)]
        yield from either("tests-assert", silent, tests=len(tests))


def _asserting_helpers(subject: Subject) -> frozenset[str]:
    """The functions of the test files that assert themselves, so that a test may leave it to them."""
    every = [f for source in subject.sources.all if source.is_test or "test" in source.path for f in source.functions]
    return frozenset(function.name for function in every if not function.name.startswith("test") and _asserts(function, frozenset()))


def _asserts(function: ast.AST, helpers: frozenset[str]) -> bool:
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
            if name in helpers or name.lower().startswith(_ASSERTING):
                return True
    return False


def untested(subject: Subject) -> list[tuple[Source, int]]:
    """Larger modules that no test file imports, nor anything that a test reaches, with their lines of code; largest first."""
    program = {source.path: source for source in subject.sources.program if source.nodes}
    seen: set[str] = set()
    todo = list(subject.sources.tests)
    while todo:
        source = todo.pop()
        for name in _reached(source):
            for path, other in program.items():
                if path not in seen and _is(path, name):
                    seen.add(path)
                    todo.append(other)
    rest = [(source, _code_lines(source)) for path, source in program.items() if path not in seen and source.file.name not in _ENTRANCES]
    return sorted((pair for pair in rest if pair[1] >= BIG), key=lambda pair: -pair[1])


def _reached(source: Source) -> Iterator[str]:
    """Dotted names that the file imports, names after `from … import` and relative ones included."""
    yield from (name for name, _ in source.imported())
    folder = source.path.rsplit("/", 1)[0].split("/") if "/" in source.path else []
    for node in source.nodes:
        if isinstance(node, ast.ImportFrom):
            base = folder[: len(folder) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            yield stem
            yield from (f"{stem}.{alias.name}".strip(".") for alias in node.names)


def _is(path: str, name: str) -> bool:
    module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return bool(name) and (module == name or module.endswith(f".{name}"))


def _code_lines(source: Source) -> int:
    return sum(1 for line in source.text.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def _cover(subject: Subject) -> Iterator[Finding]:
    if any(tests_of(source) for source in subject.sources.tests):
        places = [Place(source.path, 1, 0, f"{lines}") for source, lines in untested(subject)]
        yield bad("tests-reach", places) if places else good("tests-reach", modules=len(subject.sources.program))


LOOKS: tuple[Look, ...] = (_exist, _assert, _cover)
WEIGHTS = {"tests": Weight(5, 45), "tests-assert": Weight(4, 30), "tests-reach": Weight(3, 90)}
