"""Tests rewritten so that they look at more than their author thought of: other constants, and every value that an assert compares is noted."""

import ast
from collections.abc import Iterator, Mapping


def probes(files: Mapping[str, str], tests: tuple[str, ...]) -> dict[str, str]:
    """The test files rewritten, by name; without those that cannot be read here."""
    found: dict[str, str] = {}
    for name in tests:
        try:
            tree = ast.parse(files[name])
            found[name] = ast.unparse(ast.fix_missing_locations(ast.Module(list(_rewritten(tree)), [])))
        except (SyntaxError, ValueError, RecursionError):
            continue
    return found


def boundaries(source: str) -> list[int | float | str]:
    """The numbers and texts that a module names, and the whole numbers beside them."""
    found: set[int | float | str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float, str) and len(str(node.value)) < LONGEST:
            found |= {node.value, *((node.value - 1, node.value + 1) if type(node.value) is int else ())}  # type: ignore[arg-type]
    return sorted(found, key=repr)


def _rewritten(tree: ast.Module) -> Iterator[ast.stmt]:
    varied = _Varied()
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and (node.name.startswith("Test") or _is_case(node)):
            yield from _class(node, varied)
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            yield from _function(node, varied)
        elif isinstance(node, ast.FunctionDef) and _decorated(node, "fixture"):
            node.decorator_list = []
            yield varied.visit(node)
            yield _statement(f"_fixtures[{node.name!r}] = {node.name}")
        elif isinstance(node, ast.Assign):
            node.value = varied.visit(node.value)
            yield node
        elif not (isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)):
            yield node


def _class(node: ast.ClassDef, varied: "_Varied") -> Iterator[ast.stmt]:
    methods = [each for each in node.body if isinstance(each, ast.FunctionDef) and each.name.startswith("test")]
    tables = {each.name: _tables(each, varied) for each in methods}
    node.bases = [ast.Name("_Case") if "TestCase" in ast.unparse(base) else base for base in node.bases]
    for each in methods:
        each.decorator_list = []
    node.body = [varied.visit(each) if isinstance(each, ast.FunctionDef) else each for each in node.body]
    yield node
    for name, table in tables.items():
        yield _statement(f"_tests.append(({node.name}, {node.name}.{name}, {table}))")


def _function(node: ast.FunctionDef, varied: "_Varied") -> Iterator[ast.stmt]:
    table = _tables(node, varied)
    node.decorator_list = []
    yield varied.visit(node)
    yield _statement(f"_tests.append((None, {node.name}, {table}))")


def _tables(node: ast.FunctionDef, varied: "_Varied") -> str:
    """[(names, a function that makes the rows), …] of what it is parametrized by, as source."""
    found = []
    for call in node.decorator_list:
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("parametrize") and len(call.args) > 1:
            names = ast.literal_eval(call.args[0])
            named = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
            rows = ast.unparse(ast.fix_missing_locations(varied.visit(call.args[1])))
            found.append(f"({named!r}, lambda: {rows})")
    return f"[{', '.join(found)}]"


def _statement(text: str) -> ast.stmt:
    return ast.parse(text).body[0]


def _is_case(node: ast.ClassDef) -> bool:
    return any("TestCase" in ast.unparse(base) for base in node.bases)


def _decorated(node: ast.FunctionDef, word: str) -> bool:
    return any(word in ast.unparse(each) for each in node.decorator_list)


LONGEST = 40
LOOKING = frozenset(("super", "locals", "vars", "globals", "dir", "eval", "exec"))
"""What looks at the frame that calls it."""


class _Varied(ast.NodeTransformer):
    """Constants become calls of `_varied`, lists of `_items`, calls of `_called`, asserts of `_seen`."""

    def __init__(self) -> None:
        self._number = 0

    def _at(self, name: str, *parts: ast.expr, keywords: list[ast.keyword] | None = None) -> ast.Call:
        self._number += 1
        return ast.Call(ast.Name(name), [ast.Constant(self._number), *parts], keywords or [])

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        """A number or a text, by its place in the file."""
        if type(node.value) not in (int, float, str):
            return node
        return self._at("_varied", node)

    def visit_List(self, node: ast.List) -> ast.expr:
        """A list that is made, not one that is assigned to."""
        self.generic_visit(node)
        return self._at("_items", node) if isinstance(node.ctx, ast.Load) else node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """What is called, by way of `_called`."""
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in LOOKING:
            return node
        return self._at("_called", node.func, *node.args, keywords=node.keywords)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.JoinedStr:
        """As it is: its texts can be nothing but constants."""
        return node

    def visit_arguments(self, node: ast.arguments) -> ast.arguments:
        """As they are."""
        return node

    def visit_match_case(self, node: ast.match_case) -> ast.match_case:
        """The pattern as it is."""
        node.body = [self.visit(each) for each in node.body]
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AnnAssign:
        """The annotation as it is."""
        node.value = self.visit(node.value) if node.value else None
        return node

    def visit_Assert(self, node: ast.Assert) -> ast.stmt:
        """What it compares, noted."""
        test = node.test
        parts = [test.left, *test.comparators] if isinstance(test, ast.Compare) else [test]
        return ast.Expr(ast.Call(ast.Name("_seen"), [self.visit(each) for each in parts], []))
