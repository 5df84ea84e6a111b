"""What is said of a run, and of a whole session."""

from dataclasses import dataclass, replace

from sparring.core.answer import Answer
from sparring.core.evidence import Cases, Evidence, FailedTest, FailedTests, Logged, MutantRow, Mutants, RunRow, RunTimeline
from sparring.core.text import Message, Param
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict
from sparring.judge.cases import CasesReport
from sparring.judge.mutants import Judged, Report
from sparring.judge.structure import change, measure, worse
from sparring.kinds.coding import correctness, with_hints
from sparring.kinds.tdd.facts import Facts
from sparring.kinds.tdd.phases import Course, Run
from sparring.kinds.tdd.schema import TddSpec
from sparring.kinds.tdd.session import Session
from sparring.sandbox.interface import Unreadable

GOOD = ("red", "green", "refactor", "tidy")
MOST_LINES = 30
DRIVEN, KILLED = 2 / 3, 0.75
"""The share of the requirements that must have been driven by a right red, and of the wrong versions that the tests must notice."""
SHARES = {"met": 0.35, "driven": 0.35, "killed": 0.2, "small": 0.1}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything that a verdict rests on. `report`: the last tests on right and wrong versions; `cases`: the last module; `spares`: what no test of a green would notice."""

    spec: TddSpec
    session: Session
    course: Course
    facts: Facts
    report: Report
    cases: CasesReport | Unreadable
    spares: tuple[Judged, ...]

    @property
    def total(self) -> int:
        """How many requirements there are."""
        return len(self.spec.requirements)

    @property
    def killed(self) -> float:
        """The share of the author's wrong versions that the tests notice; 0 for tests that reject right ones."""
        judged = self.report.judged
        return sum(each.killed for each in judged) / len(judged) if judged and self.welcome else 0.0

    @property
    def welcome(self) -> bool:
        """Whether the tests pass on the author's module and on other right ones."""
        return self.report.trouble is None and not self.report.wrong and not self.report.flaky

    @property
    def skipped(self) -> int:
        """How many requirements were left."""
        return sum(cycle.skipped for cycle in self.course.cycles.values())


def stepped(spec: TddSpec, session: Session, course: Course, facts: Facts, engine: str) -> Verdict:
    """The verdict on a run: what it was, where the requirement stands, and the session so far. It never counts."""
    if not course.runs:
        message = Message("tdd.nothing-yet")
        return Verdict(Outcome.INCORRECT, Status.WRONG_ANSWER, 0.0, False, (_asked(spec, course, facts),), message, engine)
    run = course.runs[-1]
    if run.step.snapshot is None:  # what was run is what was run before the requirement was left
        run = replace(run, phase="tidy", note=Message("tdd.same"), tests=len(facts.own.tests), failed=len(facts.own.bad))
    good, green = run.phase in GOOD, facts.own.green
    findings = (
        _step(run, facts),
        _asked(spec, course, facts),
        Finding("course", None, Message("tdd.course"), timeline(spec, session, course)),
    )
    outcome = Outcome.CORRECT if green else Outcome.PARTIAL if good else Outcome.INCORRECT
    return Verdict(outcome, Status.PASSED if green else Status.WRONG_ANSWER, float(green), green, findings, run.note, engine)


def _step(run: Run, facts: Facts) -> Finding:
    ok = True if run.phase in GOOD else None if run.phase in ("unseen", "ahead") else False
    params: dict[str, Param] = {"count": len(facts.own.tests), "failed": len(facts.own.bad)}
    return Finding("step", ok, Message("tdd.ran", params), _tests(facts))


def _tests(facts: Facts) -> Evidence:
    if facts.own.bad:
        return FailedTests(tuple(FailedTest(test, text) for test, text in list(facts.own.bad.items())[:20]))
    return Logged({"tests": len(facts.own.passed)})


def _asked(spec: TddSpec, course: Course, facts: Facts) -> Finding:
    """Where the requirement stands that is asked now, or that was done with this run."""
    total, now = len(spec.requirements), course.asked
    before = course.runs[-1].asked if course.runs else 0
    params: dict[str, Param] = {"reached": now, "number": min(now, total - 1) + 1, "total": total}
    if now > before:
        name, ok = ("tdd.all-done" if now == total else "tdd.next"), True
        params["done"] = now
    elif now == total:
        name, ok = "tdd.all-done", None
    elif not facts.own.green:
        name, ok = "tdd.open", None
    elif not all(facts.met[: now + 1]):
        unmet = next(number for number in range(now + 1) if not facts.met[number])
        missing = len(spec.requirements[unmet].script.cases) - facts.passing[unmet]
        name, ok = ("tdd.unmet" if unmet == now else "tdd.unmet-older"), None
        params |= {"count": missing, "cases": len(spec.requirements[unmet].script.cases), "older": unmet + 1}
    else:
        name, ok = "tdd.untested", None
    passing = sum(facts.passing[: min(now, total - 1) + 1])
    return Finding("asked", ok, Message(name, params), Logged({"checks": passing, "tests": len(facts.own.passed)}))


def timeline(spec: TddSpec, session: Session, course: Course) -> RunTimeline:
    """The session drawn run by run."""
    rows = tuple(_row(number, run, spec) for number, run in enumerate(course.runs, 1))
    shown = min(course.asked + 1, len(spec.requirements))
    return RunTimeline(rows, tuple(each.text for each in spec.requirements[:shown]), session.recorded)


def _row(number: int, run: Run, spec: TddSpec) -> RunRow:
    lines: tuple[str, ...] = ()
    if run.before and run.step.snapshot:
        for before, after, file in (
            (run.before.tests, run.step.snapshot.tests, spec.test_file),
            (run.before.code, run.step.snapshot.code, spec.file),
        ):
            edit = change(before, after, file)
            lines += (f"@ {file}", *edit.lines) if edit.lines else ()
    if len(lines) > MOST_LINES:
        lines = (*lines[:MOST_LINES], "@ …")
    return RunRow(number, run.step.seconds, run.about + 1, run.phase, run.tests, run.failed, run.changed, run.note, lines)


def graded(it: Judgement, answer: Answer) -> Verdict:
    """The verdict that counts."""
    seen = it.session.seen
    met = sum(it.facts.met)
    driven = it.course.driven / it.total
    small = sum(cycle.driven and cycle.small for cycle in it.course.cycles.values()) / it.total
    shown = seen and it.session.recorded  # what a file tells of itself is drawn, and is no proof of its order
    parts = {"met": met / it.total, "driven": driven if shown else 0.0, "killed": it.killed, "small": small if shown else 0.0}
    score = with_hints(round(sum(SHARES[name] * share for name, share in parts.items()), 3), answer)
    done = met == it.total and it.facts.own.green and it.welcome and not it.skipped
    passed = done and shown and driven >= DRIVEN and it.killed >= KILLED
    findings = (*_process(it), *_outcome(it))
    outcome = Outcome.CORRECT if passed else Outcome.PARTIAL if 2 * met >= it.total else Outcome.INCORRECT
    status = Status.PASSED if passed else Status.WRONG_ANSWER
    return Verdict(outcome, status, score, passed, findings, _summary(it, done=done, passed=passed), it.report.engine)


def _summary(it: Judgement, *, done: bool, passed: bool) -> Message:
    params: dict[str, Param] = {"count": it.total, "met": sum(it.facts.met), "driven": it.course.driven, "skipped": it.skipped}
    if passed:
        return Message("tdd.summary-driven" if it.course.driven == it.total else "tdd.summary-mostly", params)
    if done and not it.session.seen:
        return Message("tdd.summary-unseen", params)
    if done and not it.session.recorded:
        return Message("tdd.summary-told", params)
    if done and not it.course.driven:
        return Message("tdd.summary-last", params)
    if done and it.course.driven < DRIVEN * it.total:
        return Message("tdd.summary-some", params)
    if done:
        return Message("tdd.summary-weak", params)
    if it.skipped and sum(it.facts.met) == it.total:
        return Message("tdd.summary-skipped", params)
    return Message("tdd.summary-unmet" if it.facts.own.green or sum(it.facts.met) < it.total else "tdd.summary-not-green", params)


def _process(it: Judgement) -> tuple[Finding, ...]:
    """How it came about. What only a file told supports no level; what nobody saw is not judged."""
    drawn = timeline(it.spec, it.session, it.course)
    if not it.session.seen:
        return (Finding("red-first", None, Message("tdd.nothing-recorded"), Logged({"runs": 0})),)
    findings = [_red_first(it, drawn), _small(it)]
    if it.course.runs:
        findings.append(_refactored(it))
    if not it.session.recorded:
        findings = [replace(each, dimension=None, level=None) for each in findings]
        runs = len(it.course.runs)
        findings.append(Finding("log", None, Message("tdd.told", {"count": runs}), Logged({"runs": runs})))
    return tuple(findings)


def _red_first(it: Judgement, drawn: RunTimeline) -> Finding:
    driven, total = it.course.driven, it.total
    name = "all" if driven == total else "some" if driven else "none"
    level = 4 if driven == total else 3 if driven >= DRIVEN * total else 2 if driven else 1
    params: dict[str, Param] = {"count": total, "driven": driven}
    return Finding("red-first", driven >= DRIVEN * total, Message(f"tdd.red-first-{name}", params), drawn, Dimension.TESTING, level)


def _small(it: Judgement) -> Finding:
    """Whether greens went further than their tests."""
    ahead, greens = it.course.count("ahead"), it.course.count("ahead") + it.course.count("green")
    params: dict[str, Param] = {"count": greens, "ahead": ahead, "spare": len(it.spares)}
    rows = tuple(MutantRow(each.mutant.diff, each.mutant.line, each.tests) for each in it.spares[:12])
    evidence: Evidence = Mutants(len(it.spares), 0, 0, rows) if rows else Logged({"runs": greens})
    name = "tdd.small-none" if not greens else "tdd.small" if not ahead else "tdd.small-ahead"
    return Finding("smallest-green", None if not greens else ahead == 0, Message(name, params), evidence)


def _refactored(it: Judgement) -> Finding:
    """Whether something was tidied under green, or what is left would have wanted it."""
    count = it.course.count("refactor")
    try:
        poorer = worse(measure(it.spec.reference), measure(it.session.last.code))
    except (SyntaxError, ValueError, RecursionError):
        poorer = ()
    evidence = Logged({"refactors": count, "runs": len(it.course.runs)})
    if count:
        return Finding("refactor", True, Message("tdd.refactored", {"count": count}), evidence, Dimension.DESIGN, 2 if poorer else 3)
    if poorer:
        return Finding("refactor", False, Message("tdd.refactor-wanted", {"what": ", ".join(poorer)}), evidence, Dimension.DESIGN, 2)
    return Finding("refactor", None, Message("tdd.refactor-none"), evidence)


def _outcome(it: Judgement) -> tuple[Finding, ...]:
    """What came out of it: the module, the tests."""
    found = []
    if isinstance(it.cases, Unreadable):
        found.append(Finding("correctness", False, Message("solve.does-not-load"), Cases(()), Dimension.CODE, 1))
    else:
        found.append(correctness(it.cases))
    return (*found, _right(it), *_variants(it))


def _right(it: Judgement) -> Finding:
    report = it.report
    if it.welcome:
        return Finding("right-versions", True, Message("tdd.welcome", {"count": len(report.tests)}), Logged({"tests": len(report.tests)}))
    if report.wrong:
        rows = tuple(
            FailedTest(each.test, each.text, it.spec.right[each.implementation][1] if each.implementation else None)
            for each in report.wrong[:20]
        )
        message = Message("tdd.rejects-right", {"test": rows[0].test, "count": len({row.test for row in rows})})
        return Finding("right-versions", False, message, FailedTests(rows), Dimension.TESTING, 1)
    tests = report.trouble.tests if report.trouble else ()
    rows = tuple(FailedTest(each.test, each.text) for each in tests[:20]) or tuple(FailedTest(test, "") for test in report.flaky[:20])
    kind = "flaky" if report.flaky and not report.trouble else "red" if tests else "unusable"
    message = Message(f"tdd.right-{kind}", {"count": len(rows)})
    return Finding("right-versions", False, message, FailedTests(rows) if rows else Logged({"tests": 0}), Dimension.TESTING, 1)


def _variants(it: Judgement) -> tuple[Finding, ...]:
    judged = it.report.judged
    if not judged or not it.welcome:
        return ()
    killed = sum(each.killed for each in judged)
    rows = tuple(
        MutantRow(each.mutant.diff, each.mutant.line, each.tests, it.spec.stories.get(each.mutant.id)) for each in judged if not each.killed
    )
    share = killed / len(judged)
    level = 4 if share == 1 else 3 if share >= KILLED else 2 if share >= 0.4 else 1
    message = Message("tdd.variants", {"count": len(judged), "killed": killed})
    return (Finding("variants", share >= KILLED, message, Mutants(len(judged), killed, 0, rows), Dimension.TESTING, level),)
