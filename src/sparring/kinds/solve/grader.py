"""Runs the cases, then measures how the cost grows beside the reference."""

from collections.abc import Sequence
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Cases, Place
from sparring.core.exercise import Exercise, Slot
from sparring.core.problem import Problem
from sparring.core.text import Message, Text
from sparring.core.verdict import Cost, Dimension, Finding, Outcome, Status, Verdict, unreadable
from sparring.judge.cases import CasesReport
from sparring.judge.script import Script, ScriptError, parse
from sparring.kinds.format import Reader, exercise, section
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.reading import read_parts
from sparring.kinds.solve.cost import cost_findings
from sparring.kinds.solve.proof import prove
from sparring.kinds.solve.schema import GrowthSpec, SolveFile, SolveSpec, Wrong
from sparring.sandbox.interface import Unreadable

HINT_COST = 0.1
TOO_SLOW = 0.6
"""The score of a solution that is right but grows too fast."""


class Solve:
    """The kind `solve`."""

    id = "solve"

    def load(self, folder: Folder) -> Exercise[SolveSpec] | tuple[Problem, ...]:
        """Read the folder."""
        reader = Reader(folder.path, folder.languages)
        table = reader.table("exercise.toml", SolveFile)
        reference = reader.source("reference.py")
        script = _script(reader, table)
        prompt = reader.text("prompt")
        starter = reader.source("starter.py", required=folder.complete)
        checker = reader.source("checker.py", required=False)
        discussion = reader.text("discussion", required=folder.complete)
        growth = _growth(table, reader) if table else None
        wrong = tuple(
            Wrong(entry.file, source, entry.status, entry.fails, entry.text())
            for entry in (table.wrong if table else ())
            if (source := reader.source(entry.file)) is not None
        )
        if table is None or reference is None or script is None or prompt is None:
            return tuple(reader.problems)
        starter = starter if starter is not None else f"# {table.entry}\n"
        spec = SolveSpec(table.entry, starter, reference, script, checker, wrong, growth)
        reveal = section("solve.discussion", discussion) + section("solve.reference", Text(reference, reference), is_code=True)
        slots = (Slot("solution", "code", "solution.py", starter),)
        return exercise(
            folder,
            table,
            reader,
            prompt=prompt,
            slots=slots,
            spec=spec,
            reveal=reveal,
            can_run=True,
            measures_growth=table.growth is not None,
        )

    def read(self, exercise: Exercise[SolveSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """The code that was written."""
        return read_parts(exercise, raw)

    def run(self, exercise: Exercise[SolveSpec], answer: Answer, tools: Tools) -> Verdict:
        """The example cases only."""
        return _judge(exercise, answer, tools, exercise.spec.examples, full=False)

    def grade(self, exercise: Exercise[SolveSpec], answer: Answer, tools: Tools) -> Verdict:
        """All cases, then the growth of the cost."""
        return _judge(exercise, answer, tools, exercise.spec.script, full=True)

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """See `proof.py`."""
        return prove(exercise, tools, self.grade)


def _judge(exercise: Exercise[SolveSpec], answer: Answer, tools: Tools, script: Script, *, full: bool) -> Verdict:
    code, engine = answer.code(), tools.judge.engine_id
    report = tools.judge.cases(code.files, code.entry, script, exercise.budget, exercise.spec.checker)
    if isinstance(report, Unreadable):
        return _unreadable(report, engine)
    correctness = _correctness(report)
    if report.failed or report.load_failure:
        return _failed(report, correctness, engine, answer)
    if full and exercise.spec.growth:
        tools.tell((correctness,))
    growth = cost_findings(exercise, answer, tools) if full else ()
    return _right(report, correctness, growth, engine, answer)


def _unreadable(place: Unreadable, engine: str) -> Verdict:
    message = Message("solve.unreadable", {"line": place.line})
    return unreadable((Finding("readable", False, message, Place(place.file, place.line, place.column, place.text)),), message, engine)


def _correctness(report: CasesReport) -> Finding:
    if report.load_failure:
        return Finding("correctness", False, Message("solve.does-not-load"), Cases((report.load_failure,)), Dimension.CODE, 1)
    total, failed = len(report.rows), len(report.failed)
    evidence = Cases(report.rows)
    if not failed:
        return Finding("correctness", True, Message("solve.all-cases-pass", {"count": total}), evidence, Dimension.CODE, 3)
    message = "solve.leaks" if all(row.leaked for row in report.failed) else "solve.cases-fail"
    level = 2 if failed * 2 <= total else 1
    return Finding("correctness", False, Message(message, {"count": failed, "total": total}), evidence, Dimension.CODE, level)


def _failed(report: CasesReport, correctness: Finding, engine: str, answer: Answer) -> Verdict:
    first = report.load_failure or report.failed[0]
    right = (len(report.rows) - len(report.failed)) / len(report.rows) if report.rows else 0.0
    outcome = Outcome.PARTIAL if right >= 0.5 else Outcome.INCORRECT
    score = _with_hints(right * 0.5, answer)
    summary = Message(f"solve.summary-{first.status}", {"case": first.name})
    cost = Cost(report.instructions)
    return Verdict(outcome, Status(first.status), score, False, (correctness,), summary, engine, cost)


def _right(report: CasesReport, correctness: Finding, growth: tuple[Finding, ...], engine: str, answer: Answer) -> Verdict:
    cost = Cost(report.instructions)
    slow = [finding for finding in growth if finding.ok is False]
    findings = (correctness, *growth)
    if slow and slow[0].criterion == "large-input":
        summary = Message("solve.summary-wrong-when-large")
        return Verdict(Outcome.PARTIAL, Status.WRONG_ANSWER, _with_hints(0.5, answer), False, findings, summary, engine, cost)
    if slow:
        score = _with_hints(TOO_SLOW, answer)
        summary = Message("solve.summary-too-slow" if slow[0].criterion == "growth" else "solve.summary-too-much-memory")
        return Verdict(Outcome.PARTIAL, Status.WRONG_ANSWER, score, False, findings, summary, engine, cost)
    summary = Message("solve.summary-right")
    return Verdict(Outcome.CORRECT, Status.PASSED, _with_hints(1.0, answer), True, findings, summary, engine, cost)


def _with_hints(score: float, answer: Answer) -> float:
    return max(0.0, round(score - HINT_COST * answer.count("hint"), 3))


def _script(reader: Reader, table: SolveFile | None) -> Script | None:
    source = reader.source("cases.py")
    if source is None:
        return None
    try:
        return parse(source, {table.entry} if table else ())
    except ScriptError as error:
        reader.report("cases.py", "solve.no-case", line=error.line, what=error.what)
        return None


def _growth(table: SolveFile, reader: Reader) -> GrowthSpec | None:
    if table.growth is None:
        return None
    generator = reader.source("generator.py")
    driver = reader.source("driver.py", required=False)
    naive = reader.source("naive.py", required=False)
    return GrowthSpec(table.growth.time, table.growth.memory, table.growth.sizes, generator or "", driver, naive)
