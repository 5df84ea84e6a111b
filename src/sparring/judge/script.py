"""Cases written as tests, taken apart into steps: what goes into the engine, and what is compared outside.

Theory of operation. A case file is never executed. Its syntax tree is cut so that inputs and calls go in as steps, one at a time, and expected
values stay here. `assert CALL == LITERAL` becomes an `Expect`: the call runs inside, its value comes out and is compared with the literal. Any other assert is
`Derived`: the parts that touch the candidate's code run inside, and the rest of the expression is computed in another interpreter, with their
values put in.
"""

import ast
import builtins
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sparring.core.plain import Approx, Plain
from sparring.core.text import Text
from sparring.judge.literals import NotLiteralError, literal


@dataclass(frozen=True, slots=True)
class Do:
    """A statement to run inside."""

    source: str


@dataclass(frozen=True, slots=True)
class Expect:
    """An expression to evaluate inside; its value is to be the same as `expected`. `args`: the literal arguments of a plain call, else None."""

    source: str
    expected: Plain | Approx
    args: tuple[Plain, ...] | None = None


@dataclass(frozen=True, slots=True)
class ExpectRaises:
    """A statement that is to raise `exception` (a builtin's name, or a name of the candidate's module)."""

    source: str
    exception: str
    match: str = ""


@dataclass(frozen=True, slots=True)
class Derived:
    """Expressions to evaluate inside (by placeholder), and the expression over their values that is to be true outside."""

    values: tuple[tuple[str, str], ...]
    rest: str
    source: str


CaseStep = Do | Expect | ExpectRaises | Derived


@dataclass(frozen=True, slots=True)
class Case:
    """One case: its steps in order, why it exists, and where it stands in the file."""

    name: str
    steps: tuple[CaseStep, ...]
    why: Text | None
    line: int


@dataclass(frozen=True, slots=True)
class Script:
    """All the cases of an exercise. `support` (imports and helper definitions) is run inside before each case."""

    cases: tuple[Case, ...]
    support: str = ""


@dataclass(frozen=True, slots=True)
class ScriptError(Exception):
    """A statement that cannot be a case: where, and which one."""

    line: int
    what: str


@dataclass
class _Scope:
    imported: set[str] = field(default_factory=set)


def parse(source: str) -> Script:
    """The script that a case file describes; ScriptError names the line that is no case."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ScriptError(getattr(error, "lineno", 0) or 0, str(error)) from error
    scope = _Scope()
    support: list[ast.stmt] = []
    cases: list[Case] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            cases.append(_function(node, scope))
        elif isinstance(node, ast.Assert | ast.With):
            cases.append(_line(node, source, len(cases) + 1, scope))
        elif not _is_docstring(node):
            _import_names(node, scope)
            support.append(node)
    if not cases:
        raise ScriptError(1, "no assert and no test function")
    return Script(tuple(cases), "\n".join(ast.unparse(node) for node in support))


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _import_names(node: ast.stmt, scope: _Scope) -> None:
    if isinstance(node, ast.Import | ast.ImportFrom):
        if isinstance(node, ast.ImportFrom) and node.module == "pytest":
            raise ScriptError(node.lineno, "raises and approx need no import")
        scope.imported.update((alias.asname or alias.name).partition(".")[0] for alias in node.names)


def _function(node: ast.FunctionDef, scope: _Scope) -> Case:
    body = [statement for statement in node.body if not _is_docstring(statement)]
    steps = tuple(step for statement in body for step in _steps(statement, scope))
    name = re.sub(r"^test_?", "", node.name) or node.name
    return Case(name, steps, why(ast.get_docstring(node) or ""), node.lineno)


def _line(node: ast.Assert | ast.With, source: str, number: int, scope: _Scope) -> Case:
    return Case(f"case_{number}", tuple(_steps(node, scope)), why(_comment_above(source, node.lineno)), node.lineno)


def _comment_above(source: str, line: int) -> str:
    lines = source.splitlines()[: line - 1]
    found: list[str] = []
    while lines and lines[-1].lstrip().startswith("#"):
        found.insert(0, lines.pop().lstrip().lstrip("#").strip())
    return "\n".join(found)


def why(text: str) -> Text | None:
    """`en: … it: …` as a text; a text without marks is English; None if empty."""
    text = " ".join(text.split())
    marked = re.fullmatch(r"(?:en:\s*(?P<en>.*?))?\s*(?:\bit:\s*(?P<it>.*))?", text)
    if marked and (marked["en"] or marked["it"]):
        return Text(marked["en"] or "", marked["it"] or "")
    return Text(text) if text else None


def _steps(node: ast.stmt, scope: _Scope) -> Iterator[CaseStep]:
    if isinstance(node, ast.Assert):
        yield _assertion(node, scope)
    elif isinstance(node, ast.With) and _raises(node):
        yield from _raising(node, scope)
    elif isinstance(node, ast.For) and any(isinstance(inner, ast.Assert | ast.With) for inner in ast.walk(node)):
        yield from _unrolled(node, scope)
    elif any(isinstance(inner, ast.Assert) for inner in ast.walk(node)):
        raise ScriptError(node.lineno, f"an assert inside `{ast.unparse(node).splitlines()[0]}`")
    elif not isinstance(node, ast.Pass):
        yield Do(ast.unparse(node))


def _unrolled(node: ast.For, scope: _Scope) -> Iterator[CaseStep]:
    if not isinstance(node.iter, ast.List | ast.Tuple) or node.orelse:
        raise ScriptError(node.lineno, "a `for` with asserts needs a literal list")
    for item in node.iter.elts:
        yield Do(f"{ast.unparse(node.target)} = {ast.unparse(item)}")
        for statement in node.body:
            yield from _steps(statement, scope)


def _raises(node: ast.With) -> ast.Call | None:
    call = node.items[0].context_expr
    if isinstance(call, ast.Call) and call.args:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        return call if name == "raises" else None
    return None


def _raising(node: ast.With, scope: _Scope) -> Iterator[CaseStep]:
    call = _raises(node)
    assert call is not None
    match = next((str(keyword.value.value) for keyword in call.keywords if isinstance(keyword.value, ast.Constant)), "")
    *before, last = node.body
    for statement in before:
        yield from _steps(statement, scope)
    yield ExpectRaises(ast.unparse(last), ast.unparse(call.args[0]), match)


def _assertion(node: ast.Assert, scope: _Scope) -> CaseStep:
    test = node.test
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq | ast.Is):
        for inside, outside in ((test.left, test.comparators[0]), (test.comparators[0], test.left)):
            try:
                return Expect(ast.unparse(inside), literal(outside), _arguments(inside))
            except NotLiteralError:
                continue
    return _derived(test, scope)


def _arguments(node: ast.expr) -> tuple[Plain, ...] | None:
    if not isinstance(node, ast.Call) or node.keywords:
        return None
    try:
        return tuple(literal(argument) for argument in node.args)  # type: ignore[misc]
    except NotLiteralError:
        return None


# Called on the candidate's objects, these turn what cannot come out (an iterator, a class) into what can.
_INSIDE = {"list", "tuple", "set", "frozenset", "dict", "len", "next", "isinstance", "issubclass", "callable", "hasattr", "getattr", "iter"}
_INSIDE |= {"type", "id", "islice", "inspect", "sorted", "str", "repr", "hash"}


class _Splitter(ast.NodeTransformer):
    """Replaces what touches the candidate's code by placeholders."""

    def __init__(self, outside: set[str]) -> None:
        self.outside = outside
        self.values: list[tuple[str, str]] = []

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.expr) and self._inside(node):
            placeholder = f"_v{len(self.values)}"
            self.values.append((placeholder, ast.unparse(node)))
            return ast.Name(placeholder, ast.Load())
        return super().generic_visit(node)

    def _inside(self, node: ast.expr) -> bool:
        match node:
            case ast.Name(id=name):
                return name not in self.outside
            case ast.Attribute(value=base) | ast.Subscript(value=base):
                return self._inside(base)
            case ast.Call(func=ast.Name(id=name), args=args) if name in _INSIDE:
                return any(self._touches(argument) for argument in args)
            case ast.Call(func=function):
                return self._inside(function)
        return False

    def _touches(self, node: ast.AST) -> bool:
        return any(isinstance(inner, ast.Name) and inner.id not in self.outside for inner in ast.walk(node))


def _derived(test: ast.expr, scope: _Scope) -> Derived:
    bound = {
        name.id
        for node in ast.walk(test)
        if isinstance(node, ast.comprehension)
        for name in ast.walk(node.target)
        if isinstance(name, ast.Name)
    }
    bound |= {arg.arg for node in ast.walk(test) if isinstance(node, ast.Lambda) for arg in node.args.args}
    splitter = _Splitter(set(dir(builtins)) | scope.imported | bound)
    source = ast.unparse(test)
    rest = splitter.visit(ast.parse(source, mode="eval").body)
    return Derived(tuple(splitter.values), ast.unparse(rest), source)
