"""A suite for unittest or pytest as a file of cases: one function for each test, self-contained, with nothing left of the framework.

Theory of operation. A test becomes a flat list of statements: its class's attributes and `setUp` come first, loops over what is written out are
unrolled, `subTest` is opened, helpers that assert are put in where they are called, fixtures where they are asked for. What has no such form is left
out with its reason; the other tests are not held back by it.
"""

import ast
import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sparring.content.importing import walk
from sparring.content.importing.assertions import assertion, expects, message_of, raises_block
from sparring.content.importing.drafts import CannotImportError, Left
from sparring.core.text import Message
from sparring.judge.script import ScriptError, parse, replaced

FRAMEWORKS = ("unittest", "pytest", "typing")
DEEPEST = 20
"""How far helpers may call each other."""


@dataclass(frozen=True, slots=True)
class Cases:
    """The text of a `cases.py`, how many tests it holds, and those left out."""

    source: str
    count: int
    left_out: tuple[Left, ...]


@dataclass
class _Suite:
    """What a test file holds, taken apart. `beside`: names that lead to a file beside the tests."""

    modules: frozenset[str]
    helpers: Mapping[str, str]
    file: str
    header: list[ast.stmt] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)
    spaces: set[str] = field(default_factory=set)
    env: dict[str, ast.expr] = field(default_factory=dict)
    fixtures: dict[str, ast.FunctionDef] = field(default_factory=dict)
    classes: dict[str, ast.ClassDef] = field(default_factory=dict)
    functions: list[ast.FunctionDef] = field(default_factory=list)
    inlined: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)


def cases_of(source: str, file: str, modules: Iterable[str], helpers: Mapping[str, str], own: Iterable[str]) -> Cases:
    """The cases of a test file. `modules`: the names under which it imports what is tested; `helpers`: other modules beside it, by name; `own`: names that
    mean the candidate's even where a builtin has them. CannotImportError if the file cannot be read or holds no test.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError) as error:
        raise CannotImportError(getattr(error, "lineno", 0) or 0, "importing.syntax", what=str(error)) from error
    suite = _Suite(frozenset(modules), helpers, file)
    for node in tree.body:
        _sort(node, suite)
    header = "\n".join(ast.unparse(ast.fix_missing_locations(_names(suite).visit(node))) for node in suite.header)
    kept, left = [], []
    for name, node, build in _tests(suite):
        try:
            text = "\n\n\n".join(build())
            if not text:
                continue
            if _reads_beside(ast.parse(text), suite):
                raise CannotImportError(node.lineno, "importing.file-beside")
            parse(f"{header}\n{text}", own)
            kept.append(text)
        except CannotImportError as error:
            left.append(Left(name, file, error.line or node.lineno, error.message))
        except (ScriptError, ValueError) as error:
            what = error.what if isinstance(error, ScriptError) else str(error)
            left.append(Left(name, file, node.lineno, Message("importing.statement", {"what": what})))
    if not kept:
        raise CannotImportError(left[0].line, left[0].why.id, **left[0].why.params) if left else CannotImportError(0, "importing.no-test")
    head = f"import re\n{header}" if "re.search(" in "".join(kept) and "import re" not in header else header
    return Cases("\n\n\n".join([*([head.strip()] if head.strip() else []), *kept]) + "\n", len(kept), tuple(left))


def _sort(node: ast.stmt, suite: _Suite) -> None:
    match node:
        case ast.Import() | ast.ImportFrom():
            _import(node, suite)
        case ast.Try(body=body):  # the tracks' way of saying kindly that the import failed
            for inner in body:
                _sort(inner, suite)
        case ast.FunctionDef() if node.name.startswith("test"):
            suite.functions.append(node)
        case ast.FunctionDef() if any("fixture" in ast.unparse(decorator) for decorator in node.decorator_list):
            suite.fixtures[node.name] = node
        case ast.ClassDef() if _is_suite(node, suite):
            suite.classes[node.name] = node
        case ast.If() | ast.Expr():
            pass  # `if __name__ == "__main__"`, docstrings
        case _:
            _keep(node, suite)


def _keep(node: ast.stmt, suite: _Suite) -> None:
    """What stands above the tests; what leads to a file beside them is noted only."""
    if _reads_beside(node, suite):
        suite.beside |= walk.stores(node)
        return
    for name in walk.stores(node):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            suite.env[name] = node.value
    suite.header.append(node)


def _reads_beside(node: ast.AST, suite: _Suite) -> bool:
    """Whether something looks for a file beside the tests, itself or by a name that does: a case has none."""
    return any(isinstance(inner, ast.Name) and (inner.id == "__file__" or inner.id in suite.beside) for inner in ast.walk(node))


def _is_suite(node: ast.ClassDef, suite: _Suite) -> bool:
    bases = [ast.unparse(base).rpartition(".")[2] for base in node.bases]
    return any(base == "TestCase" or base in suite.classes for base in bases) or (node.name.startswith("Test") and not bases)


def _import(node: ast.Import | ast.ImportFrom, suite: _Suite) -> None:
    if isinstance(node, ast.ImportFrom):
        module = (node.module or "").rpartition(".")[2] if node.level else node.module or ""
        if module in suite.modules:
            suite.renamed |= {alias.asname: alias.name for alias in node.names if alias.asname}
        elif module in suite.helpers:
            _inline(module, suite)
        elif module.partition(".")[0] not in FRAMEWORKS:
            suite.header.append(node)
        return
    for alias in node.names:
        if alias.name in suite.modules or alias.name in suite.helpers:
            suite.spaces.add(alias.asname or alias.name)
            if alias.name in suite.helpers:
                _inline(alias.name, suite)
        elif alias.name.partition(".")[0] not in FRAMEWORKS:
            suite.header.append(ast.Import([alias]))


def _inline(module: str, suite: _Suite) -> None:
    """A helper module's definitions in the cases themselves."""
    if module in suite.inlined:
        return
    suite.inlined.add(module)
    for node in ast.parse(suite.helpers[module]).body:
        if not (isinstance(node, ast.ImportFrom) and (node.module or "") in suite.modules):
            _sort(node, suite)


class _Names(ast.NodeTransformer):
    """`self.x` as `own_x`, `module.name` as `name`, and what was imported under another name under its own."""

    def __init__(self, spaces: set[str], renamed: Mapping[str, str], selves: Sequence[str]) -> None:
        self.spaces = spaces
        self.renamed = renamed
        self.selves = selves

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if isinstance(node.value, ast.Name) and node.value.id in self.selves:
            return ast.copy_location(ast.Name(f"own_{node.attr}", node.ctx), node)
        if isinstance(node.value, ast.Name) and node.value.id in self.spaces:
            return ast.copy_location(ast.Name(node.attr, node.ctx), node)
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.copy_location(ast.Name(self.renamed.get(node.id, node.id), node.ctx), node)


def _names(suite: _Suite, selves: Sequence[str] = ()) -> _Names:
    return _Names(suite.spaces, suite.renamed, selves)


def _tests(suite: _Suite) -> Iterator[tuple[str, ast.FunctionDef, "_Builder"]]:
    for function in suite.functions:
        yield function.name, function, _Builder(suite, None, function)
    for node in suite.classes.values():
        members = _members(node, suite)
        for method in members.values():
            if method.name.startswith("test"):
                yield f"{node.name}.{method.name}", method, _Builder(suite, node, method)


def _members(node: ast.ClassDef, suite: _Suite) -> dict[str, ast.FunctionDef]:
    """A class's methods, its parents' in the same file included."""
    found: dict[str, ast.FunctionDef] = {}
    for base in node.bases:
        parent = suite.classes.get(ast.unparse(base))
        if parent is not None and parent is not node:
            found |= _members(parent, suite)
    return found | {member.name: member for member in node.body if isinstance(member, ast.FunctionDef)}


@dataclass
class _Builder:
    """Writes one test as functions without arguments: one, or one for each row of its table."""

    suite: _Suite
    owner: ast.ClassDef | None
    test: ast.FunctionDef

    def __call__(self) -> list[str]:
        if any("skip" in ast.unparse(decorator) for decorator in self.test.decorator_list):
            return []
        rows = list(self._rows())
        stem = self.test.name if self.owner is None or len(self.suite.classes) == 1 else f"{self.test.name}_{self.owner.name.lower()}"
        return [self._function(stem if len(rows) == 1 else f"{stem}_{number}", row) for number, row in enumerate(rows, 1)]

    def _rows(self) -> Iterator[dict[str, ast.expr]]:
        """What the test gets for its arguments in each run: the tables' rows, every one with every other."""
        rows: list[dict[str, ast.expr]] = [{}]
        for decorator in self.test.decorator_list:
            if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith("parametrize"):
                table = list(self._table(decorator))
                rows = [one | other for one in rows for other in table]
        if len(rows) > walk.LONGEST:
            raise CannotImportError(self.test.lineno, "importing.long", count=len(rows))
        yield from rows

    def _table(self, decorator: ast.Call) -> Iterator[dict[str, ast.expr]]:
        names_at, rows_at = decorator.args[:2]
        parts = names_at.elts if isinstance(names_at, ast.List | ast.Tuple) else [names_at]
        names = [name.strip() for part in parts if isinstance(part, ast.Constant) for name in str(part.value).split(",") if name.strip()]
        rows = walk.items(rows_at, self.suite.env)
        if rows is None:
            raise CannotImportError(decorator.lineno, "importing.table")
        for row in rows:
            marked = isinstance(row, ast.Call) and ast.unparse(row.func).endswith("param")
            values = row.args if marked else [row] if len(names) == 1 else walk.items(row, self.suite.env)  # type: ignore[attr-defined]
            if values is None or len(values) != len(names):
                raise CannotImportError(decorator.lineno, "importing.table")
            yield dict(zip(names, values, strict=True))

    def _function(self, name: str, row: Mapping[str, ast.expr]) -> str:
        body = [*self._before(), *replaced(self._own_body(row), row)]
        members = _members(self.owner, self.suite) if self.owner else {}
        flat = _Flat(self.suite, members, dict(self.suite.env)).statements(body)
        if not any(walk.asserts(statement) or isinstance(statement, ast.With) for statement in flat):
            raise CannotImportError(self.test.lineno, "importing.asserts-nothing")
        doc = ast.get_docstring(self.test)
        lines = [f"def {name}():", *([f"    {doc.splitlines()[0]!r}"] if doc and doc.strip() else [])]
        for statement in flat:
            lines += [f"    {line}" for line in ast.unparse(statement).splitlines()]
        return "\n".join(lines)

    def _own_body(self, row: Mapping[str, ast.expr]) -> list[ast.stmt]:
        wanted = [argument.arg for argument in self.test.args.args if argument.arg not in row][0 if self.owner is None else 1 :]
        return [*(line for name in wanted for line in self._fixture(name, 0)), *copy.deepcopy(self.test.body)]

    def _fixture(self, name: str, depth: int) -> list[ast.stmt]:
        fixture = self.suite.fixtures.get(name)
        if fixture is None or depth > DEEPEST:
            raise CannotImportError(self.test.lineno, "importing.fixture", name=name)
        *body, last = fixture.body
        value = last.value if isinstance(last, ast.Return | ast.Expr) else None
        value = value.value if isinstance(value, ast.Yield) else value if isinstance(last, ast.Return) else None
        if value is None or any(isinstance(inner, ast.Return | ast.Yield) for line in body for inner in ast.walk(line)):
            raise CannotImportError(fixture.lineno, "importing.fixture", name=name)
        before = [line for argument in fixture.args.args for line in self._fixture(argument.arg, depth + 1)]
        return [*before, *copy.deepcopy(body), ast.Assign([ast.Name(name, ast.Store())], copy.deepcopy(value), lineno=fixture.lineno)]

    def _before(self) -> list[ast.stmt]:
        """What the class does before each of its tests."""
        if self.owner is None:
            return []
        members = _members(self.owner, self.suite)
        attributes = [_own(node) for node in self.owner.body if isinstance(node, ast.Assign | ast.AnnAssign)]
        methods = [members[name] for name in ("setUpClass", "setup_class", "setUp", "setup_method") if name in members]
        return [*attributes, *(copy.deepcopy(line) for method in methods for line in method.body)]


def _own(node: ast.Assign | ast.AnnAssign) -> ast.stmt:
    """A class's attribute as the name that `self.…` becomes."""
    copied = copy.deepcopy(node)
    for target in copied.targets if isinstance(copied, ast.Assign) else [copied.target]:
        for name in ast.walk(target):
            if isinstance(name, ast.Name):
                name.id = f"own_{name.id}"
    return copied


@dataclass
class _Flat:
    """Statements with loops unrolled, helpers put in and assertions in their plain form."""

    suite: _Suite
    members: Mapping[str, ast.FunctionDef]
    env: dict[str, ast.expr]
    depth: int = 0
    fresh: int = 0

    def statements(self, body: Sequence[ast.stmt]) -> list[ast.stmt]:
        found: list[ast.stmt] = []
        caught: dict[str, ast.With] = {}
        for node in body:
            if self._about_exception(node, caught):
                continue
            for statement in self._flat(node):
                found.append(statement)
                self._note(statement)
            if isinstance(node, ast.With) and isinstance(node.items[0].optional_vars, ast.Name) and isinstance(found[-1], ast.With):
                caught[node.items[0].optional_vars.id] = found[-1]
        return found

    def _about_exception(self, node: ast.stmt, caught: Mapping[str, ast.With]) -> bool:
        for name, block in caught.items():
            pattern = message_of(node, name)
            if pattern is not None:
                context = block.items[0].context_expr
                if pattern and isinstance(context, ast.Call) and not context.keywords:
                    context.keywords = [ast.keyword("match", ast.Constant(pattern))]
                return True
        return False

    def _note(self, node: ast.stmt) -> None:
        """Remember what a name stands for, as long as it is written out and nothing changes it."""
        simple = isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name)
        for name in walk.stores(node):
            self.env.pop(name, None)
        if (
            simple
            and isinstance(node, ast.Assign)
            and isinstance(node.value, ast.List | ast.ListComp | ast.Tuple | ast.Dict | ast.Set | ast.Constant | ast.Call)
        ):
            self.env[node.targets[0].id] = node.value  # type: ignore[attr-defined]

    def _flat(self, node: ast.stmt) -> list[ast.stmt]:
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Pass():
                return []
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)) as call) if owner in ("self", "cls"):
                return self._call(call, name)
            case ast.Assert(test=test):
                return [self._plain(ast.Assert(test, None))]
            case ast.With():
                return self._with(node)
            case ast.For() if walk.asserts(node):
                return self._for(node)
            case ast.If() | ast.While() | ast.Try() if walk.asserts(node):
                raise CannotImportError(node.lineno, "importing.statement", what=f"`{ast.unparse(node).splitlines()[0]}`")
        return [self._plain(node)]

    def _plain(self, node: ast.stmt) -> ast.stmt:
        """The statement in the names of the cases; what still asks for `self` cannot be one."""
        asked = [inner.attr for inner in ast.walk(node) if isinstance(inner, ast.Attribute) and ast.unparse(inner.value) in ("self", "cls")]
        for name in asked:
            if name in self.members:
                raise CannotImportError(getattr(node, "lineno", 0), "importing.helper", name=name)
        plain: ast.stmt = ast.fix_missing_locations(_names(self.suite, ("self", "cls")).visit(copy.deepcopy(node)))
        if any(isinstance(inner, ast.Name) and inner.id in ("self", "cls") for inner in ast.walk(plain)):
            raise CannotImportError(getattr(node, "lineno", 0), "importing.statement", what=f"`{ast.unparse(node).splitlines()[0]}`")
        return plain

    def _call(self, call: ast.Call, name: str) -> list[ast.stmt]:
        helper = self.members.get(name)
        if helper is None:
            if name.startswith("assert"):
                made = assertion(call)
                return self.statements([made]) if isinstance(made, ast.With) else [self._plain(made)] if made else []
            raise CannotImportError(call.lineno, "importing.statement", what=f"`{ast.unparse(call)}`")
        if self.depth > DEEPEST or helper.args.vararg or helper.args.kwarg:
            raise CannotImportError(call.lineno, "importing.helper", name=name)
        return self._opened(helper, call)

    def _opened(self, helper: ast.FunctionDef, call: ast.Call) -> list[ast.stmt]:
        """A helper that asserts, put in where it is called: its parameters are what they are given."""
        names = [argument.arg for argument in helper.args.args][1:]
        given: dict[str, ast.expr] = dict(zip(names, call.args, strict=False)) | {k.arg: k.value for k in call.keywords if k.arg}
        for argument, default in zip(reversed(names), reversed(helper.args.defaults), strict=False):
            given.setdefault(argument, default)
        if set(names) - set(given):
            raise CannotImportError(call.lineno, "importing.helper", name=helper.name)
        inner = _Flat(self.suite, self.members, self.env, self.depth + 1)
        return inner.statements(replaced([line for line in helper.body if not isinstance(line, ast.Return)], given))

    def _with(self, node: ast.With) -> list[ast.stmt]:
        first, *rest = node.items
        body = [ast.With(rest, node.body, lineno=node.lineno)] if rest else node.body
        if isinstance(first.context_expr, ast.Call) and ast.unparse(first.context_expr.func).endswith("subTest"):
            return self.statements(body)
        waited = expects(first.context_expr)
        if waited is None:
            raise CannotImportError(node.lineno, "importing.statement", what=f"`{ast.unparse(node).splitlines()[0]}`")
        return [raises_block(_names(self.suite).visit(copy.deepcopy(waited[0])), waited[1], self.statements(body))]

    def _for(self, node: ast.For) -> list[ast.stmt]:
        turns = walk.items(_names(self.suite, ("self", "cls")).visit(copy.deepcopy(node.iter)), self.env)
        if turns is None or node.orelse or len(turns) > walk.LONGEST:
            raise CannotImportError(node.lineno, "importing.loop", what=ast.unparse(node.iter))
        found: list[ast.stmt] = []
        for item in turns:
            bound = walk.bind(node.target, item, self.env)
            if bound is None:
                raise CannotImportError(node.lineno, "importing.loop", what=ast.unparse(node.iter))
            found += self.statements(replaced(node.body, bound))
        return found


def without(source: str, names: Iterable[str]) -> str:
    """The cases without those of these names (as the judge calls them: no `test_`)."""
    dropped = {f"test_{name}" for name in names}
    tree = ast.parse(source)
    tree.body = [node for node in tree.body if not (isinstance(node, ast.FunctionDef) and node.name in dropped)]
    return ast.unparse(tree) + "\n"


class _Loose(ast.NodeTransformer):
    def visit_Assert(self, node: ast.Assert) -> ast.Assert:
        match node.test:
            case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
                return ast.Assert(ast.UnaryOp(ast.Not(), ast.Compare(left, [ast.NotEq()], [right])), None)
        return node


def loosened(source: str, names: Iterable[str]) -> str:
    """The cases of these names compared as Python compares (`1 == 1.0`), where our own comparison, which looks at types too, asks more than the suite did."""
    wanted = {f"test_{name}" for name in names}
    tree = ast.parse(source)
    tree.body = [_Loose().visit(node) if getattr(node, "name", "") in wanted else node for node in tree.body]
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"
