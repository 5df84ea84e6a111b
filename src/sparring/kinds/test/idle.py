"""Tests that assert nothing: `assert True`, `assert x == x`, a call compared with itself. They are green on every version, right or wrong.

Read from the text, nothing runs. A test in which anything else could fail is none of these: `with pytest.raises(…)`, a call of `fail`, a helper, another assert.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

PAIRS = frozenset(
    "assertEqual assertIs assertAlmostEqual assertEquals assertListEqual assertDictEqual assertGreaterEqual assertLessEqual".split()
)
TRUE, FALSE, NONE = frozenset(("assertTrue", "assert_")), frozenset(("assertFalse",)), frozenset(("assertIsNone",))
ALIKE = (ast.Eq, ast.Is, ast.LtE, ast.GtE)


@dataclass(frozen=True, slots=True)
class Idle:
    """A test that asserts nothing: its name, and the assert that says nothing, where it stands."""

    name: str
    file: str
    line: int
    text: str


def idle_tests(files: Mapping[str, str]) -> tuple[Idle, ...]:
    """The tests all of whose asserts hold whatever the module does; none of a file that cannot be read."""
    return tuple(found for file, text in files.items() for found in _in(file, text))


def _in(file: str, text: str) -> Iterator[Idle]:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test"):
            checks = [each for each in ast.walk(node) if _checks(each)]
            if checks and all(map(_holds, checks)):
                yield Idle(node.name, file, getattr(checks[0], "lineno", 0), ast.unparse(checks[0])[:120])


def _checks(node: ast.AST) -> bool:
    """Whether this may fail on purpose: an assert, `raises`, an assertion's method, `fail`."""
    name = _called(node)
    return isinstance(node, ast.Assert | ast.Raise) or name.startswith(("assert", "raises", "warns", "fail", "check", "expect"))


def _called(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)):
            return name
    return ""


def _holds(node: ast.AST) -> bool:
    """Whether an assertion holds whatever the module does."""
    match node:
        case ast.Assert(test=test):
            return _true(test)
        case ast.Call(args=[first, second, *_]) if _called(node) in PAIRS:
            return _same(first, second)
        case ast.Call(args=[only, *_]):
            name = _called(node)
            return (name in TRUE and _true(only)) or (name in FALSE and _constant(only, truth=False)) or (name in NONE and _is_none(only))
    return False


def _true(test: ast.expr) -> bool:
    match test:
        case ast.Compare(left=left, ops=[operator], comparators=[right]) if isinstance(operator, ALIKE):
            return _same(left, right)
        case ast.BoolOp(op=ast.Or(), values=values):
            return any(map(_true, values))
        case ast.BoolOp(op=ast.And(), values=values):
            return all(map(_true, values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _constant(operand, truth=False)
        case ast.Tuple(elts=[_, *_]):
            return True
    return _constant(test, truth=True)


def _same(one: ast.expr, other: ast.expr) -> bool:
    return ast.dump(one) == ast.dump(other)


def _constant(node: ast.expr, *, truth: bool) -> bool:
    return isinstance(node, ast.Constant) and bool(node.value) is truth


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
