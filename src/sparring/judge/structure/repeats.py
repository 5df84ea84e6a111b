"""Statements that stand there more than once: the same shape with other names, texts and numbers.

Theory of operation. A statement's shape is its syntax tree with every variable, text and number replaced by what it is; what is called and which attributes are asked
for stay. Runs of statements of one block are compared, the longest first; every run that stands there again counts, but for its first place. Kept
libraries were looked at: pylint's `symilar` compares files, never a file with itself; codeclone has no interface but its command, and looks at functions of
more statements than an exercise has; clonedigger is GPL and abandoned.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

LEAST_NODES = 16
"""Nodes of the syntax tree below which a run is an idiom and no repetition (`if x is None: return None`)."""
LONGEST = 12
LEAST_INNER_NODES = 10
"""The same for a loop that is written as an expression and stands there again, with the same names."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A run of statements that stood there before: its lines, how many statements, and the line where it stood first."""

    line: int
    end: int
    statements: int
    first: int


@dataclass(frozen=True, slots=True)
class _Run:
    statements: tuple[ast.stmt, ...]
    shape: tuple[str, ...]
    nodes: int


def repeats(tree: ast.AST) -> list[Repeat]:
    """Every run of statements that repeats an earlier one; none lies inside another."""
    groups: dict[tuple[str, ...], list[_Run]] = defaultdict(list)
    for run in _runs(tree):
        groups[run.shape].append(run)
    taken: set[int] = set()
    found: list[Repeat] = []
    for shared in sorted(groups.values(), key=lambda runs: -runs[0].nodes):
        free = _apart([run for run in shared if not taken & _marks(run)])
        if len(free) < 2:
            continue
        first, *copies = free
        for run in free:
            taken |= _marks(run)
        found += [_repeat(run, first) for run in copies]
    return sorted([*found, *_inner(tree, taken)], key=lambda repeat: repeat.line)


def _inner(tree: ast.AST, taken: set[int]) -> Iterator[Repeat]:
    """Calls that walk a comprehension and stand there again, word for word, in statements that are no repetition as a whole."""
    counted = {id(node) for each in ast.walk(tree) if id(each) in taken for node in ast.walk(each)}
    seen: dict[str, ast.Call] = {}
    for node in sorted(_walking_calls(tree), key=lambda call: (call.lineno, call.col_offset)):
        inside = [id(each) for each in ast.walk(node)]
        if len(inside) < LEAST_INNER_NODES or id(node) in counted:
            continue
        first = seen.setdefault(ast.dump(node), node)
        if first is not node:
            counted.update(inside)
            yield Repeat(node.lineno, node.end_lineno or 0, 1, first.lineno)


def _walking_calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(args=[ast.GeneratorExp() | ast.ListComp() | ast.SetComp(), *_]):
                yield node


def _repeat(run: _Run, first: _Run) -> Repeat:
    statements = sum(isinstance(node, ast.stmt) for statement in run.statements for node in ast.walk(statement))
    return Repeat(run.statements[0].lineno, run.statements[-1].end_lineno or 0, statements, first.statements[0].lineno)


def _marks(run: _Run) -> set[int]:
    return {id(node) for statement in run.statements for node in ast.walk(statement) if isinstance(node, ast.stmt)}


def _apart(runs: list[_Run]) -> list[_Run]:
    """Those of the runs that share no statement with an earlier one."""
    kept: list[_Run] = []
    used: set[int] = set()
    for run in sorted(runs, key=lambda run: run.statements[0].lineno):
        if not used & _marks(run):
            kept.append(run)
            used |= _marks(run)
    return kept


def _runs(tree: ast.AST) -> Iterator[_Run]:
    for block in _blocks(tree):
        known = [(statement, *_shape(statement)) for statement in block if not _is_text(statement)]
        for start in range(len(known)):
            for end in range(start + 1, min(len(known), start + LONGEST) + 1):
                part = known[start:end]
                nodes = sum(count for _, _, count in part)
                if nodes >= LEAST_NODES and not isinstance(part[0][0], ast.Import | ast.ImportFrom):
                    yield _Run(tuple(statement for statement, _, _ in part), tuple(shape for _, shape, _ in part), nodes)


def _blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(tree):
        for _, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                yield value


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _shape(node: ast.AST) -> tuple[str, int]:
    """The shape, and of how many nodes."""
    match node:
        case ast.Name():
            return "name", 1
        case ast.Constant(value=value):
            return type(value).__name__, 1
        case ast.arg():
            return "arg", 1
        case ast.Call(func=ast.Name(id=called)):
            inner = [_shape(child) for child in (*node.args, *node.keywords)]
            return f"{called}({','.join(shape for shape, _ in inner)})", 1 + sum(count for _, count in inner)
    inner = [_shape(child) for child in ast.iter_child_nodes(node) if not isinstance(child, ast.expr_context)]
    own = node.attr if isinstance(node, ast.Attribute) else ""
    return f"{type(node).__name__}.{own}({','.join(shape for shape, _ in inner)})", 1 + sum(count for _, count in inner)
