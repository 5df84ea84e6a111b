"""Runs the cases, then measures how the cost grows beside the reference."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from sparring.core.answer import Answer, Code, Raw
from sparring.core.exercise import Exercise, Slot
from sparring.core.problem import Problem
from sparring.core.text import Message, Saying, Text
from sparring.core.verdict import Cost, Finding, Outcome, Status, Verdict
from sparring.judge.cases import CasesReport
from sparring.judge.growth import Inputs, Sample
from sparring.judge.growth.subject import generate
from sparring.judge.script import Script
from sparring.kinds.coding import correctness, failed, not_read, read_script, read_wrong, with_hints
from sparring.kinds.examples import examples
from sparring.kinds.format import Reader, check_follow_ups, exercise, section
from sparring.kinds.growing import GrowthSpec, cost_findings
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.reading import read_parts
from sparring.kinds.solutions import LIMITS, REFERENCE, Entrant, beside, read_solutions
from sparring.kinds.solve.given import given_finding, open_finding
from sparring.kinds.solve.proof import prove
from sparring.kinds.solve.schema import SolveFile, SolveSpec
from sparring.sandbox.interface import Unreadable

CRITERIA = ("correctness", "gaps", "given", "growth", "large-input", "memory-growth")
"""What a follow-up may wait for."""
TOO_SLOW, REWRITTEN = 0.6, 0.8
"""The scores of a solution that is right but grows too fast, and of one that wrote anew what was given."""


class Solve:
    """The kind `solve`."""

    id = "solve"

    def load(self, folder: Folder) -> Exercise[SolveSpec] | tuple[Problem, ...]:
        """Read the folder."""
        reader = Reader(folder.path, folder.languages)
        table = reader.table("exercise.toml", SolveFile)
        reference = reader.source("reference.py")
        script = read_script(reader, table.entry if table else None)
        prompt = reader.text("prompt")
        starter = reader.source("starter.py", required=folder.complete)
        checker = reader.source("checker.py", required=False)
        discussion = reader.text("discussion", required=folder.complete)
        growth = _growth(table, reader) if table else None
        wrong = read_wrong(reader, table.wrong if table else ())
        if table is None or reference is None or script is None or prompt is None:
            return tuple(reader.problems)
        starter = starter if starter is not None else f"# {table.entry}\n"
        modules = _modules(reader)
        others = read_solutions(reader, table.solutions)
        check_follow_ups(table, reader, CRITERIA)
        spec = SolveSpec(table.entry, starter, reference, script, checker, wrong, growth, modules, table.half_written, others, table.grows)
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
            given={**modules, **examples(reader.source("cases.py") or "", script, table.entry)},
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
        return prove(exercise, tools, partial(_claimed, full=True), partial(_claimed, full=False))


def _claimed(exercise: Exercise[SolveSpec], answer: Answer, tools: Tools, *, full: bool) -> Verdict:
    """All cases, then (`full`) the growth of the cost; nothing that is only to be shown."""
    return _judge(exercise, answer, tools, exercise.spec.script, full=full, shown=False)


def _judge(exercise: Exercise[SolveSpec], answer: Answer, tools: Tools, script: Script, *, full: bool, shown: bool = True) -> Verdict:
    """The verdict. `shown`: with what explains and decides nothing: whether a failed case passes alone, and the costs of other solutions."""
    code, engine, spec = answer.code(), tools.judge.engine_id, exercise.spec
    report = tools.judge.cases({**spec.modules, **code.files}, code.entry, script, exercise.budget, spec.checker, alone=shown)
    if isinstance(report, Unreadable):
        return not_read(report, engine)
    right = correctness(report)
    if report.failed or report.load_failure:
        empty = open_finding(spec.starter, code.source, code.entry) if spec.half_written else ()
        return failed(report, (*empty, right), engine, answer)
    measured = spec.measured if full else None
    if measured:
        tools.tell((right,))
    growth = cost_findings(measured, answer, tools) if measured else ()
    given = (given_finding(spec.starter, code.source),) if full and spec.half_written else ()
    beside_it = _beside(exercise, answer, tools, growth) if shown else ()
    return _right(report, right, (*given, *growth, *beside_it), engine, answer)


def _beside(exercise: Exercise[SolveSpec], answer: Answer, tools: Tools, growth: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Other solutions beside one that is right, measured on the same input; none where it is too dear itself, or where the exercise names no other."""
    spec, measured = exercise.spec, exercise.spec.measured
    if not spec.solutions or measured is None or not growth or any(finding.ok is False for finding in growth):
        return ()
    size = measured.growth.sizes[-1]
    ((arguments, _),) = generate(tools.judge.sandbox, Inputs(measured.growth.generator), [(size,)], LIMITS)
    if isinstance(arguments, Sample):
        return ()
    sources: list[tuple[Saying, str]] = [(REFERENCE, spec.reference), *((other.story, other.source) for other in spec.solutions)]
    others = [Entrant(who, measured.subject(Code({"solution.py": source}))) for who, source in sources]
    table = beside(tools.judge.sandbox, measured.subject(answer.code()), others, arguments, size, (exercise.id, exercise.content_hash))
    return (Finding("solutions", None, Message("solve.solutions", {"count": len(spec.solutions) + 1}), table),)


def _right(report: CasesReport, right: Finding, growth: tuple[Finding, ...], engine: str, answer: Answer) -> Verdict:
    cost = Cost(report.instructions)
    slow = [finding for finding in growth if finding.ok is False and finding.criterion != "given"]
    findings = (right, *growth)
    if slow and slow[0].criterion == "large-input":
        summary = Message("solve.summary-wrong-when-large")
        return Verdict(Outcome.PARTIAL, Status.WRONG_ANSWER, with_hints(0.5, answer), False, findings, summary, engine, cost)
    if not slow and any(finding.criterion == "given" and finding.ok is False for finding in growth):
        summary = Message("solve.summary-given-lost")
        return Verdict(Outcome.PARTIAL, Status.PASSED, with_hints(REWRITTEN, answer), True, findings, summary, engine, cost)
    if slow:
        score = with_hints(TOO_SLOW, answer)
        summary = Message("solve.summary-too-slow" if slow[0].criterion == "growth" else "solve.summary-too-much-memory")
        return Verdict(Outcome.PARTIAL, Status.WRONG_ANSWER, score, False, findings, summary, engine, cost)
    summary = Message("solve.summary-right")
    return Verdict(Outcome.CORRECT, Status.PASSED, with_hints(1.0, answer), True, findings, summary, engine, cost)


def _modules(reader: Reader) -> dict[str, str]:
    """The modules that the candidate may import, by file name."""
    names = sorted(path.name for path in (reader.path / "modules").glob("*.py")) if (reader.path / "modules").is_dir() else []
    return {name: source for name in names if (source := reader.source(f"modules/{name}")) is not None}


def _growth(table: SolveFile, reader: Reader) -> GrowthSpec | None:
    if table.growth is None:
        return None
    generator = reader.source("generator.py")
    driver = reader.source("driver.py", required=False)
    naive = reader.source("naive.py", required=False)
    return GrowthSpec(table.growth.time, table.growth.memory, table.growth.sizes, generator or "", driver, naive)
