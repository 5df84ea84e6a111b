"""Where a file makes code of text, or reaches for what does: nothing that measures structure can read what is in there."""

import ast
from collections.abc import Iterator

NAMES = frozenset({"exec", "eval", "compile", "__import__", "__builtins__", "builtins"})
UNMISTAKABLE = NAMES - {"compile"}
"""Those that mean it as an attribute and as a text, too: `re.compile` makes no code."""
MODULES = frozenset({"builtins", "code", "codeop", "importlib", "marshal", "runpy"})
LEAST_CHARACTERS = 60
"""Shorter texts are data, even if they read as code."""


def hiding(tree: ast.AST) -> tuple[int, ...]:
    """The lines, sorted: a name that makes code of text in any use, a module that does, a text that is a program."""
    documented = {id(text) for text in _docstrings(tree)}
    found = {node.lineno for node in ast.walk(tree) if id(node) not in documented and _hides(node)}  # type: ignore[attr-defined]
    return tuple(sorted(found))


def _hides(node: ast.AST) -> bool:
    match node:
        case ast.Name(id=name, ctx=ast.Load()):
            return name in NAMES
        case ast.Attribute(attr=name):
            return name in UNMISTAKABLE
        case ast.Import(names=names):
            return any(each.name.partition(".")[0] in MODULES for each in names)
        case ast.ImportFrom(module=str() as module):
            return module.partition(".")[0] in MODULES
        case ast.Constant(value=str() as text):
            return text in UNMISTAKABLE or _is_program(text)
    return False


def _is_program(text: str) -> bool:
    """Whether a text holds statements: a long one that reads as code and does more than stand there."""
    if len(text) < LEAST_CHARACTERS:
        return False
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return any(not isinstance(each, ast.Expr) or isinstance(each.value, ast.Call | ast.Lambda | ast.IfExp) for each in body)


def _docstrings(tree: ast.AST) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            match node.body:
                case [ast.Expr(value=ast.Constant(value=str()) as text), *_]:
                    yield text
