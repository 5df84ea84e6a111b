"""Reads the cases in words of a `test` folder: cases.toml and checks.py."""

from collections.abc import Collection

from sparring.core.text import LANGUAGES
from sparring.kinds.format import Reader, line_of
from sparring.kinds.test.worded.examples import RuleError, read_rule
from sparring.kinds.test.worded.schema import Case, CasesFile, CaseTable, Worded
from sparring.kinds.test.worded.words import concepts
from sparring.language.ways import WayError, read_concepts, read_way

CASES, CHECK = "cases.toml", "checks.py"


def read_cases(reader: Reader, bugs: Collection[str]) -> Worded | None:
    """The cases; None where the folder has none, and problems noted."""
    if not (reader.path / CASES).exists():
        return None
    table = reader.table(CASES, CasesFile)
    check = reader.source(CHECK)
    if table is None or check is None:
        return None
    known = concepts(read_concepts(table.concepts))
    for number, case in enumerate(table.case):
        _check(reader, number, case, known, bugs)
    return Worded(tuple(map(_case, table.case)), known, table.sample, check, table.example)


def _case(table: CaseTable) -> Case:
    return Case(table.id, table.text(), table.reveals, table.when, table.then, table.contrary, table.numbers, table.literals)


def _check(reader: Reader, number: int, case: CaseTable, known: dict[str, tuple[str, ...]], bugs: Collection[str]) -> None:
    """Every way can be read, every bug is one."""
    line = line_of(reader.source(CASES, required=False) or "", ("case", number))
    for bug in case.reveals:
        if bug not in bugs:
            reader.report(CASES, "test.case-no-bug", line=line, field=f"case.{number}.reveals", case=case.id, bug=bug)
    for rule in case.numbers:
        try:
            read_rule(rule)
        except RuleError as error:
            reader.report(CASES, "test.case-rule", line=line, field=f"case.{number}.numbers", rule=rule, what=str(error))
    for name in ("when", "then", "contrary"):
        for way in getattr(case, name):
            try:
                for language in LANGUAGES:
                    read_way(way, known, language)
            except WayError as error:
                reader.report(CASES, "test.case-way", line=line, field=f"case.{number}.{name}", way=way, what=str(error))
