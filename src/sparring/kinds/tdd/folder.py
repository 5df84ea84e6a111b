"""Reads a `tdd` folder: requirements with their modules and cases, right and wrong versions, sample sessions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sparring.core.exercise import Exercise, Slot
from sparring.core.problem import Problem
from sparring.core.text import Text
from sparring.judge.mutants import Mutant, difference
from sparring.judge.script import Script
from sparring.kinds.coding import read_script
from sparring.kinds.format import Reader, check_follow_ups, exercise, section
from sparring.kinds.kind import Folder
from sparring.kinds.tdd.schema import Requirement, RequirementTable, Sample, TddFile, TddSpec, VariantTable

CRITERIA = ("correctness", "course", "red-first", "refactor", "right-versions", "smallest-green", "variants")
"""What a verdict of this kind can find: what a follow-up may wait for."""

CASES = "cases.py"


def load(folder: Folder) -> Exercise[TddSpec] | tuple[Problem, ...]:
    """The exercise, or every problem at once."""
    reader = Reader(folder.path, folder.languages)
    table = reader.table("exercise.toml", TddFile)
    starter = reader.source("starter.py")
    discussion = reader.text("discussion", required=folder.complete)
    if table is None or starter is None:
        return tuple(reader.problems)
    check_follow_ups(table, reader, CRITERIA)
    script = read_script(reader, table.entry)
    tests = reader.source("starter_tests.py", required=False) or f"from {table.module} import {table.entry}\n"
    requirements = tuple(_requirements(reader, table.requirements, script)) if script else ()
    right = {each.file: (source, each.text()) for each in table.right if (source := reader.source(each.file)) is not None}
    variants = tuple(_variants(reader, table.variant, requirements[-1].source)) if requirements else ()
    if reader.problems or len(requirements) != len(table.requirements):
        return tuple(reader.problems)
    stories = {each.id: each.text() for each in table.variant}
    spec = TddSpec(table.module, starter, tests, requirements, right, variants, stories, tuple(_samples(reader, table)))
    slots = (Slot("tests", "code", spec.test_file, tests), Slot("module", "code", spec.file, starter))
    reveal = section("tdd.discussion", discussion)
    reveal += section("tdd.reference", Text(spec.reference, spec.reference), is_code=True)
    return exercise(folder, table, reader, slots=slots, spec=spec, reveal=reveal, can_run=True, stepped=True)


def _requirements(reader: Reader, tables: Sequence[RequirementTable], script: Script) -> Iterator[Requirement]:
    """Each with its own cases; a case of none, and a requirement without any, is a problem."""
    stems = sorted((table.id.replace("-", "_") for table in tables), key=len, reverse=True)
    owner = {case.name: next((stem for stem in stems if f"{case.name}_".startswith(f"{stem}_")), "") for case in script.cases}
    for case in script.cases:
        if not owner[case.name]:
            reader.report(CASES, "tdd.case-of-none", line=case.line, case=case.name)
    for number, table in enumerate(tables):
        own = tuple(case for case in script.cases if owner[case.name] == table.id.replace("-", "_"))
        if not own:
            reader.report("exercise.toml", "tdd.no-cases", field=f"requirements.{number}.id", requirement=table.id)
        source = reader.source(f"steps/{table.id}.py")
        if source is not None and own:
            yield Requirement(table.id, table.text(), source, replace(script, cases=own))


def _variants(reader: Reader, tables: Sequence[VariantTable], reference: str) -> Iterator[Mutant]:
    for number, table in enumerate(tables):
        found = reference.count(table.was)
        if found != 1:
            reader.report("exercise.toml", "tdd.edit-not-found", field=f"variant.{number}.was", variant=table.id, found=found)
            continue
        changed = reference.replace(table.was, table.becomes)
        diff, line = difference(reference, changed)
        first = reference[: reference.index(table.was)].count("\n") + 1
        yield Mutant(table.id, changed, line or first, (first, first + table.was.rstrip("\n").count("\n")), "variant", diff, table.id)


def _samples(reader: Reader, table: TddFile) -> Iterator[Sample]:
    for name in ("good", "weak", "last"):
        told = getattr(table.logs, name)
        text = reader.source(f"logs/{name}.runs", required=told is not None)
        if told is not None and text is not None:
            yield Sample(name, text, told)
