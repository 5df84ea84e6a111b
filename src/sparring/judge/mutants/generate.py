"""Mutants of a module: every operator at every place where it fits, without those that compile to the same code."""

import ast
import difflib
import marshal
import types
from collections.abc import Iterator
from dataclasses import dataclass

from sparring.judge.mutants.operators import OPERATORS, Source


@dataclass(frozen=True, slots=True)
class Mutant:
    """One wrong version of a module. `id`: `LINE-OPERATOR-NUMBER`, stable as long as the module is; `lines`: first and last of the statement that was changed.

    `story`: the id of the hand-written bug that it is, '' for generated ones.
    """

    id: str
    source: str
    line: int
    lines: tuple[int, int]
    operator: str
    diff: str
    story: str = ""


def mutants(text: str) -> tuple[Mutant, ...]:
    """All mutants of a module, in the order of their lines. SyntaxError if it cannot be parsed."""
    tree = ast.parse(text)
    source = Source(text)
    seen = {_meaning(text)}
    found = []
    for node, statement in places(tree):
        for operator, act in OPERATORS.items():
            for number, replacement in enumerate(act(node, source)):
                changed = source.replaced(node, replacement)
                meaning = _meaning(changed)
                if meaning is not None and meaning not in seen:
                    seen.add(meaning)
                    found.append(_mutant(text, changed, extent(statement), operator, number))
    return tuple(sorted(_unique(found), key=lambda each: each.line))


def _unique(found: list[Mutant]) -> Iterator[Mutant]:
    """Two places of one line that share an operator get different ids."""
    taken: dict[str, int] = {}
    for each in found:
        key = each.id.rpartition("-")[0]
        taken[key] = taken.get(key, 0) + 1
        yield Mutant(f"{key}-{taken[key]}", each.source, each.line, each.lines, each.operator, each.diff)


def _mutant(text: str, changed: str, extent: tuple[int, int], operator: str, number: int) -> Mutant:
    diff, line = difference(text, changed)
    return Mutant(f"{line}-{operator}-{number}", changed, line, extent, operator, diff)


def difference(before: str, after: str, context: int = 1) -> tuple[str, int]:
    """A unified diff without its head, and the first changed line of `before`."""
    old, new = before.splitlines(), after.splitlines()
    lines = list(difflib.unified_diff(old, new, lineterm="", n=context))[2:]
    line = next((a + 1 for tag, a, *_ in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if tag != "equal"), 0)
    return "\n".join(lines), line


def extent(statement: ast.stmt) -> tuple[int, int]:
    """The lines whose run means that the change was run: the whole statement, of a block its head only."""
    first = statement.lineno
    body = getattr(statement, "body", None)
    if body and isinstance(body, list):
        return first, max(first, body[0].lineno - 1 if body[0].lineno > first else first)
    return first, statement.end_lineno or first


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, ast.stmt]]:
    """Every node that may be changed, with its statement; not annotations, docstrings, decorators, formatted text, and what only runs as a script."""
    for statement in tree.body:
        yield from _inside(statement, statement)


def _inside(node: ast.AST, statement: ast.stmt) -> Iterator[tuple[ast.AST, ast.stmt]]:
    if (
        isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr | ast.Global | ast.Nonlocal)
        or _is_script(node)
        or _is_docstring(node)
        or _is_listing(node)
    ):
        return
    if isinstance(node, ast.stmt):
        statement = node
    yield node, statement
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_wording(node, child, statement):
                yield from _inside(child, statement)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _is_wording(parent: ast.AST, child: ast.AST, statement: ast.stmt) -> bool:
    """The text of an error: a test that insists on it says too much."""
    kind = parent.func if isinstance(parent, ast.Call) else None
    error = isinstance(kind, ast.Name) and (kind.id.endswith(("Error", "Exception", "Warning")) or isinstance(statement, ast.Raise))
    return error and isinstance(child, ast.Constant) and isinstance(child.value, str)


def _is_script(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("__name__ == '__main__'", "TYPE_CHECKING", "typing.TYPE_CHECKING")


def _is_listing(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and any(
        isinstance(each, ast.Name) and each.id in ("__all__", "__version__") for each in node.targets
    )


def _meaning(text: str) -> bytes | None:
    """What a module compiles to, without its line numbers; None where it does not compile. Alike means: no test can tell them apart."""
    try:
        code = compile(text, "module", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return None
    return marshal.dumps(_anonymous(code))


def _anonymous(code: types.CodeType) -> types.CodeType:
    constants = tuple(_anonymous(each) if isinstance(each, types.CodeType) else each for each in code.co_consts)
    return code.replace(co_consts=constants, co_linetable=b"", co_firstlineno=1, co_exceptiontable=code.co_exceptiontable)
