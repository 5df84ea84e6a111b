"""Right first, then cheap: cases, fresh inputs, what it costs beside the original and the reference, how that grows."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sparring.core.answer import Answer, Code, Raw
from sparring.core.evidence import Cases, CostCurve, CostTable
from sparring.core.exercise import Exercise, Slot
from sparring.core.plain import Plain
from sparring.core.problem import Problem
from sparring.core.text import Message, Saying, Text
from sparring.core.verdict import Cost, Dimension, Finding, Outcome, Status, Verdict
from sparring.judge.differential import inputs, seed_of
from sparring.judge.growth import Inputs
from sparring.judge.profile import evidence as profiled
from sparring.judge.profile.measure import Profiler
from sparring.kinds.coding import correctness, failed, not_read, read_script, read_wrong, with_hints
from sparring.kinds.examples import examples
from sparring.kinds.format import Reader, check_follow_ups, exercise, section
from sparring.kinds.growing import GrowthSpec, cost_findings
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.optimise.between import between_findings
from sparring.kinds.optimise.kept import state_findings
from sparring.kinds.optimise.large import wrong_beyond, wrong_on_fresh, wrong_where_measured
from sparring.kinds.optimise.proof import Until, prove
from sparring.kinds.optimise.schema import OptimiseFile, OptimiseSpec
from sparring.kinds.reading import read_parts
from sparring.kinds.solutions import LIMITS, REFERENCE, YOURS, Entrant, Solution, read_solutions, side_by_side
from sparring.sandbox.interface import Unreadable

CRITERIA = ("correctness", "large-input", "growth", "cheaper", "memory", "other-sizes", "state", "profile")
"""What a verdict of this kind can find: what a follow-up may wait for."""

WRONG_WHEN_FRESH, ON_THE_WAY = 0.2, 0.6
"""Scores: right in the cases alone; right and cheaper, but by less than what is asked for (at most)."""
SOME = 1.1
"""From how many times cheaper it is called cheaper at all."""

PROFILED = 4
"""Which part of the goal's size is profiled: watching every line costs several times what it watches."""


class Optimise:
    """The kind `optimise`."""

    id = "optimise"

    def load(self, folder: Folder) -> Exercise[OptimiseSpec] | tuple[Problem, ...]:
        """Read the folder; the slow file is what the candidate starts from."""
        reader = Reader(folder.path, folder.languages)
        table = reader.table("exercise.toml", OptimiseFile)
        discussion = reader.text("discussion", required=folder.complete)
        spec = _spec(reader, table) if table else None
        if table is None or spec is None:
            return tuple(reader.problems)
        check_follow_ups(table, reader, CRITERIA)
        reveal = section("optimise.discussion", discussion)
        reveal += section("optimise.reference", Text(spec.reference, spec.reference), is_code=True)
        slots = (Slot("solution", "code", "solution.py", spec.slow),)
        given = examples(reader.source("cases.py") or "", spec.script, spec.entry)
        grows = table.growth is not None
        return exercise(folder, table, reader, slots=slots, spec=spec, reveal=reveal, can_run=True, measures_growth=grows, given=given)

    def read(self, exercise: Exercise[OptimiseSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """The code as it was rewritten."""
        return read_parts(exercise, raw)

    def run(self, exercise: Exercise[OptimiseSpec], answer: Answer, tools: Tools) -> Verdict:
        """The example cases only: what it costs is predicted first, and then measured."""
        return _judge(exercise, answer, tools, "cases")

    def grade(self, exercise: Exercise[OptimiseSpec], answer: Answer, tools: Tools) -> Verdict:
        """All cases, fresh inputs, then the cost."""
        return _judge(exercise, answer, tools, "all")

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """See `proof.py`."""
        return prove(exercise, tools, _judge)


def _spec(reader: Reader, table: OptimiseFile) -> OptimiseSpec | None:
    slow, reference, generator = (reader.source(name) for name in ("slow.py", "reference.py", "generator.py"))
    script = read_script(reader, table.entry)
    checker, driver = (reader.source(name, required=False) for name in ("checker.py", "driver.py"))
    wrong, solutions = read_wrong(reader, table.wrong), read_solutions(reader, table.solutions)
    if slow is None or reference is None or generator is None or script is None:
        return None
    growth = GrowthSpec(table.growth.time, table.growth.memory, table.growth.sizes, generator, driver, None) if table.growth else None
    return OptimiseSpec(table.entry, slow, reference, script, checker, generator, driver, table.goal, growth, wrong, solutions)


def _judge(exercise: Exercise[OptimiseSpec], answer: Answer, tools: Tools, until: Until) -> Verdict:
    """The verdict, as far as it is asked for: `cases`: the examples; `right`: all cases and fresh inputs; `goal`: the cost beside the others';
    `growth`: how it grows; `all`: what is only shown, too.
    """
    code, engine, spec = answer.code(), tools.judge.engine_id, exercise.spec
    script = spec.examples if until == "cases" else spec.script
    report = tools.judge.cases(code.files, code.entry, script, exercise.budget, spec.checker)
    if isinstance(report, Unreadable):
        return not_read(report, engine)
    right = correctness(report)
    if report.failed or report.load_failure:
        return replace(failed(report, (right,), engine, answer), outcome=Outcome.INCORRECT, score=0.0)  # the slow one was right
    cost = Cost(report.instructions)
    seed = seed_of(exercise.content_hash, *code.files.values())
    if until == "cases":
        found = (right, *profile_findings(spec, code, tools, seed))
        return Verdict(Outcome.CORRECT, Status.PASSED, 1.0, True, found, Message("optimise.summary-cases"), engine, cost)
    tools.tell((right,))
    (arguments,) = inputs(tools.judge.sandbox, spec.generator, 1, seed, LIMITS, (spec.goal.size,))
    wrong = wrong_on_fresh(exercise, code, seed, tools) or wrong_where_measured(exercise, code, spec.goal.size, arguments, tools)
    if wrong:
        status = wrong.evidence.rows[0].status if isinstance(wrong.evidence, Cases) else Status.WRONG_ANSWER
        score, summary = with_hints(WRONG_WHEN_FRESH, answer), Message("optimise.summary-wrong")
        return Verdict(Outcome.INCORRECT, Status(status), score, False, (right, wrong), summary, engine, cost)
    if until == "right":
        return Verdict(Outcome.CORRECT, Status.PASSED, 1.0, True, (right,), Message("optimise.summary-cases"), engine, cost)
    return _costed(exercise, answer, tools, right, arguments, seed, until)


def _costed(
    exercise: Exercise[OptimiseSpec], answer: Answer, tools: Tools, right: Finding, arguments: Plain, seed: int, until: Until
) -> Verdict:
    spec, engine = exercise.spec, tools.judge.engine_id
    memory = until == "all" or spec.goal.memory_factor is not None
    table = _table(spec, answer.code(), tools, arguments, spec.solutions if until == "all" else (), memory=memory)
    found = (right, *goal_findings(spec, table))
    tools.tell(found)
    found += state_findings(spec, answer.code(), tools, arguments, table.rows[0]) if until in ("growth", "all") else ()
    measured = spec.measured(seed) if until in ("growth", "all") else None
    found += cost_findings(measured, answer, tools) if measured else ()
    if until == "all" and not _missed(found):
        beyond = wrong_beyond(exercise, answer.code(), seed, tools)
        found += (beyond,) if beyond else between_findings(spec, answer.code(), tools, seed, table, _curve(found))
    if until == "all" and _missed(found):
        found += profile_findings(spec, answer.code(), tools, seed)
    mine = table.rows[0]
    return _verdict(spec, table, found, engine, answer, Cost(mine.instructions, mine.peak_bytes))


def _missed(found: Sequence[Finding]) -> Finding | None:
    return next((finding for finding in found if finding.ok is False), None)


def _curve(found: Sequence[Finding]) -> CostCurve | None:
    """What it cost as the input grew, where that was measured."""
    return next((finding.evidence for finding in found if finding.criterion == "growth" and isinstance(finding.evidence, CostCurve)), None)


def _table(spec: OptimiseSpec, code: Code, tools: Tools, arguments: Plain, others: Sequence[Solution], *, memory: bool) -> CostTable:
    """The candidate's, the original and the others; what was handed in word for word stands there once, as the candidate's."""
    sandbox, size, own = tools.judge.sandbox, spec.goal.size, code.source.strip()
    entrants = [Entrant(YOURS, spec.subject_of(code), own=True), Entrant(Message("optimise.original"), spec.subject(spec.slow))]
    further: list[tuple[Saying, str]] = [(REFERENCE, spec.reference), *((other.story, other.source) for other in others)]
    entrants += [Entrant(who, spec.subject(source)) for who, source in further if source.strip() != own]
    return side_by_side(sandbox, entrants, arguments, size, memory=memory)


def profile_findings(spec: OptimiseSpec, code: Code, tools: Tools, seed: int) -> tuple[Finding, ...]:
    """Where the cost goes, by line, at a part of the goal's size: what a candidate would look at first. None where the call does not end."""
    size = max(1, spec.goal.size // PROFILED)
    found = Profiler(tools.judge.sandbox, spec.subject_of(code), Inputs(spec.generator, seed=seed), True).profile(size)
    if found.why or not found.lines:
        return ()
    dearest = max(found.lines, key=lambda line: line.own)
    params: dict[str, str | int | float | bool] = {
        "line": dearest.line,
        "percent": dearest.own / max(sum(line.own for line in found.lines), 1),
        "size": size,
    }
    return (Finding("profile", None, Message("optimise.profiled", params), profiled(found, code.source), Dimension.EFFICIENCY),)


def times_cheaper(table: CostTable, *, memory: bool = False) -> float:
    """How many times cheaper the candidate's solution is than the original; 0 where it did not end."""
    mine, original = table.rows[:2]
    if not mine.instructions or not original.instructions:
        return 0.0
    if memory:
        return (original.peak_bytes or 0) / max(mine.peak_bytes or 1, 1)
    return original.instructions / mine.instructions


def goal_findings(spec: OptimiseSpec, table: CostTable) -> tuple[Finding, ...]:
    """`cheaper` and `memory`, as far as the exercise asks for them; what it does not ask for is seen in the table."""
    goal = spec.goal
    asked = [("cheaper", goal.factor, False), ("memory", goal.memory_factor, True)]
    return tuple(_goal(name, factor, times_cheaper(table, memory=memory), table) for name, factor, memory in asked if factor)


def _goal(name: str, factor: float, times: float, table: CostTable) -> Finding:
    reached = times >= factor
    params: dict[str, str | int | float | bool] = {"times": round(times, 1), "factor": factor, "size": table.size}
    word = "reached" if reached else "short" if times >= SOME else "none" if times else "unfinished"
    return Finding(
        name, reached, Message(f"optimise.{name}-{word}", params), table, Dimension.EFFICIENCY, 3 if reached else 2 if times >= SOME else 1
    )


def _verdict(spec: OptimiseSpec, table: CostTable, found: tuple[Finding, ...], engine: str, answer: Answer, cost: Cost) -> Verdict:
    missed = _missed(found)
    if missed is None:
        return Verdict(
            Outcome.CORRECT, Status.PASSED, with_hints(1.0, answer), True, found, Message("optimise.summary-right"), engine, cost
        )
    if missed.criterion == "large-input":
        score = with_hints(WRONG_WHEN_FRESH, answer)
        return Verdict(Outcome.INCORRECT, Status.WRONG_ANSWER, score, False, found, Message("optimise.summary-wrong"), engine, cost)
    if missed.criterion == "other-sizes":
        summary = Message("optimise.summary-known-sizes")
        return Verdict(Outcome.INCORRECT, Status.WRONG_ANSWER, 0.0, False, found, summary, engine, cost)
    if missed.criterion == "state":
        score, summary = with_hints(ON_THE_WAY, answer), Message("optimise.summary-kept")
        return Verdict(Outcome.PARTIAL, Status.WRONG_ANSWER, score, False, found, summary, engine, cost)
    way = _way(spec, table)
    score = with_hints(round(ON_THE_WAY * way, 3), answer)
    outcome = Outcome.PARTIAL if way > 0 else Outcome.INCORRECT
    summary = Message("optimise.summary-short" if way > 0 else "optimise.summary-no-gain")
    return Verdict(outcome, Status.WRONG_ANSWER, score, False, found, summary, engine, cost)


def _way(spec: OptimiseSpec, table: CostTable) -> float:
    """How much of the way to the goal was gone, on the scale of factors, 0 to 1: the least of what is asked for."""
    asked = [(spec.goal.factor, False), (spec.goal.memory_factor, True)]
    ways = []
    for factor, memory in asked:
        times = times_cheaper(table, memory=memory)
        if factor:
            ways.append(min(1.0, math.log(times) / math.log(factor)) if times >= SOME else 0.0)
    return min(ways, default=1.0)
