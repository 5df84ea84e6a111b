"""The cases that are shown before handing in, as a file of tests for the candidate's own editor."""

import ast

from sparring.judge.script import Script

SHOWN = 3
FILE = "examples_test.py"


def examples(cases: str, script: Script, entry: str) -> dict[str, str]:
    """`examples_test.py`: the first cases with what they need of the case file (imports, helpers), and none of the others."""
    shown = {case.line for case in script.cases[:SHOWN]}
    tree = ast.parse(cases)
    kept = [node for node in tree.body if node.lineno in shown]
    support = [node for node in tree.body if node not in kept and _supports(node)]
    while wanted := [node for node in support if node not in kept and _defines(node) & _names(kept)]:
        kept += wanted
    body = [ast.get_source_segment(cases, node) or "" for node in sorted(kept, key=lambda node: node.lineno)]
    head = f"from pytest import approx, raises  # noqa: F401\n\nfrom solution import {entry}  # noqa: F401\n"
    return {FILE: head + "".join(f"\n\n{part}\n" for part in body)}


def _supports(node: ast.stmt) -> bool:
    """Imports and helpers: everything that is no case."""
    is_test = isinstance(node, ast.FunctionDef) and node.name.startswith("test")
    return isinstance(node, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign) and not is_test


def _defines(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
    return {name.id for name in ast.walk(node) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)}


def _names(nodes: list[ast.stmt]) -> set[str]:
    return {name.id for node in nodes for name in ast.walk(node) if isinstance(name, ast.Name)}
