"""Reading loops and tables of tests without running them: what is written out is walked over, expression by expression."""

import ast
from collections.abc import Mapping, Sequence
from typing import Any

from sparring.judge.script import replaced

Env = Mapping[str, ast.expr]
LONGEST = 400
"""How many turns of a loop, or rows of a table, are written out."""


def items(node: ast.expr, env: Env) -> list[ast.expr] | None:
    """The expressions that a loop over `node` goes through; None if they are not written out. `env`: names that stand for expressions."""
    match node:
        case ast.List(elts=elts) | ast.Tuple(elts=elts) | ast.Set(elts=elts) if not any(isinstance(e, ast.Starred) for e in elts):
            return list(elts)
        case ast.Name(id=name) if name in env:
            return items(env[name], env)
        case ast.Dict(keys=keys) if None not in keys:
            return [key for key in keys if key is not None]
        case ast.Constant(value=str() as text):
            return [ast.Constant(letter) for letter in text]
        case ast.ListComp(elt=elt, generators=[ast.comprehension(target=target, iter=source, ifs=[], is_async=0)]):
            return _comprehended(elt, target, items(source, env), env)
        case ast.Subscript(value=base, slice=ast.Slice(lower=lower, upper=upper, step=step)):
            whole, bounds = items(base, env), [_number(bound) for bound in (lower, upper, step)]
            return None if whole is None or ... in bounds else whole[slice(*bounds)]
        case ast.Call(func=ast.Attribute(value=base, attr="items"), args=[]):
            table = _table(base, env)
            return None if table is None else [_pair(key, value) for key, value in zip(table.keys, table.values, strict=True) if key]
        case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords):
            return _called(name, args, keywords, env)
    return None


def _comprehended(elt: ast.expr, target: ast.expr, walked: list[ast.expr] | None, env: Env) -> list[ast.expr] | None:
    """A list comprehension over what is written out, item by item."""
    rows = [bind(target, item, env) for item in walked] if walked is not None else [None]
    if None in rows or len(rows) > LONGEST:
        return None
    return [_plain(line.value) for row in rows if row is not None for line in replaced([ast.Expr(elt)], row) if isinstance(line, ast.Expr)]


def _plain(node: ast.expr) -> ast.expr:
    """An f-string of nothing but constants as the text that it is."""
    if not isinstance(node, ast.JoinedStr):
        return node
    texts: list[str] = []
    for part in node.values:
        inner = part.value if isinstance(part, ast.FormattedValue) and part.conversion == -1 and part.format_spec is None else part
        if not isinstance(inner, ast.Constant):
            return node
        texts.append(str(inner.value))
    return ast.copy_location(ast.Constant("".join(texts)), node)


def _number(node: ast.expr | None) -> Any:
    """A slice's bound: None where there is none, `...` where it is not written out."""
    try:
        return None if node is None else ast.literal_eval(node)
    except ValueError:
        return ...


def _sorted(walked: list[ast.expr], keywords: Sequence[ast.keyword]) -> list[ast.expr] | None:
    """A written-out list in order of its values, if they can be compared."""
    turned = any(keyword.arg == "reverse" and ast.unparse(keyword.value) == "True" for keyword in keywords)
    if any(keyword.arg == "key" for keyword in keywords):
        return None
    try:
        return sorted(walked, key=ast.literal_eval, reverse=turned)
    except (TypeError, ValueError):
        return None


def _table(node: ast.expr, env: Env) -> ast.Dict | None:
    found = env.get(node.id) if isinstance(node, ast.Name) else node
    return found if isinstance(found, ast.Dict) and None not in found.keys else None


def _pair(*parts: ast.expr) -> ast.Tuple:
    return ast.Tuple(list(parts), ast.Load())


def _called(name: str, args: Sequence[ast.expr], keywords: Sequence[ast.keyword], env: Env) -> list[ast.expr] | None:
    walked = [items(argument, env) for argument in args]
    match name:
        case "range":
            numbers = [argument.value for argument in args if isinstance(argument, ast.Constant) and isinstance(argument.value, int)]
            if not numbers or len(numbers) != len(args):
                return None
            found: list[ast.expr] = [ast.Constant(number) for number in range(*numbers)[: LONGEST + 1]]
            return found
        case "zip" if all(walk is not None for walk in walked):
            return [_pair(*row) for row in zip(*(walk or [] for walk in walked), strict=False)]
        case "enumerate" if walked and walked[0] is not None:
            first = next((k.value for k in keywords if k.arg == "start"), args[1] if len(args) > 1 else ast.Constant(0))
            begin = first.value if isinstance(first, ast.Constant) and isinstance(first.value, int) else 0
            return [_pair(ast.Constant(begin + number), item) for number, item in enumerate(walked[0])]
        case "list" | "tuple" if len(walked) == 1:
            return walked[0]
        case "sorted" if walked and walked[0] is not None:
            return _sorted(walked[0], keywords)
        case "reversed" if walked and walked[0] is not None:
            return walked[0][::-1]
    return None


def bind(target: ast.expr, value: ast.expr, env: Env) -> dict[str, ast.expr] | None:
    """The names that a loop's target gets for one item; None if the item cannot be taken apart."""
    if isinstance(target, ast.Name):
        return {target.id: value}
    if not isinstance(target, ast.Tuple | ast.List):
        return None
    parts = items(value, env)
    if parts is None or len(parts) != len(target.elts):
        return None
    bound: dict[str, ast.expr] = {}
    for part, item in zip(target.elts, parts, strict=True):
        inner = bind(part, item, env)
        if inner is None:
            return None
        bound |= inner
    return bound


def stores(node: ast.AST) -> set[str]:
    """The names that a statement binds."""
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and not isinstance(inner.ctx, ast.Load)}


def asserts(node: ast.AST) -> bool:
    """Whether a statement checks anything: an assert, a call of an assertion, a block that expects an exception."""
    return any(
        isinstance(inner, ast.Assert) or (isinstance(inner, ast.Attribute) and _is_assertion(inner.attr)) for inner in ast.walk(node)
    )


def _is_assertion(name: str) -> bool:
    return name.startswith("assert") or name in ("raises", "fail")
