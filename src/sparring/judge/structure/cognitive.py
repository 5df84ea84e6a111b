"""Cognitive complexity of a function, after G. A. Campbell's paper (SonarSource, 2018): what breaks the straight flow counts, and more the deeper it stands.

Counted: 1 + nesting for `if`, a conditional expression, `for`, `while`, `except` and a `case` that asks for more than a value; 1 for `elif`, `else`, each run of like
boolean operators and each call of itself. What stands inside a nested function or a lambda is one level deeper. complexipy, the kept
library for this, weighs 13 MB and its figures change between versions, where a verdict must not; over this program's own functions the two rank alike (see
`docs/architecture.md`).
"""

import ast
from collections.abc import Iterator

Loop = ast.For | ast.AsyncFor | ast.While
Function = ast.FunctionDef | ast.AsyncFunctionDef
Point = tuple[int, int]
"""A line and what it adds."""


def points(function: Function) -> list[Point]:
    """What each line of the function adds to its complexity; the sum is the figure."""
    return [*_block(function.body, 0, function.name)]


def _block(body: list[ast.stmt], depth: int, name: str) -> Iterator[Point]:
    for node in body:
        yield from _statement(node, depth, name)


def _statement(node: ast.stmt, depth: int, name: str) -> Iterator[Point]:
    match node:
        case ast.If():
            yield from _if(node, depth, name, 1 + depth)
        case ast.For() | ast.AsyncFor() | ast.While():
            yield node.lineno, 1 + depth
            yield from _expressions(node, depth, name)
            yield from _block(node.body, depth + 1, name)
            yield from _otherwise(node.orelse, depth, name)
        case ast.Try() | ast.TryStar():
            yield from _try(node, depth, name)
        case ast.Match():
            yield from _match(node, depth, name)
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from _block(node.body, depth + 1, name)
        case ast.With() | ast.AsyncWith() | ast.ClassDef():
            yield from _expressions(node, depth, name)
            yield from _block(node.body, depth, name)
        case _:
            yield from _expressions(node, depth, name)


def _if(node: ast.If, depth: int, name: str, cost: int) -> Iterator[Point]:
    yield node.lineno, cost
    yield from _expressions(node, depth, name)
    yield from _block(node.body, depth + 1, name)
    if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
        yield from _if(node.orelse[0], depth, name, 1)
    else:
        yield from _otherwise(node.orelse, depth, name)


def _otherwise(body: list[ast.stmt], depth: int, name: str) -> Iterator[Point]:
    if body:
        yield body[0].lineno, 1
        yield from _block(body, depth + 1, name)


def _try(node: ast.Try | ast.TryStar, depth: int, name: str) -> Iterator[Point]:
    yield from _block(node.body, depth, name)
    for handler in node.handlers:
        yield handler.lineno, 1 + depth
        yield from _block(handler.body, depth + 1, name)
    yield from _block(node.orelse, depth, name)
    yield from _block(node.finalbody, depth, name)


def _match(node: ast.Match, depth: int, name: str) -> Iterator[Point]:
    yield node.lineno, 1 + depth
    yield from _expressions(node, depth, name)
    for case in node.cases:
        if case.guard:
            yield case.guard.lineno, 1
        yield from _block(case.body, depth + 1, name)


def _expressions(node: ast.stmt, depth: int, name: str) -> Iterator[Point]:
    """What the statement's own expressions add, those of the statements inside it left aside."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr | ast.withitem | ast.keyword):
            yield from _expression(child, depth, name)


def _expression(node: ast.AST, depth: int, name: str) -> Iterator[Point]:
    inner = depth
    match node:
        case ast.BoolOp(lineno=line):
            yield line, 1
        case ast.IfExp(lineno=line):
            yield line, 1 + depth
            inner = depth + 1
        case ast.Lambda():
            inner = depth + 1
        case ast.Call(func=ast.Name(id=called), lineno=line) if called == name:
            yield line, 1
        case ast.comprehension(ifs=[first, *_]):
            yield first.lineno, 1 + depth
    for child in ast.iter_child_nodes(node):
        yield from _expression(child, inner, name)
