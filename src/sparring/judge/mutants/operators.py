"""What can be wrong with a line: one function per operator, from a node of the tree to the texts that may stand in its place.

Each mistake is one that people make: the other side of a boundary, a forgotten case, the first two arguments swapped. An operator answers with replacements of the node's own
text, so that a survivor's diff shows the line as it was written.
"""

import ast
from collections.abc import Callable, Iterator

Texts = Iterator[str]
Operator = Callable[[ast.AST, "Source"], Texts]

_SIGN: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_OTHER_COMPARISON: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Lt: ">=",
    ast.LtE: ">",
    ast.Gt: "<=",
    ast.GtE: "<",
}
_BOUNDARY: dict[type[ast.cmpop], str] = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">"}
_ARITHMETIC: dict[type[ast.operator], str] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "+",
    ast.Div: "*",
    ast.FloorDiv: "*",
    ast.Mod: "//",
    ast.Pow: "*",
    ast.LShift: ">>",
    ast.RShift: "<<",
    ast.BitAnd: "|",
    ast.BitOr: "&",
    ast.BitXor: "&",
    ast.MatMult: "*",
}
_ERRORS = {"ValueError": "TypeError", "TypeError": "ValueError", "KeyError": "ValueError", "IndexError": "ValueError"}


class Source:
    """A module's text with the places of its nodes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = [line.encode() for line in text.splitlines(keepends=True)]
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))
        self.data = text.encode()

    def span(self, node: ast.AST) -> tuple[int, int]:
        """First and last byte (exclusive) of a node."""
        begin = self._starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]
        return begin, self._starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]

    def of(self, node: ast.AST) -> str:
        """A node's own text."""
        begin, end = self.span(node)
        return self.data[begin:end].decode()

    def replaced(self, node: ast.AST, text: str) -> str:
        """The module with `text` where the node stands."""
        begin, end = self.span(node)
        return (self.data[:begin] + text.encode() + self.data[end:]).decode()


def _pair(node: ast.Compare, sign: str, source: Source) -> str:
    return f"{source.of(node.left)} {sign} {source.of(node.comparators[0])}"


def comparison(node: ast.AST, source: Source) -> Texts:
    """The opposite comparison."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield _pair(node, _OTHER_COMPARISON[type(node.ops[0])], source)


def boundary(node: ast.AST, source: Source) -> Texts:
    """The boundary itself in or out; in a chain, each of its signs."""
    if not isinstance(node, ast.Compare):
        return
    for number, sign in enumerate(node.ops):
        if type(sign) in _BOUNDARY:
            operands = [source.of(each) for each in (node.left, *node.comparators)]
            signs = [_SIGN[type(each)] for each in node.ops]
            signs[number] = _BOUNDARY[type(sign)]
            yield operands[0] + "".join(f" {s} {o}" for s, o in zip(signs, operands[1:], strict=True))


def arithmetic(node: ast.AST, source: Source) -> Texts:
    """Another operator, or a lost minus."""
    if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC and not _is_text(node.left) and not _is_text(node.right):
        yield f"{_bare(node.left, source)} {_ARITHMETIC[type(node.op)]} {_bare(node.right, source)}"
    elif isinstance(node, ast.AugAssign) and type(node.op) in _ARITHMETIC:
        yield f"{source.of(node.target)} {_ARITHMETIC[type(node.op)]}= {source.of(node.value)}"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
        yield source.of(node.operand)


def _bare(node: ast.expr, source: Source) -> str:
    """An operand, in brackets unless it is simple: brackets round it are not part of its own text."""
    text = source.of(node)
    simple = isinstance(node, ast.Name | ast.Constant | ast.Call | ast.Attribute | ast.Subscript)
    return text if simple else f"({text})"


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str | bytes))


def boolean(node: ast.AST, source: Source) -> Texts:
    """`and` for `or`, a lost or added `not`, the other truth value, `break` for `continue`."""
    if isinstance(node, ast.BoolOp):
        word = " or " if isinstance(node.op, ast.And) else " and "
        yield word.join(
            f"({source.of(each)})" if isinstance(each, ast.BoolOp | ast.Lambda | ast.IfExp) else source.of(each) for each in node.values
        )
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield source.of(node.operand) if not isinstance(node.operand, ast.BoolOp) else f"({source.of(node.operand)})"
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield str(not node.value)
    elif isinstance(node, ast.Break):
        yield "continue"
    elif isinstance(node, ast.Continue):
        yield "break"


def condition(node: ast.AST, source: Source) -> Texts:
    """A condition that is only a name or a call, turned round: `if items` and `if not items`."""
    if isinstance(node, ast.If | ast.While | ast.IfExp) and isinstance(node.test, ast.Name | ast.Call | ast.Attribute | ast.Subscript):
        text, (begin, _), (first, last) = source.of(node), source.span(node), source.span(node.test)
        data = text.encode()
        yield (data[: first - begin] + f"not {source.of(node.test)}".encode() + data[last - begin :]).decode()


def constant(node: ast.AST, source: Source) -> Texts:  # noqa: ARG001 - the operators' signature
    """One more, or another text."""
    if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
        return
    if isinstance(node.value, int | float) and not isinstance(node.value, bool):
        yield repr(node.value + 1)
    elif isinstance(node.value, str):
        yield repr(node.value + "_") if node.value else repr("_")
    elif isinstance(node.value, bytes):
        yield repr(node.value + b"_")


def returned(node: ast.AST, source: Source) -> Texts:  # noqa: ARG001 - the operators' signature
    """Nothing is returned."""
    if isinstance(node, ast.Return) and node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield "return None"


def exception(node: ast.AST, source: Source) -> Texts:
    """Not raised at all, or another type of exception."""
    if not isinstance(node, ast.Raise) or node.exc is None:
        return
    yield "pass"
    kind = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    if isinstance(kind, ast.Name) and kind.id in _ERRORS:
        yield source.of(node).replace(kind.id, _ERRORS[kind.id], 1)


def sliced(node: ast.AST, source: Source) -> Texts:
    """A slice that lacks one of its bounds, or its step."""
    if not isinstance(node, ast.Slice):
        return
    bounds = [source.of(each) if each else "" for each in (node.lower, node.upper, node.step)]
    for number, text in enumerate(bounds):
        if text:
            changed = [*bounds[:number], "", *bounds[number + 1 :]]
            yield ":".join(changed if changed[2] else changed[:2])


def removed(node: ast.AST, source: Source) -> Texts:  # noqa: ARG001 - the operators' signature
    """A forgotten statement."""
    if isinstance(node, ast.Assign | ast.AugAssign | ast.Delete) or (
        isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
    ):
        yield "pass"


def swapped(node: ast.AST, source: Source) -> Texts:
    """The first two arguments in the other order."""
    if isinstance(node, ast.Call) and len(node.args) >= 2 and not any(isinstance(each, ast.Starred) for each in node.args[:2]):
        first, second = node.args[:2]
        if ast.dump(first) == ast.dump(second) or (isinstance(node.func, ast.Name) and node.func.id in ("max", "min")):
            return
        data, (begin, end) = source.data, source.span(node)
        (a, b), (c, d) = source.span(first), source.span(second)
        yield (data[begin:a] + data[c:d] + data[b:c] + data[a:b] + data[d:end]).decode()


def mutable_default(node: ast.AST, source: Source) -> Texts:
    """`def f(items=None): if items is None: items = []` written as `def f(items=[])`."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return
    arguments = [*node.args.posonlyargs, *node.args.args]
    defaults = dict(zip([each.arg for each in arguments[len(arguments) - len(node.args.defaults) :]], node.args.defaults, strict=True))
    defaults |= {each.arg: value for each, value in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True) if value}
    for statement in node.body:
        name, made = _fresh(statement)
        default = defaults.get(name)
        if made is not None and isinstance(default, ast.Constant) and default.value is None:
            yield _joined(node, source, {default: source.of(made), statement: "pass"})


def _fresh(statement: ast.stmt) -> tuple[str, ast.expr | None]:
    """The name that a statement gives a new container to if it is None, and the container."""
    match statement:
        case ast.If(
            test=ast.Compare(left=ast.Name(id=name), ops=[ast.Is()], comparators=[ast.Constant(value=None)]),
            body=[ast.Assign(targets=[ast.Name(id=same)], value=made)],
            orelse=[],
        ) if name == same and (isinstance(made, ast.List | ast.Dict | ast.Set) or _makes(made)):
            return name, made
    return "", None


def _makes(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("list", "dict", "set") and not node.args


def _joined(whole: ast.AST, source: Source, parts: dict[ast.AST, str]) -> str:
    """The text of `whole` with each of `parts` replaced."""
    start, end = source.span(whole)
    found, at = b"", start
    for part, text in sorted(parts.items(), key=lambda each: source.span(each[0])):
        begin, stop = source.span(part)
        found += source.data[at:begin] + text.encode()
        at = stop
    return (found + source.data[at:end]).decode()


OPERATORS: dict[str, Operator] = {
    "comparison": comparison,
    "boundary": boundary,
    "arithmetic": arithmetic,
    "boolean": boolean,
    "condition": condition,
    "constant": constant,
    "return": returned,
    "exception": exception,
    "slice": sliced,
    "removed-statement": removed,
    "swapped-arguments": swapped,
    "mutable-default": mutable_default,
}
