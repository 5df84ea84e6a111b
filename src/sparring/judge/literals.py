"""Python literals read from source without running it: what may stand on the right of `==` in a case."""

import ast

from sparring.core.plain import Approx, Plain, encode


class NotLiteralError(ValueError):
    """An expression that is no literal."""


def literal(node: ast.expr) -> Plain | Approx:
    """The value of a literal, `approx(…)`, `float("inf")`, `set()` and `frozenset(…)` included; NotLiteralError otherwise."""
    try:
        return _literal(node)
    except (TypeError, ValueError, RecursionError) as error:
        raise NotLiteralError(str(error) or ast.unparse(node)) from error


def plain_call(source: str) -> tuple[str, str] | None:
    """The name (`f`, `x.f`) and the encoded tuple of arguments of an expression that is a call with literals only, else None.

    No sets (their order is the interpreter's own) and nothing that is built by a call.
    """
    match ast.parse(source, mode="eval").body:
        case ast.Call(func=ast.Name() | ast.Attribute(value=ast.Name()) as function, args=args, keywords=[]):
            if any(isinstance(node, ast.Set | ast.Call) for argument in args for node in ast.walk(argument)):
                return None
            try:  # without calls there is no `approx`: all is plain
                return ast.unparse(function), encode(tuple(literal(argument) for argument in args))  # type: ignore[misc]
            except ValueError:  # no literals, or nested too deeply
                return None
    return None


def _literal(node: ast.expr) -> Plain | Approx:
    match node:
        case ast.Constant(value=value) if value is not Ellipsis:
            return value
        case ast.List(elts=elts):
            return [literal(item) for item in elts]  # type: ignore[misc]
        case ast.Tuple(elts=elts):
            return tuple(literal(item) for item in elts)  # type: ignore[misc]
        case ast.Set(elts=elts):
            return {literal(item) for item in elts}  # type: ignore[misc]
        case ast.Dict(keys=keys, values=values) if None not in keys:
            return {literal(k): literal(v) for k, v in zip(keys, values, strict=True)}  # type: ignore[arg-type,misc]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_number(operand)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as op, right=ast.Constant(value=complex() as imaginary)):
            return _number(left) + (imaginary if isinstance(op, ast.Add) else -imaginary)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=("approx" as name)), args=args, keywords=keywords):
            return _constructed(name, args, keywords)
    raise NotLiteralError(ast.unparse(node))


def _number(node: ast.expr) -> int | float | complex:
    value = literal(node)
    if type(value) not in (int, float, complex):
        raise NotLiteralError(ast.unparse(node))
    return value  # type: ignore[return-value]


def _constructed(name: str, args: list[ast.expr], keywords: list[ast.keyword]) -> Plain | Approx:
    values = [literal(arg) for arg in args]
    named = {keyword.arg: literal(keyword.value) for keyword in keywords if keyword.arg}
    match name, values, named:
        case "approx", [value], _:
            return _approximate(value, {key: float(bound) for key, bound in named.items()})  # type: ignore[arg-type]
        case "float", [("inf" | "-inf" | "nan" | "infinity") as word], {}:
            return float(word)
        case (("set" | "frozenset" | "dict" | "list" | "tuple" | "bytes"), [], {}):
            return {"set": set(), "frozenset": frozenset(), "dict": {}, "list": [], "tuple": (), "bytes": b""}[name]  # type: ignore[return-value]
        case "frozenset", [(set() | list() | tuple()) as items], {}:
            return frozenset(items)
        case "set", [(list() | tuple()) as items], {}:
            return set(items)
    raise NotLiteralError(f"{name}(…)")


def _approximate(value: object, within: dict[str, float]) -> Plain | Approx:
    """Every number in `value` as an Approx."""
    match value:
        case bool() | None | str() | bytes():
            return value
        case int() | float():
            return Approx(float(value), **within)
        case list() | tuple():
            return type(value)(_approximate(item, within) for item in value)
        case dict():
            return {key: _approximate(item, within) for key, item in value.items()}  # type: ignore[misc]
    raise NotLiteralError(f"approx({value!r})")
