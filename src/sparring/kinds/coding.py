"""What the kinds that run a candidate's code share: reading cases, telling how they went, and proving what an exercise claims of its own solutions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sparring.core.answer import Answer, Code
from sparring.core.evidence import CaseRow, Cases, Place
from sparring.core.exercise import Budget, Exercise
from sparring.core.problem import Problem
from sparring.core.text import Message, Text
from sparring.core.verdict import Cost, Dimension, Finding, Outcome, Status, Verdict, unreadable
from sparring.judge.cases import CasesReport
from sparring.judge.script import Script, ScriptError, parse
from sparring.kinds.format import Bilingual, Reader
from sparring.kinds.kind import Tools
from sparring.sandbox.interface import Unreadable

HINT_COST = 0.1
Judged = Callable[[str], Verdict]
"""The verdict on a source, as the kind grades it."""


class WrongTable(Bilingual):
    """A `[[wrong]]` table: a solution that must fail, and how."""

    file: str
    status: Literal["wrong-answer", "exception", "time-limit", "memory-limit", "output-limit", "forbidden"] = "wrong-answer"
    fails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong solution: its file's name and source, the status it earns and the cases it fails."""

    file: str
    source: str
    status: str
    fails: tuple[str, ...]
    story: Text


def read_script(reader: Reader, entry: str | None) -> Script | None:
    """The cases of `cases.py`; None, and the problem noted, where there are none."""
    source = reader.source("cases.py")
    if source is None:
        return None
    try:
        return parse(source, {entry} if entry else ())
    except ScriptError as error:
        reader.report("cases.py", "solve.no-case", line=error.line, what=error.what)
        return None


def read_wrong(reader: Reader, tables: Sequence[WrongTable]) -> tuple[Wrong, ...]:
    """The wrong solutions with their sources; a file that cannot be read is noted."""
    return tuple(
        Wrong(table.file, source, table.status, table.fails, table.text())
        for table in tables
        if (source := reader.source(table.file)) is not None
    )


def not_read(place: Unreadable, engine: str) -> Verdict:
    """The verdict on code that Python cannot compile."""
    no_line = Message("solve.unreadable-whole", {"what": place.text.rstrip(".")})  # nested too deeply, for one
    message = Message("solve.unreadable-why", {"line": place.line, "what": place.text.rstrip(".")}) if place.line else no_line
    return unreadable((Finding("readable", False, message, Place(place.file, place.line, place.column, place.text)),), message, engine)


def correctness(report: CasesReport) -> Finding:
    """How the cases went."""
    if report.load_failure:
        return Finding("correctness", False, Message("solve.does-not-load"), Cases((report.load_failure,)), Dimension.CODE, 1)
    total, failed = len(report.rows), len(report.failed)
    evidence = Cases(report.rows)
    if not failed:
        return Finding("correctness", True, Message("solve.all-cases-pass", {"count": total}), evidence, Dimension.CODE, 3)
    message = "solve.leaks" if all(row.leaked for row in report.failed) else "solve.cases-fail"
    level = 2 if failed * 2 <= total else 1
    return Finding("correctness", False, Message(message, {"count": failed, "total": total}), evidence, Dimension.CODE, level)


def failed(report: CasesReport, findings: Sequence[Finding], engine: str, answer: Answer) -> Verdict:
    """The verdict on code that fails some case: half the share of those that pass."""
    first = report.load_failure or report.failed[0]
    right = (len(report.rows) - len(report.failed)) / len(report.rows) if report.rows else 0.0
    outcome = Outcome.PARTIAL if right >= 0.5 else Outcome.INCORRECT
    summary = Message(f"solve.summary-{first.status}", {"case": first.name})
    if first.status == Status.WRONG_ANSWER and len(report.failed) > 1:
        summary = Message("solve.summary-wrong-answers", {"count": len(report.failed), "total": len(report.rows)})
    score = with_hints(right * 0.5, answer)
    return Verdict(outcome, Status(first.status), score, False, tuple(findings), summary, engine, Cost(report.instructions))


def with_hints(score: float, answer: Answer) -> float:
    """The score without what the hints cost."""
    return max(0.0, round(score - HINT_COST * answer.count("hint"), 3))


def answered(exercise: Exercise[object], source: str) -> Answer:
    """An answer that hands this source in."""
    return Answer(exercise.id, {"solution": Code({"solution.py": source})})


def problem(file: str, message_id: str, line: int = 0, **params: str | int) -> Problem:
    """A problem of an exercise's file."""
    return Problem(file, line, "", Message(message_id, dict(params)))


def prove_syntax(files: dict[str, str | None], tools: Tools) -> Iterator[Problem]:
    """Every file of code that Python cannot read, with its line: one broken file does not hide another. All are asked about at once, and one by one only if one is broken."""
    written = {name: source for name, source in files.items() if source}
    if _unreadable(list(written.values()), tools) is None:
        return
    for name, source in written.items():
        if read := _unreadable([source], tools):
            yield problem(name, "format.python", read.line, what=read.text)


def _unreadable(sources: Sequence[str], tools: Tools) -> Unreadable | None:
    """What Python cannot read of these sources, which are compiled and not run."""
    files = {f"file{number}.py": source for number, source in enumerate(sources)}
    read = tools.judge.execute({"empty.py": "pass\n", **files}, "empty.py", Budget())
    return read if isinstance(read, Unreadable) else None


def prove_reference(verdict: Verdict, file: str = "reference.py") -> Iterator[Problem]:
    """What the solution in `file` is held against and should not be."""
    for finding in verdict.findings:
        if finding.ok is False and isinstance(finding.evidence, Cases):
            for row in finding.evidence.rows:
                if row.status != "passed":
                    yield _fails(file, row)
        elif finding.ok is False:
            yield problem(file, "solve.reference-breaks", criterion=finding.criterion, status=verdict.status)


LOADED = "load"
"""The name of the case that stands for loading the program (`judge/cases.py`)."""
STOPPED = {"time-limit": "endless", "memory-limit": "memory", "output-limit": "output"}


def _fails(file: str, row: CaseRow) -> Problem:
    """What is wrong with a case of the reference: a limit that stopped it, what came instead, or that it could not even be loaded."""
    stopped = STOPPED.get(row.status)
    if row.name == LOADED and not row.expected:
        return problem(file, f"solve.reference-load-{stopped}") if stopped else problem(file, "solve.reference-no-load", got=row.got)
    if stopped:
        return problem(file, f"solve.reference-{stopped}", case=row.name)
    if not row.expected:
        return problem(file, "solve.reference-stumbles", case=row.name, got=row.got)
    return problem(file, "solve.reference-fails", case=row.name, expected=row.expected, got=row.got)


def prove_wrong(wrong: Wrong, verdict: Verdict) -> Iterator[Problem]:
    """What a wrong solution does not fail as declared."""
    if verdict.passed:
        yield problem(wrong.file, "solve.wrong-passes")
        return
    if verdict.status != wrong.status:
        yield problem(wrong.file, "solve.wrong-status", declared=wrong.status, got=verdict.status)
    rows = [row for finding in verdict.findings if isinstance(finding.evidence, Cases) for row in finding.evidence.rows]
    fails = {row.name for row in rows if row.status != "passed"}
    for case in wrong.fails:
        if case.removeprefix("test_") not in fails:
            yield problem(wrong.file, "solve.wrong-case-passes", case=case, failed=", ".join(sorted(fails)) or "-")


def prove_cases(script: Script, languages: Sequence[str], least: int) -> Iterator[Problem]:
    """Whether there are enough cases, each with its reason."""
    if len(script.cases) < least:
        yield problem("cases.py", "solve.few-cases", found=len(script.cases), least=least)
    for case in script.cases:
        if case.why is None or not all(getattr(case.why, language) for language in languages):
            yield problem("cases.py", "solve.case-without-why", case.line, case=case.name)
