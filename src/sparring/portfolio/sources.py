"""The Python files of a repository, parsed once: imports, functions, tests."""

import ast
import sys
import warnings
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from sparring.core.evidence import Place
from sparring.portfolio.repository import File, Repository

MOST_PARSED = 5_000
_ELSEWHERE = (
    "/.venv/",
    "/venv/",
    "/env/",
    "/site-packages/",
    "/node_modules/",
    "/migrations/",
    "/vendor/",
    "/build/",
    "/dist/",
    "/samples/",
    "/fixtures/",
    "/testdata/",
)


Node = TypeVar("Node", bound=ast.AST)
_UNASKED = frozenset(("ctx", "op", "ops"))

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file, its syntax tree's nodes walked once, and by their type. `nodes` is empty where it cannot be parsed; then `error` says line and why."""

    file: File
    text: str
    nodes: tuple[ast.AST, ...]
    by_type: dict[type[ast.AST], list[Any]]
    functions: tuple[Function, ...] = ()
    error: Place | None = None

    @property
    def path(self) -> str:
        """Where it is."""
        return self.file.path

    @property
    def is_test(self) -> bool:
        """Whether pytest or unittest would look for tests in it."""
        name = self.file.name
        return name.startswith("test_") or name.endswith("_test.py") or name in ("tests.py", "conftest.py")

    def of(self, sort: type[Node]) -> list[Node]:
        """The nodes of exactly this type."""
        return self.by_type.get(sort, [])

    def imported(self) -> Iterator[tuple[str, int]]:
        """The dotted names that it imports absolutely, with their lines."""
        for node in self.of(ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        for origin in self.of(ast.ImportFrom):
            if origin.level == 0 and origin.module:
                yield origin.module, origin.lineno

    def place(self, line: int, what: str = "") -> Place:
        """A line of it as evidence."""
        lines = self.text.splitlines()
        excerpt = lines[line - 1].strip()[:160] if 0 < line <= len(lines) else ""
        return Place(self.path, line, 0, what, excerpt)


class Sources:
    """The repository's own Python files (vendored and generated folders left out)."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository

    @cached_property
    def all(self) -> tuple[Source, ...]:
        """Every own file, parsed; of more than MOST_PARSED those nearest to the root."""
        return tuple(_parse(file, self.repository.text(file)) for file in self._own[:MOST_PARSED])

    @property
    def unparsed(self) -> int:
        """How many own files are more than MOST_PARSED."""
        return max(0, len(self._own) - MOST_PARSED)

    @cached_property
    def _own(self) -> tuple[File, ...]:
        own = [file for file in self.repository.files if file.path.endswith(".py") and not _foreign(file.path)]
        return tuple(sorted(own, key=lambda file: file.path.count("/"))) if len(own) > MOST_PARSED else tuple(own)

    @cached_property
    def tests(self) -> tuple[Source, ...]:
        """The test files."""
        return tuple(source for source in self.all if source.is_test)

    @cached_property
    def program(self) -> tuple[Source, ...]:
        """What is not tests."""
        return tuple(source for source in self.all if not source.is_test and "tests/" not in f"{source.path}/")

    @cached_property
    def single(self) -> dict[str, Function]:
        """The functions of the program whose name no other has."""
        found: dict[str, list[Function]] = defaultdict(list)
        for source in self.program:
            for function in source.functions:
                found[function.name].append(function)
        return {name: some[0] for name, some in found.items() if len(some) == 1}

    @cached_property
    def modules(self) -> dict[str, Place]:
        """The top-level modules that the files import (notebooks aside), each with the first place; the own ones left out."""
        own = {part.removesuffix(".py") for source in self.all for part in source.path.split("/")}
        found: dict[str, Place] = {}
        for source in self.all:
            for name, line in source.imported():
                top = name.split(".")[0]
                if top and top not in found and top not in own:
                    found[top] = source.place(line)
        return found

    @cached_property
    def imports(self) -> dict[str, Place]:
        """`modules` without the standard library's."""
        return {name: place for name, place in self.modules.items() if name not in sys.stdlib_module_names}


def _foreign(path: str) -> bool:
    return any(part in f"/{path}" for part in _ELSEWHERE)


def _parse(file: File, text: str) -> Source:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nodes = _walked(ast.parse(text))
            by_type = _by_type(nodes)
    except SyntaxError as error:
        return Source(
            file, text, (), {}, (), Place(file.path, error.lineno or 0, error.offset or 0, error.msg, (error.text or "").strip()[:160])
        )
    except (ValueError, RecursionError, MemoryError) as error:
        return Source(file, text, (), {}, (), Place(file.path, 0, 0, str(error) or type(error).__name__))
    functions = (
        tuple(node for node in nodes if isinstance(node, Function)) if by_type.keys() & {ast.FunctionDef, ast.AsyncFunctionDef} else ()
    )
    return Source(file, text, nodes, by_type, functions)


def _by_type(nodes: tuple[ast.AST, ...]) -> dict[type[ast.AST], list[Any]]:
    found: dict[type[ast.AST], list[Any]] = defaultdict(list)
    for node in nodes:
        found[type(node)].append(node)
    return dict(found)


def _walked(tree: ast.Module) -> tuple[ast.AST, ...]:
    """Every node that the checks ask about, a parent before its children: `ast.walk` without its generators, operators and load/store marks."""
    found: list[ast.AST] = [tree]
    add = found.append
    for node in found:
        fields = node.__dict__
        for name in node._fields:
            if name in _UNASKED:
                continue
            value = fields.get(name)
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, ast.AST) and not isinstance(item, ast.cmpop):
                        add(item)
            elif isinstance(value, ast.AST):
                add(value)
    return tuple(found)
