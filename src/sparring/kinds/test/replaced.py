"""Whether a suite puts something else in the place of what it is to test: whatever passes then says nothing of the module.

Read from the text, nothing runs. Only what the module itself defines counts: to replace what it leans on (`again.time.sleep`) is how one tests without waiting.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

PATCHING = frozenset(("setattr", "delattr", "patch", "object"))
"""Calls that replace an attribute: `setattr(m, "f", …)`, `monkeypatch.setattr("m.f", …)`, `mock.patch("m.f")`, `patch.object(m, "f")`."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A name of the module that a suite replaces, and where it does."""

    name: str
    file: str
    line: int


def replaced(files: Mapping[str, str], module: str, source: str) -> Replaced | None:
    """The first replacement of something that `source`, the module, defines; None where there is none, or nothing can be read."""
    own = {node.name for node in _tree(source).body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)}
    for file, text in files.items():
        tree = _tree(text)
        names = _names(tree, module)
        for node in ast.walk(tree):
            for target in _targets(node, names):
                if target.startswith(f"{module}.") and target.split(".")[1] in own:
                    return Replaced(target, file, getattr(node, "lineno", 0))
    return None


def _tree(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return ast.Module([], [])


def _names(tree: ast.Module, module: str) -> dict[str, str]:
    """What the suite calls the module and what it took from it: `import bill as b` makes `b` stand for `bill`."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.asname or alias.name: alias.name for alias in node.names if alias.name == module}
        elif isinstance(node, ast.ImportFrom) and node.module == module:
            found |= {alias.asname or alias.name: f"{module}.{alias.name}" for alias in node.names}
    return found


def _targets(node: ast.AST, names: Mapping[str, str]) -> Iterator[str]:
    """The dotted names that a statement or call replaces."""
    if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Delete):
        targets = node.targets if isinstance(node, ast.Assign | ast.Delete) else [node.target]
        yield from (_dotted(each, names) for each in targets if isinstance(each, ast.Attribute))
    elif isinstance(node, ast.Call) and node.args and _last(node.func) in PATCHING:
        first, second = node.args[0], node.args[1] if len(node.args) > 1 else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value
        elif isinstance(second, ast.Constant) and isinstance(second.value, str) and (base := _dotted(first, names)):
            yield f"{base}.{second.value}"


def _last(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def _dotted(node: ast.expr, names: Mapping[str, str]) -> str:
    """A chain of attributes that begins with the module or something from it; '' for any other."""
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if isinstance(node, ast.Attribute) and (base := _dotted(node.value, names)):
        return f"{base}.{node.attr}"
    return ""
