"""The same module in other words: right versions that a suite must let pass, so that one that looks at the text and not at what it does gives itself away.

`decoys` are written differently as a whole; `alike` differ in one statement only, as a mutant does, in text and in byte code; some of them in one token only.
"""

import ast
from collections import defaultdict
from random import Random

from sparring.judge.mutants.generate import Mutant, difference, extent, places
from sparring.judge.mutants.operators import Source

TELLING = frozenset(("locals", "vars", "eval", "exec", "inspect", "globals", "dir"))
BOXED = ("[({})][0]", "{{0: ({})}}[0]", "(0, ({}))[1]", "[({})].pop()", "({}) if [0] else None")
"""Ways to say an expression that mean the same and compile to something else."""
MIRRORED = {ast.Lt: ">", ast.LtE: ">=", ast.Gt: "<", ast.GtE: "<=", ast.Eq: "==", ast.NotEq: "!="}


ALIKE = "alike-"


def is_alike(name: str) -> bool:
    """Whether a right version of that name is one of `alike`."""
    return name.startswith(ALIKE)


def alike(source: str, random: Random, most: int = 4, small: int = 2) -> tuple[Mutant, ...]:
    """Right versions in which one returned or assigned value is written otherwise, at drawn places of as many functions as there are, and some of the same
    length but for a token or two; none where the module cannot be parsed here.
    """
    try:
        tree = ast.parse(source)
        text = Source(source)
        little = [(node, changed, each) for node, each in places(tree) if (changed := _little(text, node))]
        found = [(node.value, each) for node, each in places(tree) if isinstance(node, ast.Return | ast.Assign) and node.value]
    except (SyntaxError, ValueError, RecursionError):
        return ()
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    by_function: defaultdict[int, list[tuple[ast.expr, ast.stmt]]] = defaultdict(list)
    for value, statement in random.sample(found, len(found)):
        inside = [number for number, each in enumerate(functions) if each.lineno <= statement.lineno <= (each.end_lineno or 0)]
        by_function[max(inside, default=-1)].append((value, statement))
    rows = [*by_function.values()]
    chosen = [row[number] for number in range(most) for row in rows if number < len(row)][:most]
    boxed = [(value, random.choice(BOXED).format(text.of(value)), statement) for value, statement in chosen]
    changes = [*boxed, *random.sample(little, min(small, len(little)))]
    return tuple(
        _alike(source, text.replaced(node, changed), extent(statement), number)
        for number, (node, changed, statement) in enumerate(changes, 1)
    )


def _little(text: Source, node: ast.AST) -> str:
    """The same in as many words: a whole number in base 16, a comparison with a number the other way round; '' where there is no such way."""
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return hex(node.value) if text.of(node) == str(node.value) else ""
    if not isinstance(node, ast.Compare) or len(node.ops) != 1 or type(node.ops[0]) not in MIRRORED:
        return ""
    number = node.comparators[0]
    if not (isinstance(number, ast.Constant) and type(number.value) is int) or not isinstance(node.left, ast.Name | ast.Attribute):
        return ""
    return f"{number.value} {MIRRORED[type(node.ops[0])]} {text.of(node.left)}"


def _alike(source: str, changed: str, lines: tuple[int, int], number: int) -> Mutant:
    diff, line = difference(source, changed)
    return Mutant(f"{ALIKE}{number}", changed, line, lines, "alike", diff)


def decoys(source: str) -> dict[str, str]:
    """Right versions by name: written in another layout, with other local names, and with statements that do nothing. SyntaxError if it cannot be parsed.

    A module that looks at its own names gets no other names.
    """
    tree = ast.parse(source)
    found = {"layout": ast.unparse(tree), "padded": ast.unparse(ast.fix_missing_locations(_Padded().visit(ast.parse(source))))}
    if not any(isinstance(node, ast.Name) and node.id in TELLING for node in ast.walk(tree)):
        found["names"] = ast.unparse(_Renamed().visit(tree))
    return {name: text + "\n" for name, text in found.items()}


class _Padded(ast.NodeTransformer):
    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """A `pass` after the docstring."""
        self.generic_visit(node)
        node.body.insert(1 if ast.get_docstring(node, clean=False) is not None else 0, ast.Pass())
        return node


class _Renamed(ast.NodeTransformer):
    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """Other names for what a function without inner scopes assigns."""
        inner = [each for each in ast.walk(node) if each is not node]
        if any(
            isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda | ast.Global | ast.Nonlocal)
            for each in inner
        ):
            self.generic_visit(node)
            return node
        kept = {each.arg for each in inner if isinstance(each, ast.arg)} | {
            each.name for each in inner if isinstance(each, ast.ExceptHandler)
        }
        kept |= {
            name
            for each in inner
            if isinstance(each, ast.Import | ast.ImportFrom | ast.MatchAs | ast.MatchStar | ast.MatchMapping)
            for name in _bound(each)
        }
        own = {each.id for each in inner if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)} - kept
        for each in inner:
            if isinstance(each, ast.Name) and each.id in own:
                each.id = f"{each.id}_0"
        return node


def _bound(node: ast.Import | ast.ImportFrom | ast.MatchAs | ast.MatchStar | ast.MatchMapping) -> list[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).partition(".")[0] for alias in node.names]
    name = node.rest if isinstance(node, ast.MatchMapping) else node.name
    return [name] if name else []
