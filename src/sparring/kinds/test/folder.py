"""Reads a `test` folder: the reference, other right implementations, bugs as edits, mutants, two suites."""

from collections.abc import Iterator

from sparring.core.exercise import Exercise, Slot
from sparring.core.problem import Problem
from sparring.core.text import Text
from sparring.judge.mutants import Mutant, difference, mutants
from sparring.kinds.format import Reader, check_follow_ups, exercise, section
from sparring.kinds.kind import Folder
from sparring.kinds.test.schema import Bug, BugTable, Kills, Right, SuiteTable, TestFile, TestSpec
from sparring.kinds.test.worded.folder import read_cases
from sparring.kinds.test.worded.schema import Worded

CRITERIA = ("assertions", "bugs", "cases", "flaky", "mutants", "order", "replaced", "right-versions")
"""What a verdict of this kind can find: what a follow-up may wait for."""

CASES = "cases"
"""The part that takes the place of tests: cases in words."""


def load(folder: Folder) -> Exercise[TestSpec] | tuple[Problem, ...]:
    """The exercise, or every problem at once."""
    reader = Reader(folder.path, folder.languages)
    table = reader.table("exercise.toml", TestFile)
    reference = reader.source("reference.py")
    starter = reader.source("starter.py", required=False)
    discussion = reader.text("discussion", required=folder.complete)
    if table is None or reference is None:
        return tuple(reader.problems)
    right = {each.file: Right(source, each.text()) for each in table.right if (source := reader.source(each.file)) is not None}
    bugs = tuple(_bugs(reader, table.bug, reference))
    generated, equivalent = _generated(reader, table, reference)
    weak, strong = (_suite(reader, name, getattr(table, name)) for name in ("weak", "strong"))
    inputs = reader.source("inputs.py", required=False)
    spec = TestSpec(
        table.module,
        reference,
        right,
        bugs,
        generated,
        equivalent,
        weak,
        strong,
        inputs,
        read_cases(reader, {each.id for each in table.bug}),
    )
    check_follow_ups(table, reader, CRITERIA)
    slots: tuple[Slot, ...] = (Slot("tests", "code", spec.slot, starter or f"from {table.module} import \n"),)
    if spec.worded:
        slots += (Slot(CASES, "prose", f"{CASES}.md", optional=True, instead="tests"),)
    reveal = section("test.discussion", discussion)
    if spec.worded:
        reveal += section("test.cases", _listed(spec.worded))
    if strong:
        reveal += section("test.strong", Text(strong.source, strong.source), is_code=True)
    reveal += section("test.reference", Text(reference, reference), is_code=True)
    return exercise(folder, table, reader, slots=slots, spec=spec, reveal=reveal, can_run=True)


def _listed(worded: Worded) -> Text:
    """The cases as a list, in both languages."""
    return Text("\n".join(f"- {case.says.en}" for case in worded.cases), "\n".join(f"- {case.says.it}" for case in worded.cases))


def _bugs(reader: Reader, tables: tuple[BugTable, ...], reference: str) -> Iterator[Bug]:
    for number, table in enumerate(tables):
        found = reference.count(table.was)
        if found != 1:
            reader.report("exercise.toml", "test.edit-not-found", field=f"bug.{number}.was", bug=table.id, found=found)
            continue
        changed = reference.replace(table.was, table.becomes)
        diff, line = difference(reference, changed)
        first = reference[: reference.index(table.was)].count("\n") + 1
        lines = (first, first + table.was.rstrip("\n").count("\n"))
        yield Bug(Mutant(table.id, changed, line or first, lines, "bug", diff, table.id), table.text())


def _generated(reader: Reader, table: TestFile, reference: str) -> tuple[tuple[Mutant, ...], tuple[Mutant, ...]]:
    """The mutants that count, evenly over the file if there are too many, and those that are equivalent."""
    try:
        found = mutants(reference)
    except (SyntaxError, ValueError, RecursionError) as error:
        reader.report("reference.py", "format.python", line=getattr(error, "lineno", 0) or 0, what=getattr(error, "msg", "") or str(error))
        return (), ()
    known = {each.id for each in found}
    for name in table.equivalent:
        if name not in known:
            reader.report("exercise.toml", "test.no-such-mutant", field="equivalent", mutant=name)
    edits = {each.becomes for each in table.bug}
    counted = [each for each in found if each.id not in table.equivalent and not (edits and each.source in _edited(reference, table))]
    if len(counted) > table.most:
        counted = [counted[number * len(counted) // table.most] for number in range(table.most)]
    return tuple(counted), tuple(each for each in found if each.id in table.equivalent)


def _edited(reference: str, table: TestFile) -> set[str]:
    return {reference.replace(each.was, each.becomes) for each in table.bug}


def _suite(reader: Reader, name: str, table: SuiteTable | None) -> Kills | None:
    source = reader.source(f"{name}.py", required=table is not None)
    return Kills(source, table.bugs, table.mutants) if table and source is not None else None
