"""Rows of JSON, one problem a line: `{id, prompt, entry_point, solution, tests}`, as HumanEval and MBPP write them, under their own names too."""

import ast
import json
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sparring.content.importing.drafts import CannotImportError, Draft, Drafts, Left, exercise_toml, slug
from sparring.content.importing.suite import cases_of
from sparring.judge.outside import BUILTINS

NAMES = {
    "id": ("id", "task_id", "name"),
    "prompt": ("prompt", "text", "description"),
    "entry_point": ("entry_point", "entry", "function"),
    "solution": ("solution", "canonical_solution", "code"),
    "tests": ("tests", "test", "test_list"),
    "setup": ("setup", "test_setup_code"),
    "imports": ("test_imports",),
}
LONGEST_ROW = 1 << 20


def read_rows(path: Path) -> Drafts:
    """Every problem of the file; a line that is none is refused with its number."""
    found = Drafts(slug(path.stem), path.stem.replace("_", " ").replace("-", " ").strip().capitalize() or "Imported")
    names: set[str] = set()
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        name = f"line-{number}"
        try:
            row = _row(line)
            name = _unique(_named(str(row.get("id") or name), path), names)
            found.drafts.append(_draft(name, row, path.name))
        except CannotImportError as error:
            found.refused.append(Left(name, path.name, number, error.message))
    return found


def _named(told: str, path: Path) -> str:
    """The row's id in kebab case; a bare number, as MBPP has it, goes with the file's name."""
    return slug(f"{path.stem}-{told}" if told.strip().isdigit() else told)


def _unique(name: str, names: set[str]) -> str:
    number, unique = 1, name
    while unique in names:
        number += 1
        unique = f"{name}-{number}"
    names.add(unique)
    return unique


def _row(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_ROW:
        raise CannotImportError(0, "importing.row-long", most=LONGEST_ROW)
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CannotImportError(0, "importing.json", file="", what=str(error)) from error
    if not isinstance(data, dict):
        raise CannotImportError(0, "importing.no-row")
    return {ours: next((data[name] for name in known if data.get(name) not in (None, "")), "") for ours, known in NAMES.items()}


def _draft(name: str, row: Mapping[str, Any], file: str) -> Draft:
    prompt, tests = str(row["prompt"]), _tests(row["tests"])
    setup = "\n".join(part for part in (_tests(row["imports"]), str(row["setup"])) if part.strip())
    for field in ("prompt", "solution", "tests"):
        if not str(row[field]).strip() or row[field] == []:
            raise CannotImportError(0, "importing.field-missing", field=field)
    entry = str(row["entry_point"] or _called(tests))
    reference = _reference(prompt, str(row["solution"]), entry)
    cases = cases_of(_suite(tests, setup, entry), file, {"solution"}, {}, {entry})
    starter, told = _starter(prompt, reference, entry)
    title = name.replace("-", " ").capitalize() if not entry else entry.replace("_", " ").strip().capitalize()
    written = {
        "exercise.toml": exercise_toml(entry, title, "mid", 15),
        "prompt.en.md": told,
        "starter.py": starter,
        "reference.py": reference,
        "cases.py": cases.source,
    }
    return Draft(name, written, cases.left_out)


def _tests(tests: object) -> str:
    return "\n".join(str(test) for test in tests) if isinstance(tests, Sequence) and not isinstance(tests, str) else str(tests)


def _parsed(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError) as error:
        raise CannotImportError(getattr(error, "lineno", 0) or 0, "importing.syntax", what=str(error)) from error


def _defines(source: str, entry: str) -> bool:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return False
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.name == entry for node in tree.body)


def _reference(prompt: str, solution: str, entry: str) -> str:
    """The solution as a module: by itself, or as what follows the prompt (HumanEval gives the body alone)."""
    for source in (solution, prompt + solution, f"{prompt.rstrip()}\n{textwrap.indent(textwrap.dedent(solution), '    ')}"):
        if _defines(source, entry):
            return source.strip() + "\n"
    _parsed(solution)
    raise CannotImportError(0, "importing.no-entry", file=entry or "solution")


def _called(tests: str) -> str:
    """The function that the first assert calls, where the row does not name it."""
    for node in ast.walk(_parsed(tests)):
        if isinstance(node, ast.Assert):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name) and inner.func.id not in BUILTINS:
                    return inner.func.id
    raise CannotImportError(0, "importing.field-missing", field="entry_point")


class _Candidate(ast.NodeTransformer):
    def __init__(self, parameter: str, entry: str) -> None:
        self.parameter = parameter
        self.entry = entry

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self.entry, node.ctx) if node.id == self.parameter else node


class _Unshadowed(ast.NodeTransformer):
    """Names of builtins that a check takes for its own (`str = "".join(…)`), under names of their own."""

    def __init__(self, body: Sequence[ast.stmt]) -> None:
        self.taken = {
            node.id
            for line in body
            for node in ast.walk(line)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in BUILTINS
        }

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(f"own_{node.id}", node.ctx) if node.id in self.taken else node


def _suite(tests: str, setup: str, entry: str) -> str:
    """The row's tests as a suite of functions: `check(candidate)` is opened, an assert on a line of its own is a test."""
    tree = _parsed(f"{setup}\n{tests}")
    checks = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "check" and node.args.args}
    written: list[str] = ["from solution import *"]
    loose: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in checks:
            plain = _Unshadowed(node.body)
            body = [plain.visit(_Candidate(node.args.args[0].arg, entry).visit(line)) for line in node.body]
            loose += body
        elif _is_padding(node, checks):
            continue
        elif isinstance(node, ast.Assert | ast.For | ast.With):
            loose.append(node)
        else:
            written.append(ast.unparse(node))
    return "\n\n".join([*written, *_functions(loose, entry)])


def _is_padding(node: ast.stmt, checks: Iterable[str]) -> bool:
    """What the sets put around their asserts: the call of `check`, a table about the row."""
    match node:
        case ast.Expr(value=ast.Call(func=ast.Name(id=name))):
            return name in checks
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name == "METADATA"
    return False


def _functions(body: Sequence[ast.stmt], entry: str) -> list[str]:
    """A test for each statement that asserts; what stands between prepares all that follow it."""
    before: list[str] = []
    functions: list[str] = []
    for node in body:
        source = ast.unparse(ast.fix_missing_locations(node))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.Assert) and not re.search(rf"\b{re.escape(entry)}\b", source) and isinstance(node.test, ast.Constant):
            continue  # `assert True`: the set's own padding
        if not isinstance(node, ast.Assert | ast.For | ast.With):
            before.append(source)
            continue
        functions.append(f"def test_{len(functions) + 1}():\n" + textwrap.indent("\n".join([*before, source]), "    "))
    return functions


def _starter(prompt: str, reference: str, entry: str) -> tuple[str, str]:
    """What the candidate starts from and what is asked: the function's head, and the words; a prompt that is code is shown as such."""
    node = next(node for node in _parsed(reference).body if getattr(node, "name", "") == entry)
    is_code = re.search(rf"^\s*(def|class)\s+{re.escape(entry)}\b", prompt, re.MULTILINE) is not None
    told = f"```python\n{prompt.strip()}\n```\n" if is_code else prompt.strip() + "\n"
    if isinstance(node, ast.ClassDef):
        return f"class {entry}:\n    pass\n", told
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    head = ast.unparse(ast.Module([type(node)(**{**_fields(node), "body": [ast.Pass()]})], [])).splitlines()
    imports = [ast.unparse(line) for line in _parsed(reference).body if isinstance(line, ast.Import | ast.ImportFrom)]
    return "\n".join([*imports, *([""] * bool(imports)), *head[:-1], "    raise NotImplementedError"]) + "\n", told


def _fields(node: ast.AST) -> dict[str, Any]:
    return {**dict(ast.iter_fields(node)), "lineno": 1, "col_offset": 0}
