"""Reads the folder of a `refactor`."""

import ast

from sparring.core.plain import Approx, Plain
from sparring.core.problem import Problem
from sparring.judge.literals import NotLiteralError, literal
from sparring.judge.structure import Structure, measure
from sparring.kinds.format import Reader
from sparring.kinds.refactor.schema import InputTable, Named, RefactorFile, RefactorSpec, Wrong


def read_spec(reader: Reader, table: RefactorFile) -> RefactorSpec | tuple[Problem, ...]:
    """The spec; or every problem of the folder's files."""
    original, reference, generator = (reader.source(name) for name in ("original.py", "reference.py", "generator.py"))
    driver = reader.source("driver.py", required=False)
    named = tuple(each for each in (_named(reader, entry) for entry in table.inputs) if each)
    wrong = tuple(Wrong(entry.file, source, entry.caught_by) for entry in table.wrong if (source := reader.source(entry.file)) is not None)
    _references(reader, table)
    before, aim = (_measured(reader, name, source) for name, source in (("original.py", original), ("reference.py", reference)))
    if original is None or reference is None or generator is None or before is None or aim is None or reader.problems:
        return tuple(reader.problems)
    declared = {entry.input: entry.text() for entry in table.declared}
    return RefactorSpec(table.entry, original, reference, generator, driver, table.sizes, named, declared, wrong, before, aim)


def _references(reader: Reader, table: RefactorFile) -> None:
    """Every name of an input that is spoken of must be one."""
    known = {entry.name for entry in table.inputs}
    asked = [("declared", index, entry.input) for index, entry in enumerate(table.declared)]
    asked += [("wrong", index, entry.caught_by) for index, entry in enumerate(table.wrong)]
    for where, index, name in asked:
        if name not in known:
            reader.report("exercise.toml", "refactor.no-input", field=f"{where}.{index}", name=name, known=", ".join(sorted(known)) or "-")


def _named(reader: Reader, entry: InputTable) -> Named | None:
    try:
        arguments = literal(ast.parse(entry.args, mode="eval").body)
    except (NotLiteralError, SyntaxError):
        arguments = None
    if isinstance(arguments, tuple) and not _approximate(arguments):
        return Named(entry.name, arguments, entry.text())
    reader.report("exercise.toml", "refactor.no-arguments", field=f"inputs.{entry.name}.args", args=entry.args[:80])
    return None


def _approximate(value: Plain | Approx) -> bool:
    return isinstance(value, Approx) or (isinstance(value, list | tuple) and any(map(_approximate, value)))


def _measured(reader: Reader, name: str, source: str | None) -> Structure | None:
    try:
        return measure(source) if source is not None else None
    except SyntaxError as error:
        reader.report(name, "format.python", line=error.lineno or 0, what=error.msg)
        return None
