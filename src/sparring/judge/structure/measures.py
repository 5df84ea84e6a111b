"""The figures of a file, the places that they come from, and how far a change has come between a file and a better one."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sparring.judge.structure.cognitive import points
from sparring.judge.structure.hiding import hiding
from sparring.judge.structure.repeats import Repeat, repeats
from sparring.judge.structure.unfold import Function, functions

NAMES = ("cognitive", "nesting", "longest", "repeated")
"""What is measured: the worst function's cognitive complexity, the deepest block, the statements of the longest function, the statements that repeat earlier ones."""

WORSE = 1.2
"""By which factor a figure must have grown to be called worse, and by at least two."""
_NESTS = ast.If | ast.For | ast.AsyncFor | ast.While | ast.With | ast.AsyncWith | ast.Try | ast.TryStar | ast.Match


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: the line, the function it is in, which measure it feeds (`first`: where a repetition stood before, else 0) and the figure there."""

    line: int
    function: str
    measure: str
    value: int
    first: int = 0


@dataclass(frozen=True, slots=True)
class Structure:
    """The figures of a file by `NAMES`, and its functions' own. `hiding`: lines where code is made of text, which nothing here can read."""

    figures: Mapping[str, int]
    functions: tuple[tuple[str, int, Mapping[str, int]], ...]
    repeated: tuple[Repeat, ...]
    hiding: tuple[int, ...]


def measure(source: str) -> Structure:
    """The figures of a source; SyntaxError if it is none."""
    tree = ast.parse(source)
    measured = tuple((function.name, function.lineno, _figures(function)) for function in functions(tree))
    again = tuple(repeats(tree))
    figures = {name: max((own[name] for _, _, own in measured), default=0) for name in NAMES[:3]}
    return Structure({**figures, "repeated": sum(repeat.statements for repeat in again)}, measured, again, hiding(tree))


def spots(structure: Structure, most: int = 6) -> tuple[Spot, ...]:
    """The places that the figures come from: the worst function of each measure, every repetition."""
    found: list[Spot] = []
    for name in NAMES[:3]:
        worst = max(structure.functions, key=lambda function, name=name: function[2][name], default=None)  # type: ignore[misc]
        if worst and worst[2][name]:
            found.append(Spot(worst[1], worst[0], name, worst[2][name]))
    found += [Spot(each.line, "", "repeated", each.statements, each.first) for each in structure.repeated]
    return tuple(found[:most])


def gained(before: Structure, after: Structure, aim: Structure, names: Iterable[str] = NAMES) -> float:
    """How much of the way from `before` to `aim` was gone, 0 to 1, as the mean over those of the measures in which `aim` is better."""
    better = [name for name in names if aim.figures[name] < before.figures[name]]
    shares = [
        min(1.0, max(0.0, (before.figures[name] - after.figures[name]) / (before.figures[name] - aim.figures[name]))) for name in better
    ]
    return sum(shares) / len(shares) if shares else 1.0


def worse(before: Structure, after: Structure) -> tuple[str, ...]:
    """The measures that became clearly worse."""
    return tuple(name for name in NAMES if after.figures[name] >= max(before.figures[name] * WORSE, before.figures[name] + 2))


def _figures(function: Function) -> dict[str, int]:
    cognitive = sum(cost for _, cost in points(function))
    return {"cognitive": cognitive, "nesting": _depth(function.body), "longest": _statements(function.body)}


def _depth(body: Iterable[ast.stmt]) -> int:
    """How many blocks lie inside each other; an `elif` is no deeper than its `if`, a nested function begins anew."""
    return max((_depth_of(node) for node in body), default=0)


def _depth_of(node: ast.stmt) -> int:
    if not isinstance(node, _NESTS):
        return 0
    if isinstance(node, ast.If) and len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
        return max(1 + _depth(node.body), _depth_of(node.orelse[0]))
    return 1 + _depth(_inside(node))


def _statements(body: Iterable[ast.stmt]) -> int:
    """Statements in all, docstrings and what nested functions and classes hold left aside."""
    return sum(1 + (0 if _defines(node) else _statements(_inside(node))) for node in body if not _is_text(node))


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _inside(node: ast.AST) -> Iterator[ast.stmt]:
    """The statements right inside a statement: its blocks', its handlers' and its cases'."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            yield child
        elif not isinstance(child, ast.expr):
            yield from _inside(child)


def _defines(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
