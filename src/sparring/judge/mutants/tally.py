"""Counts what came out of the jobs. Everything in there was said by an interpreter that the suite shared: only data of the expected form counts."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.judge.mutants.decoys import is_alike
from sparring.judge.mutants.generate import Mutant
from sparring.judge.mutants.report import Failure, Judged, Report, Subject, Trouble
from sparring.judge.mutants.troubles import LIMITS, last_test, rehearsal_trouble, stopped_trouble
from sparring.sandbox.interface import JobOutcome, Raised, StepOutcome, Stop, Stopped, Unreadable, Value

if TYPE_CHECKING:
    from sparring.judge.mutants.run import Control, Entry, Told

BAD = ("failed", "error")
OUTCOMES = ("passed", "skipped", *BAD)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the suite, checked: tests with outcome and text, the lines of the module that each ran, those that fail backwards, those whose outcome changes
    (`unstable`); `many`: how many tests there are, where they are too many and none was run.
    """

    tests: tuple[tuple[str, str, str], ...]
    patched: str
    looped: bool
    lines: dict[str, frozenset[int]]
    backwards: tuple[str, ...]
    unstable: tuple[str, ...] = ()
    many: int = 0

    @property
    def bad(self) -> tuple[tuple[str, str], ...]:
        """The tests that did not pass, with what they said."""
        return tuple((test, text) for test, outcome, text in self.tests if outcome in BAD)


@dataclass(slots=True)
class _Count:
    """What was gathered from all jobs."""

    judged: dict[str, list[Judged]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[Failure] = field(default_factory=list)
    flaky: list[str] = field(default_factory=list)
    trouble: Trouble | None = None


def tally(jobs: "Sequence[Told]", subject: Subject, engine: str) -> Report:
    """The report. JudgeError when the stage itself could not be set."""
    outcomes = [job.outcome for job in jobs]
    bad = next((outcome for outcome in outcomes if isinstance(outcome, Unreadable)), None)
    done = [outcome for outcome in outcomes if isinstance(outcome, JobOutcome)]
    instructions = sum(outcome.instructions for outcome in done)
    if bad is not None or not all(isinstance(outcome.load.result, Value) for outcome in done):
        raise JudgeError(Message("judge.stage-fails", {"what": str(bad or done[0].load.result)[:300]}))
    places = [next(number for number, entry in enumerate(job.entries) if entry.rehearsed and not entry.mutant) for job in jobs]
    groups = [
        outcome.groups[min(place, len(outcome.groups) - 1)] for place, outcome in zip(places, done, strict=True)
    ]  # nothing after a first one that was stopped
    rehearsals = [ran(group) for group in groups]
    found = [rehearsal_trouble(group, run, subject) for group, run in zip(groups, rehearsals, strict=True)]
    trouble = next((each for each in found if each), None)
    first = rehearsals[0]
    if trouble and trouble.kind == "red" and first and first.unstable:
        return Report(engine, flaky=first.unstable, instructions=instructions)
    if trouble and (torn := _torn(jobs, found, engine, instructions)):
        return torn
    if trouble or first is None:
        return Report(engine, trouble=trouble or Trouble("forged"), instructions=instructions)
    count = _Count(flaky=list(first.unstable))
    if any(run and [test[:2] for test in run.tests] != [test[:2] for test in first.tests] for run in rehearsals):
        count.flaky += [test for test, *_ in first.tests]
    for job, outcome in zip(jobs, done, strict=True):
        for entry, steps in zip(job.entries, outcome.groups, strict=False):
            if not entry.rehearsed:
                _add(count, entry, steps, first, subject.source)
    return _report(count, jobs, first, engine, instructions)


def _torn(jobs: "Sequence[Told]", found: Sequence[Trouble | None], engine: str, instructions: int) -> Report | None:
    """What is said of a suite that some jobs' rehearsals refuse, and others' do not: refused was a right version that differs in one statement, or the module itself,
    after another version was met. None where all agree, or something else went wrong.
    """
    if None not in found or any(each and each.kind != "red" for each in found):
        return None
    red = [(job, trouble) for job, trouble in zip(jobs, found, strict=True) if trouble]
    wrong = [replace(each, implementation=_begun(job)) for job, trouble in red for each in trouble.tests]
    if all(map(_begun, (job for job, _ in red))):
        return Report(engine, wrong=tuple(dict.fromkeys(wrong)), instructions=instructions)
    tests = tuple(dict.fromkeys(each.test for each in wrong))
    return Report(engine, flaky=tests, remembers=tests, instructions=instructions)


def _begun(job: "Told") -> str:
    """The right version that a job begins with; '' where it is the module itself."""
    return job.entries[0].right


def _report(count: _Count, jobs: "Sequence[Told]", first: Run, engine: str, instructions: int) -> Report:
    mutants = {entry.mutant.id for job in jobs for entry in job.entries if entry.mutant}
    certain = {name: [one for one in each if one.ended not in LIMITS.values()] for name, each in count.judged.items()}
    disputed = [name for name, each in certain.items() if len({one.killed for one in each}) > 1]
    judged = sorted(
        ((certain[name] or each)[0] for name, each in count.judged.items()), key=lambda each: (each.mutant.line, each.mutant.id)
    )
    return Report(
        engine,
        tuple(test for test, outcome, _ in first.tests if outcome == "passed"),
        () if count.trouble else tuple(judged),
        count.trouble,
        tuple(dict.fromkeys(count.wrong)),
        tuple(dict.fromkeys([*count.flaky, *disputed])),
        () if first.unstable else first.backwards,
        len(mutants - count.judged.keys()),
        instructions,
        tuple(test for test, outcome, _ in first.tests if outcome == "skipped"),
    )


def _add(count: _Count, entry: "Entry", steps: Sequence[StepOutcome | None], first: Run, source: str) -> None:
    explained = None if entry.mutant or entry.control else ran(steps)
    if not (entry.mutant or entry.control):
        steps = steps[:-1]
    step = steps[-1]
    if step is None:
        return
    run = ran(steps)
    if entry.control:
        count.trouble = count.trouble or controlled(entry.control, run)
    elif entry.mutant:
        judged = _judged(entry.mutant, step, run, first, source)
        if isinstance(judged, Trouble):
            count.trouble = count.trouble or judged
        else:
            count.judged[entry.mutant.id].append(judged)
    elif run and _foreign(run, first):
        count.trouble = count.trouble or Trouble("forged", run.tests[0][0])
    else:
        _add_right(count, entry.right, step, run, explained)
    if run and run.patched:
        count.trouble = count.trouble or Trouble("patched", run.patched)


def _foreign(run: Run, first: Run) -> bool:
    """Whether a run tells of other tests than the suite has; a file that could not be collected is told by its own name."""
    known = {test for test, *_ in first.tests}
    return bool(run.tests) and not any(test in known or test.endswith(".py") for test, *_ in run.tests)


def _add_right(count: _Count, name: str, step: StepOutcome, run: Run | None, explained: Run | None) -> None:
    """What the suite said of a right version, with the words of the run that explains it: whether it was refused was decided before that.

    A test that comes out otherwise when it runs again, here or on the module as it is, says nothing of the version: it is flaky, not strict.
    """
    unstable = explained.unstable if explained else ()
    if run is None:
        where = stopped_trouble(step)
        if where.kind == "forged" or where.kind in LIMITS.values():  # a limit says nothing of what the tests ask for
            count.trouble = count.trouble or where
            return
        failures = [Failure(where.detail, where.kind, name)]
    elif run.looped and name and not is_alike(name):
        return  # another way to do it may well go round more often than this one
    else:
        told = (run.bad and explained and explained.bad) or run.bad
        failures = [Failure(test, text, name) for test, text in told if test not in unstable]
    count.flaky += unstable
    if name:
        count.wrong += failures
    else:
        count.flaky += [each.test for each in failures]


def controlled(control: "Control", run: Run | None) -> Trouble | None:
    """What is wrong with a runner that tells our own test file's outcome otherwise than we know it."""
    outcomes = {test.rpartition("::" if "::" in test else ".")[2]: outcome for test, outcome, _ in run.tests} if run else {}
    right = outcomes.get(control.right) == "passed" and outcomes.get(control.wrong) in BAD and len(outcomes) == 2
    return None if right else Trouble("patched", "unittest" if run else "")


def _covering(mutant: Mutant, first: Run, source: str) -> tuple[str, ...]:
    """The tests that run a mutant's lines. What ran when the module was imported, a default value say, is run by whoever calls what it belongs to."""

    def those(lines: range) -> tuple[str, ...]:
        return tuple(test for test, ran in first.lines.items() if test and not ran.isdisjoint(lines))

    own = range(mutant.lines[0], mutant.lines[1] + 1)
    if (found := those(own)) or first.lines.get("", frozenset()).isdisjoint(own):
        return found
    body = next((body for head, body in _defined(source) if own.start in head), None)
    return those(body) if body else tuple(test for test, ran in first.lines.items() if test and ran)


@lru_cache(maxsize=8)
def _defined(source: str) -> tuple[tuple[range, range], ...]:
    """The lines of each function's head (decorators and default values too) and of its body, inner ones first."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return ()
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    found = [
        (
            range(min([node.lineno, *(each.lineno for each in node.decorator_list)]), node.body[0].lineno),
            range(node.body[0].lineno, (node.end_lineno or 0) + 1),
        )
        for node in nodes
    ]
    return tuple(sorted(found, key=lambda pair: len(pair[1])))


def _judged(mutant: Mutant, step: StepOutcome, run: Run | None, first: Run, source: str) -> Judged | Trouble:
    covering = _covering(mutant, first, source)
    if run is not None:
        by, said = run.bad[0] if run.bad else ("", "")
        return Judged(mutant, bool(run.bad), by, covering, "looped" if run.looped and run.bad else "", said)
    if isinstance(step.result, Stopped) and step.result.why is not Stop.FORBIDDEN:
        return Judged(mutant, True, last_test(step), covering, str(step.result.why))
    if isinstance(step.result, Raised):
        return Judged(mutant, True, last_test(step), covering, "crash")
    return stopped_trouble(step)


def ran(steps: Sequence[StepOutcome | None]) -> Run | None:
    """The last step's value as a run; None where it is none."""
    step = steps[-1]
    value = step.result.value if step is not None and isinstance(step.result, Value) else None
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value):
        return None
    tests, lines = value.get("tests"), value.get("lines", {})
    named = [value.get(name, []) for name in ("backwards", "unstable")]
    if not (isinstance(tests, list) and isinstance(lines, dict) and isinstance(value.get("patched"), str)):
        return None
    told = list(_tests(tests))
    if len(told) != len(tests) or len({test for test, *_ in told}) != len(told):
        return None
    each_ran = {str(test): frozenset(line for line in each if type(line) is int) for test, each in lines.items() if isinstance(each, list)}
    backwards, unstable = (tuple(str(each)[:300] for each in some) if isinstance(some, list) else () for some in named)
    many = value.get("many", 0)
    return Run(
        tuple(told),
        str(value["patched"])[:200],
        value.get("looped") is True,
        each_ran,
        backwards,
        unstable,
        many if type(many) is int else 0,
    )


def _tests(tests: list[Any]) -> Iterator[tuple[str, str, str]]:
    for entry in tests:
        if isinstance(entry, list) and len(entry) == 3 and all(type(part) is str for part in entry) and entry[1] in OUTCOMES:
            yield entry[0][:500], entry[1], entry[2][:2000]
