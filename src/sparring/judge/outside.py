"""Cuts an assert in two: what touches the candidate's code runs inside, the rest outside with the values put in."""

import ast
import builtins
from collections.abc import Iterable

BUILTINS = frozenset(dir(builtins))
# Called on the candidate's objects, these turn what cannot come out (an iterator, a class) into what can.
INSIDE = frozenset(
    "list tuple set frozenset dict len next isinstance issubclass callable hasattr getattr iter type id islice inspect sorted str repr hash".split()
)


def split(test: ast.expr, imported: Iterable[str], own: Iterable[str] = ()) -> tuple[tuple[tuple[str, str], ...], str]:
    """The parts of `test` to evaluate inside, each with its placeholder, and the expression over the placeholders.

    A comprehension whose element touches the candidate's code is evaluated inside turn by turn, and its values are walked beside
    its own ones outside.
    """
    splitter = _Splitter((BUILTINS | set(imported)) - set(own))
    rest = splitter.visit(ast.parse(ast.unparse(test), mode="eval").body)
    return tuple(splitter.values), ast.unparse(ast.fix_missing_locations(rest))


class _Splitter(ast.NodeTransformer):
    def __init__(self, outside: frozenset[str]) -> None:
        self.outside = outside
        self.values: list[tuple[str, str]] = []

    def visit(self, node: ast.AST) -> ast.AST:
        """The node, or the placeholder that stands for it."""
        if isinstance(node, ast.GeneratorExp | ast.ListComp | ast.SetComp):
            return self._comprehension(node)
        if isinstance(node, ast.Lambda):
            return node
        if isinstance(node, ast.expr) and self._inside(node):
            return self._placeholder(ast.unparse(node))
        return super().generic_visit(node)

    def _placeholder(self, source: str) -> ast.Name:
        name = f"_v{len(self.values)}"
        self.values.append((name, source))
        return ast.Name(name, ast.Load())

    def _comprehension(self, node: ast.GeneratorExp | ast.ListComp | ast.SetComp) -> ast.AST:
        first = node.generators[0]
        if self._touches(first.iter):
            first.iter = self._placeholder(f"list({ast.unparse(first.iter)})")
            return node
        bound = {name.id for part in node.generators for name in ast.walk(part.target) if isinstance(name, ast.Name)}
        inner = _Splitter(self.outside | bound)
        node.elt = inner.visit(node.elt)  # type: ignore[assignment]
        if inner.values and len(node.generators) == 1:
            head = f"for {ast.unparse(first.target)} in {ast.unparse(first.iter)}" + "".join(
                f" if {ast.unparse(test)}" for test in first.ifs
            )
            sources = ", ".join(source for _, source in inner.values)
            values = self._placeholder(f"[({sources},) {head}]")
            own = ast.unparse(ast.ListComp(ast.parse(ast.unparse(first.target), mode="eval").body, [first]))
            names = ", ".join(name for name, _ in inner.values)
            renamed = f"({ast.unparse(node.elt)}) for {ast.unparse(first.target)}, ({names},) in zip({own}, {values.id})"
            return ast.parse(f"[{renamed}]", mode="eval").body
        return node

    def _inside(self, node: ast.expr) -> bool:
        match node:
            case ast.Name(id=name):
                return name not in self.outside
            case ast.Attribute(value=base) | ast.Subscript(value=base):
                return self._inside(base)
            case ast.Call(func=ast.Name(id=name), args=args) if name in INSIDE:
                return any(self._touches(argument) and not _has_comprehension(argument) for argument in args)
            case ast.Call(func=function):
                return self._inside(function)
        return False

    def _touches(self, node: ast.AST) -> bool:
        bound = {
            name.id
            for inner in ast.walk(node)
            if isinstance(inner, ast.comprehension)
            for name in ast.walk(inner.target)
            if isinstance(name, ast.Name)
        }
        return any(isinstance(inner, ast.Name) and inner.id not in self.outside | bound for inner in ast.walk(node))


def _has_comprehension(node: ast.AST) -> bool:
    return any(isinstance(inner, ast.comprehension) for inner in ast.walk(node))


class _Protect(ast.NodeTransformer):
    def __init__(self, own: frozenset[str]) -> None:
        self.own = own

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """A builtin's name, read from the builtins themselves."""
        if node.id not in BUILTINS or node.id in self.own or not isinstance(node.ctx, ast.Load):
            return node
        return ast.Subscript(ast.Name("__builtins__", ast.Load()), ast.Constant(node.id), ast.Load())


def protected(source: str, own: frozenset[str]) -> str:
    """`source` with every builtin taken from the interpreter's own copy: a candidate's `len` must not answer for ours.

    Names in `own` are asked of the candidate (an exercise may want a `sum` of its own), and names that the source binds itself are left alone.
    """
    tree = ast.parse(source)
    bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    bound |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    bound |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return ast.unparse(ast.fix_missing_locations(_Protect(own | bound).visit(tree)))
