"""What is true of one snapshot, found out by running it: every test on the candidate's module and on the author's, and which requirements the module meets.

A snapshot has the same facts whoever asks, so they are kept for this process: what was run while it was written is not run again when it is handed in.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from random import Random

from sparring.core.exercise import Budget, Exercise
from sparring.core.verdict import Status
from sparring.judge.mutants import OWN, Attended, Subject, mutants, read_suite
from sparring.judge.mutants.report import Judged
from sparring.kinds.kind import Tools
from sparring.kinds.once import Once
from sparring.kinds.tdd.schema import TddSpec
from sparring.kinds.tdd.session import Snapshot
from sparring.sandbox.interface import Unreadable

KEPT = 600
INSTRUCTIONS = 400_000_000
"""What the cases of one requirement may take unless the exercise says otherwise: a hundred times what they do."""
MOST_MUTANTS = 24
ENDED = (Status.PASSED, Status.WRONG_ANSWER, Status.EXCEPTION)
"""How a case may end without having met a limit."""


@dataclass(frozen=True, slots=True)
class Facts:
    """`own`: the tests on the candidate's module; `steps[k]`: on the author's module when k requirements are done.

    `met[k]`: whether requirement k's cases pass; `passing`: how many of each do.
    """

    own: Attended
    steps: tuple[Attended, ...]
    met: tuple[bool, ...]
    passing: tuple[int, ...]

    def asks_for(self, number: int) -> bool:
        """Whether some test fails without requirement `number` (from 0) and passes once it is done."""
        return bool(self.asking(number))

    def asking(self, number: int) -> list[str]:
        """Those tests."""
        without, done = self.steps[number], self.steps[number + 1]
        return [test for test in done.passed if not without.passes(test)]


_known: Once[tuple[str, str, Snapshot], Facts] = Once(KEPT)
_spare: Once[tuple[str, str, Snapshot, Snapshot], tuple[Judged, ...]] = Once(KEPT)


def facts_of(exercise: Exercise[TddSpec], snapshots: Sequence[Snapshot], tools: Tools) -> dict[Snapshot, Facts]:
    """The facts of each, several at a time."""
    wanted = list(dict.fromkeys(snapshots))
    seeds = [tools.random.getrandbits(64) for _ in wanted]
    workers = getattr(tools.judge.sandbox, "workers", 1)
    with ThreadPoolExecutor(max(1, workers)) as threads:
        found = threads.map(lambda each: _facts(exercise, each[0], tools, Random(each[1])), zip(wanted, seeds, strict=True))
        return dict(zip(wanted, found, strict=True))


def _facts(exercise: Exercise[TddSpec], snapshot: Snapshot, tools: Tools, random: Random) -> Facts:
    key = (tools.judge.engine_id, f"{exercise.id} {exercise.content_hash}", snapshot)
    return _known.get(key, lambda: _run(exercise, snapshot, tools, random))


def _run(exercise: Exercise[TddSpec], snapshot: Snapshot, tools: Tools, random: Random) -> Facts:
    spec = exercise.spec
    count = len(spec.requirements)
    versions = {OWN: snapshot.code} | {str(number): spec.step(number) for number in range(count + 1)}
    suite = read_suite({spec.test_file: snapshot.tests})
    told = tools.judge.attend(spec.file, spec.reference, suite, versions, random)
    passing = _all_passing(exercise, snapshot, tools)
    met = tuple(found == len(each.script.cases) for found, each in zip(passing, spec.requirements, strict=True))
    return Facts(told[OWN], tuple(told[str(number)] for number in range(count + 1)), met, passing)


def _all_passing(exercise: Exercise[TddSpec], snapshot: Snapshot, tools: Tools) -> tuple[int, ...]:
    """How many of each requirement's cases pass: all asked at once. Where one of them runs into a limit, each requirement has an interpreter and a budget of its own,
    so that a loop takes nothing from the others.
    """
    spec = exercise.spec
    count = len(spec.requirements)
    report = tools.judge.cases({spec.file: snapshot.code}, spec.file, spec.cases_of(count), budget_of(exercise, count), alone=False)
    if isinstance(report, Unreadable) or report.load_failure:
        return (0,) * count
    if any(row.status not in ENDED for row in report.rows):
        return tuple(_passing(exercise, snapshot, number, tools) for number in range(count))
    passed = iter([row.status == Status.PASSED for row in report.rows])
    return tuple(sum(islice(passed, len(each.script.cases))) for each in spec.requirements)


def _passing(exercise: Exercise[TddSpec], snapshot: Snapshot, number: int, tools: Tools) -> int:
    spec, budget = exercise.spec, budget_of(exercise)
    report = tools.judge.cases({spec.file: snapshot.code}, spec.file, spec.requirements[number].script, budget, alone=False)
    return 0 if isinstance(report, Unreadable) else sum(row.status == "passed" for row in report.rows)


def budget_of(exercise: Exercise[TddSpec], requirements: int = 1) -> Budget:
    """What the cases of so many requirements may take: a module that loops is not waited for."""
    return replace(exercise.budget, instructions=exercise.budget.instructions or INSTRUCTIONS * requirements)


def spare(exercise: Exercise[TddSpec], before: Snapshot, after: Snapshot, tools: Tools) -> tuple[Judged, ...]:
    """What could stand otherwise in the lines that came into the module, without any test noticing: more than the tests asked for. `after` is green."""
    key = (tools.judge.engine_id, f"{exercise.id} {exercise.content_hash}", before, after)
    return _spare.get(key, lambda: _survivors(exercise.spec, before, after, tools))


def _survivors(spec: TddSpec, before: Snapshot, after: Snapshot, tools: Tools) -> tuple[Judged, ...]:
    try:
        candidates = mutants(after.code)
    except (SyntaxError, ValueError, RecursionError):
        return ()
    old = {line.strip() for line in before.code.splitlines()}
    fresh = {number for number, line in enumerate(after.code.splitlines(), 1) if line.strip() and line.strip() not in old}
    chosen = [each for each in candidates if fresh & set(range(each.lines[0], each.lines[1] + 1)) and each.line in fresh]
    if len(chosen) > MOST_MUTANTS:
        chosen = [chosen[number * len(chosen) // MOST_MUTANTS] for number in range(MOST_MUTANTS)]
    if not chosen:
        return ()
    suite = read_suite({spec.test_file: after.tests})
    report = tools.judge.suite(Subject(spec.file, after.code), suite, chosen, {}, Random(tools.random.getrandbits(64)))
    return () if report.trouble else report.survived
