"""Cases written as tests, taken apart into steps: what goes into the engine, and what is compared outside.

Theory of operation. A case file is never executed. Its syntax tree is cut so that inputs and calls go in as steps, one at a time, and expected
values stay here. `assert CALL == LITERAL` becomes an `Expect`: the call runs inside, its value comes out and is compared with the literal; a name that
stands for a literal (a loop's variable, `expected = 49`) is that literal, and does not go in unless an input needs it. Any other assert is
`Derived`: the parts that touch the candidate's code run inside, and the rest of the expression is computed in another interpreter, with their
values put in. What is none of this is refused by its line, never run in silence.
"""

import ast
import copy
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sparring.core.plain import Approx, Plain
from sparring.core.text import Text
from sparring.judge.literals import NotLiteralError, literal
from sparring.judge.outside import protected, split

Env = dict[str, ast.expr]
OURS = ("pytest", "unittest")
LONGEST_LOOP = 200


@dataclass(frozen=True, slots=True)
class Do:
    """A statement to run inside."""

    source: str
    binds: str = ""


@dataclass(frozen=True, slots=True)
class Expect:
    """An expression to evaluate inside; its value is to be the same as `expected`. `args`: the literal arguments of a plain call, else None."""

    source: str
    expected: Plain | Approx
    args: tuple[Plain, ...] | None = None


@dataclass(frozen=True, slots=True)
class ExpectRaises:
    """A statement that is to raise `exception` (a builtin's name, or a name of the candidate's module), its text found by the pattern `match`."""

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

    def __hash__(self) -> int:
        """Cases hold values that have no hash; a name stands once in a file."""
        return hash((self.name, self.line))


@dataclass(frozen=True, slots=True)
class Script:
    """All the cases of an exercise. `support` (imports, helpers, inputs) is run inside before each case, `imports` also outside.

    `own`: names of the candidate's that are also builtins' (`sum`), and mean the candidate's.
    """

    cases: tuple[Case, ...]
    support: str = ""
    imports: str = ""
    own: frozenset[str] = frozenset()

    def inside(self, source: str) -> str:
        """A step's source as it is run: builtins are the real ones, whatever the candidate's module calls by their names."""
        return protected(source, self.own)


class ScriptError(Exception):
    """A statement that cannot be a case: where, and which one."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(line, what)
        self.line = line
        self.what = what


@dataclass
class _File:
    """What has been read so far."""

    own: frozenset[str] = frozenset()
    imported: set[str] = field(default_factory=set)
    env: Env = field(default_factory=dict)
    imports: list[ast.stmt] = field(default_factory=list)
    support: list[ast.stmt] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)


def parse(source: str, own: Iterable[str] = ()) -> Script:
    """The script that a case file describes; ScriptError names the line that is no case."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ScriptError(getattr(error, "lineno", 0) or 0, getattr(error, "msg", "") or str(error)) from error
    file = _File(frozenset(own))
    for node in tree.body:
        _top_level(node, source, file)
    if not file.cases:
        raise ScriptError(1, "no assert and no test function")
    used = {name for case in file.cases for step in case.steps for name in _names_inside(step)}
    used |= {name.id for node in file.support if not _bound_literal(node) for name in ast.walk(node) if isinstance(name, ast.Name)}
    kept = [node for node in file.support if not (bound := _bound_literal(node)) or bound in used]
    imports = "\n".join(ast.unparse(node) for node in file.imports)
    support = "\n".join(ast.unparse(node) for node in (*file.imports, *kept))
    return Script(tuple(file.cases), support, imports, file.own)


def _top_level(node: ast.stmt, source: str, file: _File) -> None:
    if _is_docstring(node):
        return
    if isinstance(node, ast.Import | ast.ImportFrom):
        _import(node, file)
    elif isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
        file.cases.extend(_function(node, file))
    elif isinstance(node, ast.Assert | ast.With | ast.For):
        why_text = why(_comment_above(source, node.lineno))
        for steps in _lines(node, file):
            file.cases.append(Case(f"case_{len(file.cases) + 1}", steps, why_text, node.lineno))
    elif isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign) and not _hides_an_assert(node):
        if bound := _bound_literal(node):
            file.env[bound] = node.value  # type: ignore[assignment, union-attr]
        file.support.append(node)
    else:
        raise ScriptError(node.lineno, f"`{ast.unparse(node).splitlines()[0]}`")


def _hides_an_assert(node: ast.stmt) -> bool:
    is_suite = isinstance(node, ast.ClassDef) and node.name.startswith("Test")
    return is_suite or any(isinstance(inner, ast.Assert) for inner in ast.walk(node))


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _import(node: ast.Import | ast.ImportFrom, file: _File) -> None:
    """Test libraries are not needed: `raises` and `approx` are understood by themselves."""
    module = node.module or "" if isinstance(node, ast.ImportFrom) else node.names[0].name
    if module.partition(".")[0] not in OURS:
        file.imports.append(node)
        file.imported.update((alias.asname or alias.name).partition(".")[0] for alias in node.names)


def _bound_literal(node: ast.stmt) -> str:
    """The name that a statement binds to a literal; '' if it is no such statement."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) and node.value else []
    if len(targets) != 1 or not isinstance(targets[0], ast.Name):
        return ""
    try:
        literal(node.value)  # type: ignore[attr-defined]
    except NotLiteralError:
        return ""
    return targets[0].id


def _function(node: ast.FunctionDef, file: _File) -> Iterator[Case]:
    name = re.sub(r"^test_?", "", node.name) or node.name
    reason = why(ast.get_docstring(node) or "")
    rows = list(_parameters(node))
    for number, row in enumerate(rows, 1):
        steps = _body(replaced(node.body, row) if row else node.body, file)
        yield Case(name if len(rows) == 1 else f"{name}_{number}", steps, reason, node.lineno)


def _parameters(node: ast.FunctionDef) -> Iterator[Env]:
    """What each run of the function has for its parameters: one empty row without `parametrize`."""
    wanted = [argument.arg for argument in node.args.args]
    if not node.decorator_list and not wanted:
        yield {}
        return
    for decorator in node.decorator_list:
        match decorator:
            case ast.Call(func=ast.Attribute(attr="parametrize"), args=[names, ast.List(elts=rows) | ast.Tuple(elts=rows)]):
                named = [part.strip() for name in _strings(names) for part in name.split(",")]
                if len(node.decorator_list) == 1 and sorted(named) == sorted(wanted):
                    yield from (dict(zip(named, _row(row, len(named), node), strict=True)) for row in rows)
                    return
    raise ScriptError(node.lineno, f"`def {node.name}({', '.join(wanted)})` with fixtures or decorators")


def _strings(node: ast.expr) -> list[str]:
    parts = node.elts if isinstance(node, ast.List | ast.Tuple) else [node]
    return [str(part.value) for part in parts if isinstance(part, ast.Constant)]


def _row(row: ast.expr, width: int, node: ast.stmt) -> list[ast.expr]:
    values = row.elts if width > 1 and isinstance(row, ast.Tuple | ast.List) else [row]
    if len(values) != width:
        raise ScriptError(node.lineno, f"`{ast.unparse(row)}` has not {width} values")
    return values


def _body(body: list[ast.stmt], file: _File) -> tuple[CaseStep, ...]:
    """The steps of a test: bindings that only comparisons use stay outside."""
    env = dict(file.env)
    steps: list[CaseStep] = []
    for statement in body:
        if not _is_docstring(statement):
            steps.extend(_steps(statement, file, env))
    used = {name for step in steps for name in _names_inside(step)}
    return tuple(step for step in steps if not (isinstance(step, Do) and step.binds and step.binds not in used))


def _names_inside(step: CaseStep) -> set[str]:
    """The names that a step reads inside (what a binding binds is not read by it)."""
    sources = [source for _, source in step.values] if isinstance(step, Derived) else [step.source]
    names = {n.id for text in sources for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    return names - {step.binds} if isinstance(step, Do) else names


def _lines(node: ast.stmt, file: _File) -> Iterator[tuple[CaseStep, ...]]:
    """The cases of a top-level statement: a loop is a case for each turn."""
    if isinstance(node, ast.With) and not _raises(node):
        raise ScriptError(node.lineno, f"`{ast.unparse(node).splitlines()[0]}`")
    if isinstance(node, ast.For):
        for turn in _turns(node):
            yield _body(turn, file)
    else:
        yield _body([node], file)


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


def _steps(node: ast.stmt, file: _File, env: Env) -> Iterator[CaseStep]:
    if isinstance(node, ast.Assert):
        yield _assertion(node, file, env)
    elif isinstance(node, ast.With) and _raises(node):
        yield from _raising(node, file, env)
    elif isinstance(node, ast.For) and any(isinstance(inner, ast.Assert | ast.With) for inner in ast.walk(node)):
        for turn in _turns(node):
            for statement in turn:
                yield from _steps(statement, file, env)
    elif any(isinstance(inner, ast.Assert) for inner in ast.walk(node)):
        raise ScriptError(node.lineno, f"an assert inside `{ast.unparse(node).splitlines()[0]}`")
    elif bound := _bound_literal(node):
        env[bound] = node.value  # type: ignore[attr-defined]
        yield Do(ast.unparse(node), bound)
    elif not isinstance(node, ast.Pass):
        for name in _changed(node):
            env.pop(name, None)
        yield Do(ast.unparse(node))


def _changed(node: ast.stmt) -> set[str]:
    """The names that a statement may bind anew or change: those it stores, and those it calls methods of or stores into."""
    found: set[str] = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and not isinstance(inner.ctx, ast.Load):
            found.add(inner.id)
        elif isinstance(inner, ast.Attribute | ast.Subscript) and isinstance(inner.value, ast.Name):
            found.add(inner.value.id)
    return found


def _turns(node: ast.For) -> Iterator[list[ast.stmt]]:
    """The body of a loop over a literal, once for each turn, its variables replaced by their values."""
    items = _items(node.iter)
    if items is None or node.orelse:
        raise ScriptError(node.lineno, "a `for` with asserts needs a literal list")
    names = node.target.elts if isinstance(node.target, ast.Tuple) else [node.target]
    if not all(isinstance(name, ast.Name) for name in names):
        raise ScriptError(node.lineno, f"`for {ast.unparse(node.target)} in …`")
    for item in items:
        values = _row(item, len(names), node)
        yield replaced(node.body, {name.id: value for name, value in zip(names, values, strict=True) if isinstance(name, ast.Name)})


def _items(node: ast.expr) -> list[ast.expr] | None:
    """What a loop walks over, if it is written out: a list, a tuple, or a short range."""
    match node:
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            return elts
        case ast.Call(func=ast.Name(id="range"), args=args) if all(
            isinstance(arg, ast.Constant) and isinstance(arg.value, int) for arg in args
        ):
            numbers = range(*(arg.value for arg in args))  # type: ignore[attr-defined]
            return [ast.Constant(number) for number in numbers] if len(numbers) <= LONGEST_LOOP else None
    return None


class _Replace(ast.NodeTransformer):
    def __init__(self, env: Mapping[str, ast.expr]) -> None:
        self.env = env

    def visit_Name(self, node: ast.Name) -> ast.expr:
        found = self.env.get(node.id) if isinstance(node.ctx, ast.Load) else None
        return ast.copy_location(copy.deepcopy(found), node) if found is not None else node


def replaced(body: Sequence[ast.stmt], env: Mapping[str, ast.expr]) -> list[ast.stmt]:
    """Copies of the statements with expressions put in the place of the names that stand for them."""
    return [ast.fix_missing_locations(_Replace(env).visit(copy.deepcopy(statement))) for statement in body]


def _raises(node: ast.With) -> ast.Call | None:
    call = node.items[0].context_expr
    if isinstance(call, ast.Call) and call.args:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        return call if name in ("raises", "assertRaises") else None
    return None


def _raising(node: ast.With, file: _File, env: Env) -> Iterator[CaseStep]:
    call = _raises(node)
    assert call is not None
    match = next((str(keyword.value.value) for keyword in call.keywords if isinstance(keyword.value, ast.Constant)), "")
    try:
        re.compile(match)
    except re.error as error:
        raise ScriptError(node.lineno, f"match={match!r}: {error}") from error
    *before, last = node.body
    for statement in before:
        yield from _steps(statement, file, env)
    yield ExpectRaises(ast.unparse(last), ast.unparse(call.args[0]), match)


def _assertion(node: ast.Assert, file: _File, env: Env) -> CaseStep:
    test = node.test
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq | ast.Is):
        for inside, outside in ((test.left, test.comparators[0]), (test.comparators[0], test.left)):
            try:
                expected = literal(_Replace(env).visit(copy.deepcopy(outside)))
            except NotLiteralError:
                continue
            if split(inside, file.imported, file.own)[0]:
                return Expect(ast.unparse(inside), expected, _arguments(inside, env))
    values, rest = split(test, file.imported, file.own)
    if not values:
        raise ScriptError(node.lineno, f"`{ast.unparse(test)}` asks nothing of the candidate's code")
    return Derived(values, rest, ast.unparse(test))


def _arguments(node: ast.expr, env: Env) -> tuple[Plain, ...] | None:
    if not isinstance(node, ast.Call) or node.keywords:
        return None
    try:
        return tuple(literal(_Replace(env).visit(copy.deepcopy(argument))) for argument in node.args)  # type: ignore[misc]
    except NotLiteralError:
        return None
