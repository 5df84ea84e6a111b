"""Runs the cases on the mended code, and measures how much of it was changed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Cases
from sparring.core.exercise import Exercise, Slot
from sparring.core.problem import Problem
from sparring.core.text import Message, Text
from sparring.core.verdict import Cost, Dimension, Finding, Outcome, Status, Verdict
from sparring.judge.cases import CasesReport
from sparring.judge.script import Script
from sparring.judge.structure import change, size
from sparring.kinds.coding import correctness, failed, not_read, read_script, read_wrong, with_hints
from sparring.kinds.examples import examples
from sparring.kinds.fix.near import still_broken
from sparring.kinds.fix.proof import prove
from sparring.kinds.fix.schema import FixFile, FixSpec
from sparring.kinds.format import Reader, check_follow_ups, exercise, section
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.once import Once
from sparring.kinds.reading import read_parts
from sparring.sandbox.interface import Unreadable

CRITERIA = ("correctness", "change", "kept", "near")
"""What a verdict of this kind can find: what a follow-up may wait for."""

KEPT = 500
"""Exercises of which is kept what their broken file fails."""
LARGE, ONLY_THE_CASES = 0.8, 0.2
"""The scores of a mend that is right and changes far more than the fault, and of one that answers the cases while the fault is alive beside them."""


class Fix:
    """The kind `fix`."""

    id = "fix"

    def load(self, folder: Folder) -> Exercise[FixSpec] | tuple[Problem, ...]:
        """Read the folder; the buggy file is what the candidate starts from."""
        reader = Reader(folder.path, folder.languages)
        table = reader.table("exercise.toml", FixFile)
        buggy, mended = reader.source("buggy.py"), reader.source("mended.py")
        script = read_script(reader, table.entry if table else None)
        checker = reader.source("checker.py", required=False)
        discussion = reader.text("discussion", required=folder.complete)
        wrong = read_wrong(reader, table.wrong if table else ())
        if table is None or buggy is None or mended is None or script is None:
            return tuple(reader.problems)
        check_follow_ups(table, reader, CRITERIA)
        usual = size(change(buggy, mended))
        spec = FixSpec(table.entry, buggy, mended, script, checker, wrong, usual)
        reveal = section("fix.discussion", discussion) + section("fix.mended", Text(mended, mended), is_code=True)
        slots = (Slot("solution", "code", "solution.py", buggy),)
        return exercise(
            folder, table, reader, slots=slots, spec=spec, reveal=reveal, can_run=True, given=_given(reader, script, table.entry)
        )

    def read(self, exercise: Exercise[FixSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """The code as it was mended."""
        return read_parts(exercise, raw)

    def run(self, exercise: Exercise[FixSpec], answer: Answer, tools: Tools) -> Verdict:
        """The example cases only."""
        return _judge(exercise, answer, tools, exercise.spec.examples)

    def grade(self, exercise: Exercise[FixSpec], answer: Answer, tools: Tools) -> Verdict:
        """All cases, then the size of the change."""
        return _judge(exercise, answer, tools, exercise.spec.script)

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """See `proof.py`."""
        return prove(exercise, tools, self.grade)


def _given(reader: Reader, script: Script, entry: str) -> dict[str, str]:
    """The first cases as tests, for the candidate's own editor."""
    return examples(reader.source("cases.py") or "", script, entry)


def _judge(exercise: Exercise[FixSpec], answer: Answer, tools: Tools, script: Script) -> Verdict:
    code, engine, spec = answer.code(), tools.judge.engine_id, exercise.spec
    report = tools.judge.cases(code.files, code.entry, script, exercise.budget, spec.checker)
    if isinstance(report, Unreadable):
        return not_read(report, engine)
    right, edit = correctness(report), _edit(spec, code.source, mended=not (report.failed or report.load_failure))
    if report.failed or report.load_failure:
        return _not_mended(exercise, answer, tools, script, report, (right, edit))
    cost = Cost(report.instructions)
    alive = still_broken(exercise, code, broken_before(exercise, tools), tools) if script is spec.script else None
    if alive is not None:
        score, summary = with_hints(ONLY_THE_CASES, answer), Message("fix.summary-near")
        return Verdict(Outcome.INCORRECT, Status.WRONG_ANSWER, score, False, (right, alive, edit), summary, engine, cost)
    if edit.ok is False:
        score, summary = with_hints(LARGE, answer), Message("fix.summary-large")
        return Verdict(Outcome.PARTIAL, Status.PASSED, score, True, (right, edit), summary, engine, cost)
    return Verdict(Outcome.CORRECT, Status.PASSED, with_hints(1.0, answer), True, (right, edit), Message("fix.summary-right"), engine, cost)


def _not_mended(
    exercise: Exercise[FixSpec], answer: Answer, tools: Tools, script: Script, report: CasesReport, findings: tuple[Finding, ...]
) -> Verdict:
    """Half the share of the failing cases that pass now; nothing where a case fails that passed before, or where nothing was changed."""
    verdict = failed(report, findings, tools.judge.engine_id, answer)
    fails = {row.name for row in report.failed} or {case.name for case in script.cases}
    failed_before = broken_before(exercise, tools) & {case.name for case in script.cases}
    lost = tuple(row for row in report.failed if row.name not in failed_before)
    mended = len(failed_before - fails) / len(failed_before) if failed_before and not lost else 0.0
    if lost:
        evidence, params = Cases(lost), {"count": len(lost)}
        findings = (*findings, Finding("kept", False, Message("fix.lost", dict(params)), evidence, Dimension.DESIGN, 1))
    outcome = Outcome.PARTIAL if mended >= 0.5 else Outcome.INCORRECT
    return replace(verdict, outcome=outcome, score=with_hints(mended * 0.5, answer), findings=findings)


_known: Once[tuple[str, str, str], frozenset[str]] = Once(KEPT)


def broken_before(exercise: Exercise[FixSpec], tools: Tools) -> frozenset[str]:
    """The cases that the buggy file fails; it never changes, so that it is run once."""
    return _known.get((tools.judge.engine_id, exercise.id, exercise.content_hash), lambda: _broken(exercise, tools))


def _broken(exercise: Exercise[FixSpec], tools: Tools) -> frozenset[str]:
    spec = exercise.spec
    report = tools.judge.cases({"solution.py": spec.buggy}, "solution.py", spec.script, exercise.budget, spec.checker)
    return frozenset(row.name for row in (() if isinstance(report, Unreadable) else report.failed))


def _edit(spec: FixSpec, source: str, *, mended: bool) -> Finding:
    """What was changed. Its size is judged only where the change mends."""
    edit = change(spec.buggy, source, usual=spec.usual)
    lines = size(edit)
    params: dict[str, str | int | float | bool] = {"count": lines, "usual": spec.usual}
    if not mended:
        return Finding("change", None, Message("fix.changed" if edit.lines else "fix.unchanged", params), edit, Dimension.DESIGN)
    small = lines <= spec.most
    return Finding("change", small, Message("fix.small" if small else "fix.large", params), edit, Dimension.DESIGN, 3 if small else 2)
