"""Code as it would stand there in statements: what is folded into one expression is to be measured like what it replaces.

An assigned `lambda` becomes a function; conditional expressions inside each other become `if` and `else` where they are all that a statement hands on. One conditional
expression alone is left as it is: it is an idiom. The code of modules and classes that stands in no function becomes a function without a name.
"""

import ast
from collections.abc import Callable, Iterator

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function, those that are written as `name = lambda …` too, then what modules and classes do outside of functions (named '')."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield _unfolded(node, node.name, node.body)
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda() as folded)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.Lambda() as folded)
            ):
                yield _unfolded(folded, name, [ast.copy_location(ast.Return(folded.body), folded.body)])
            case ast.Module() | ast.ClassDef():
                loose = [each for each in node.body if not _defines(each)]
                if loose:
                    yield _unfolded(loose[0], "", loose)


def _defines(node: ast.stmt) -> bool:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() | ast.Import() | ast.ImportFrom():
            return True
        case ast.Assign(value=ast.Lambda()) | ast.AnnAssign(value=ast.Lambda()):
            return True
    return False


def _unfolded(at: ast.AST, name: str, body: list[ast.stmt]) -> Function:
    nothing = ast.arguments([], [], None, [], [], None, [])
    function = ast.FunctionDef(name, nothing, [part for each in body for part in _statement(each)], [])
    return ast.copy_location(function, at)


def _statement(node: ast.stmt) -> list[ast.stmt]:
    """The statement, or the `if` that it is when its value is a nest of conditional expressions."""
    match node:
        case ast.Return(value=ast.IfExp() as value) if _is_nest(value):
            return [_if(value, ast.Return)]
        case ast.Assign(targets=targets, value=ast.IfExp() as value) if _is_nest(value):
            return [_if(value, lambda inner: ast.Assign(targets, inner))]
        case ast.Expr(value=ast.IfExp() as value) if _is_nest(value):
            return [_if(value, ast.Expr)]
    return [node]


def _is_nest(value: ast.IfExp) -> bool:
    return isinstance(value.body, ast.IfExp) or isinstance(value.orelse, ast.IfExp)


def _if(value: ast.expr, hand_on: Callable[[ast.expr], ast.stmt]) -> ast.stmt:
    if not isinstance(value, ast.IfExp):
        return ast.copy_location(hand_on(value), value)
    return ast.copy_location(ast.If(value.test, [_if(value.body, hand_on)], [_if(value.orelse, hand_on)]), value)
