"""The same module in other words: right versions that a suite must let pass, so that one that looks at the text and not at what it does gives itself away."""

import ast

TELLING = frozenset(("locals", "vars", "eval", "exec", "inspect", "globals", "dir"))


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
