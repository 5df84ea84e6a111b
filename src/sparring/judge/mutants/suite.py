"""A test suite as it was handed in: its files, its framework, and what its text says already."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Framework = Literal["pytest", "unittest"]
ASSERTING = ("assert", "raises", "warns", "fail", "expect", "check", "verify", "deprecated_call")


@dataclass(frozen=True, slots=True)
class Suite:
    """Files by base name (`test_cart.py`, `conftest.py`, helpers); `tests` are those with tests in them.

    `asserts`: whether anything in it could fail on purpose (None: this Python cannot read it), `raises`: whether it raises exceptions of its own; `imports`: dotted
    names of the modules that it imports.
    """

    files: Mapping[str, str]
    tests: tuple[str, ...]
    framework: Framework
    asserts: bool | None
    imports: frozenset[str]
    raises: bool = False


def read_suite(files: Mapping[str, str], framework: Framework | None = None) -> Suite:
    """What the files say. Without a framework named, unittest is taken for suites that have nothing of pytest."""
    trees = [tree for source in files.values() if (tree := _parsed(source)) is not None]
    named = tuple(name for name in files if name.startswith("test") or name.endswith("_test.py") or name == "conftest.py")
    tests = named if any(name != "conftest.py" for name in named) else tuple(files)
    ordered = tuple(sorted(tests, key=lambda name: (name != "conftest.py", name)))
    asserts = any(map(_asserts, trees)) if len(trees) == len(files) else None
    imports = frozenset(name for tree in trees for name in _imports(tree))
    raises = any(isinstance(node, ast.Raise) for tree in trees for node in ast.walk(tree))
    return Suite(files, ordered, framework or _framework(files, trees), asserts, imports, raises)


def _parsed(source: str) -> ast.Module | None:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return None


def _framework(files: Mapping[str, str], trees: list[ast.Module]) -> Framework:
    if "conftest.py" in files or any("pytest" in _imports(tree) for tree in trees):
        return "pytest"
    plain = any(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test") for tree in trees for node in tree.body
    )
    cases = any(_is_case(node) for tree in trees for node in tree.body)
    return "unittest" if cases and not plain else "pytest"


def _is_case(node: ast.stmt) -> bool:
    return isinstance(node, ast.ClassDef) and any("TestCase" in ast.unparse(base) for base in node.bases)


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _asserts(tree: ast.Module) -> bool:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert | ast.Raise):
            return True
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
            if name.lower().startswith(ASSERTING):
                return True
    return False
