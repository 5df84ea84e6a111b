"""What is said of a suite: first whether it lets right versions pass, then which wrong ones it saw.

No cost is told: right and wrong versions are shuffled anew each time, and what is judged is the tests, not what they cost.
"""

from sparring.core.answer import Answer
from sparring.core.evidence import Evidence, FailedTest, FailedTests, Fault, Logged, MutantRow, Mutants, Place
from sparring.core.text import Message, Param, Text
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict, unreadable
from sparring.judge.mutants import Judged, Report, Suite, Trouble
from sparring.kinds.coding import with_hints
from sparring.kinds.test.idle import idle_tests
from sparring.kinds.test.replaced import replaced
from sparring.kinds.test.schema import TestSpec

ENOUGH = 0.9
"""The share of the generated mutants that a suite must see beside every hand-written bug."""
CHECKED = ("AssertionError", "assert ", "Failed", "ExceptionGroup", "Multiple")
"""How the words begin with which a test says itself that something is wrong: a failing assert, `pytest.fail`, an exception that did not come."""
MOST_TESTS = 300
"""How many tests a suite may have: all of them run on dozens of versions."""


def tried(spec: TestSpec, suite: Suite, report: Report) -> Verdict:
    """The verdict on a run that does not count."""
    if (bad := _unusable(spec, suite, report)) is not None:
        return bad
    findings = (*_replaced(spec, suite), _welcome(report), *_remarks(suite, report))
    return Verdict(Outcome.CORRECT, Status.PASSED, 1.0, True, findings, Message("test.summary-green"), report.engine)


def graded(spec: TestSpec, suite: Suite, report: Report, answer: Answer) -> Verdict:
    """The verdict that counts. A suite that checks nothing gets nothing for the crashes that it met."""
    if (bad := _unusable(spec, suite, report)) is not None:
        return bad
    idle = _checks_nothing(suite, report)
    own = {bug.mutant.id for bug in spec.bugs}
    bugs = [each for each in report.judged if each.mutant.id in own]
    generated = [each for each in report.judged if each.mutant.id not in own]
    seen, noticed = sum(each.killed for each in bugs), sum(each.killed for each in generated)
    share = noticed / len(generated) if generated else 1.0
    level = (
        1
        if idle
        else 4
        if seen == len(bugs) and share == 1
        else 3
        if seen == len(bugs) and share >= ENOUGH
        else 2
        if 2 * seen >= len(bugs)
        else 1
    )
    counted: dict[str, Param] = {"count": len(bugs), "killed": seen}
    findings = (
        *_replaced(spec, suite),
        _welcome(report),
        Finding("bugs", seen == len(bugs), Message("test.bugs", counted), _mutants(spec, bugs), Dimension.TESTING, level),
        Finding(
            "mutants", share >= ENOUGH, Message("test.mutants", {"count": len(generated), "killed": noticed}), _mutants(spec, generated)
        ),
        *_remarks(suite, report),
    )
    passed = level >= 3
    outcome = Outcome.CORRECT if passed else Outcome.PARTIAL if level == 2 else Outcome.INCORRECT
    score = 0.0 if idle else with_hints(round((seen + noticed) / max(1, len(report.judged)), 3), answer)
    named = "no-assertion" if idle else "all" if level == 4 else "strong" if passed else "some" if level == 2 else "few"
    summary = Message(f"test.summary-{named}", counted)
    status = Status.PASSED if passed else Status.WRONG_ANSWER
    return Verdict(outcome, status, score, passed, findings, summary, report.engine)


def _unusable(spec: TestSpec, suite: Suite, report: Report) -> Verdict | None:
    """The verdict on a suite of which nothing counts; None if it can be counted."""
    if report.trouble:
        return _troubled(report.trouble, report)
    if report.flaky:
        kind, names = ("remembers", report.remembers) if report.remembers else ("flaky", report.flaky)
        finding = _finding("flaky", Message(f"test.{kind}", {"what": ", ".join(names[:5])}), _tests(names))
        rejected = (_rejected(spec, report),) if report.wrong else ()
        return _nothing(Status.WRONG_ANSWER, (finding, *rejected, *_remarks(suite, report)), Message(f"test.summary-{kind}"), report)
    if report.wrong:
        status = Status.FORBIDDEN if report.reads_text else Status.WRONG_ANSWER
        return _nothing(status, (_rejected(spec, report),), Message("test.summary-rejects-right"), report)
    return None


def _rejected(spec: TestSpec, report: Report) -> Finding:
    named = "test.reads-text" if report.reads_text else "test.rejects-right"
    rows = tuple(FailedTest(each.test, each.text, _about(spec, each.implementation)) for each in report.wrong)
    message = Message(named, {"test": rows[0].test, "count": len({row.test for row in rows})})
    return _finding("right-versions", message, FailedTests(rows))


def _checks_nothing(suite: Suite, report: Report) -> bool:
    """Whether no test says what must come out: nothing in the text could fail on purpose, or all that was ever noticed are crashes of the module (`assert True`).

    On its right versions alone (a run that does not count) only the text tells.
    """
    if suite.asserts is False:
        return True
    said = [each.said for each in report.killed if not each.ended]
    return bool(said) and suite.asserts is True and not suite.raises and not any(text.startswith(CHECKED) for text in said)


def _about(spec: TestSpec, name: str) -> Text | None:
    return spec.right[name].about if name in spec.right else None


def _troubled(trouble: Trouble, report: Report) -> Verdict:
    params: dict[str, Param] = {"what": trouble.detail, "line": trouble.line, "count": len(trouble.tests), "most": MOST_TESTS}
    unsaid = "-unsaid" if trouble.kind in ("time-limit", "memory-limit", "output-limit") and not trouble.detail else ""
    message = Message(f"test.{trouble.kind}{unsaid}", params)
    if trouble.kind == "unreadable":
        text = trouble.tests[0].text if trouble.tests else ""
        return unreadable((Finding("readable", False, message, Place(trouble.detail, trouble.line, 0, text)),), message, report.engine)
    evidence: Evidence = (
        FailedTests(tuple(FailedTest(each.test, each.text) for each in trouble.tests)) if trouble.tests else Fault(trouble.detail)
    )
    return _nothing(trouble.status, (_finding("right-versions", message, evidence),), message, report)


def _nothing(status: Status, findings: tuple[Finding, ...], summary: Message, report: Report) -> Verdict:
    return Verdict(Outcome.INCORRECT, status, 0.0, False, findings, summary, report.engine)


def _finding(criterion: str, message: Message, evidence: Evidence) -> Finding:
    return Finding(criterion, False, message, evidence, Dimension.TESTING, 1)


def _welcome(report: Report) -> Finding:
    return Finding("right-versions", True, Message("test.green", {"count": len(report.tests)}), Logged({"tests": len(report.tests)}))


def _replaced(spec: TestSpec, suite: Suite) -> tuple[Finding, ...]:
    """That what the suite is to test was replaced, before anything is said of what passed."""
    other = replaced(suite.files, spec.module, spec.reference)
    if other is None:
        return ()
    source = suite.files[other.file].splitlines()[other.line - 1].strip()
    message = Message("test.replaced", {"what": other.name, "line": other.line})
    return (_finding("replaced", message, Place(other.file, other.line, 0, source)),)


def _remarks(suite: Suite, report: Report) -> tuple[Finding, ...]:
    found = []
    if report.ordered:
        found.append(Finding("order", False, Message("test.ordered", {"what": ", ".join(report.ordered[:5])}), _tests(report.ordered)))
    if _checks_nothing(suite, report):
        found.append(Finding("assertions", False, Message("test.no-assertion"), _tests(report.tests)))
    if idle := idle_tests(suite.files):
        message = Message("test.asserts-nothing", {"what": ", ".join(each.name for each in idle[:5])})
        rows = tuple(FailedTest(each.name, f"{each.file}:{each.line}: {each.text}") for each in idle[:20])
        found.append(Finding("idle", False, message, FailedTests(rows)))
    return tuple(found)


def _tests(names: tuple[str, ...]) -> FailedTests:
    return FailedTests(tuple(FailedTest(name, "") for name in names[:20]))


def _mutants(spec: TestSpec, judged: list[Judged]) -> Mutants:
    stories = {bug.mutant.id: bug.story for bug in spec.bugs}
    killed = sum(each.killed for each in judged)
    timeouts = sum(each.ended in ("looped", "time-limit") for each in judged)
    rows = (MutantRow(each.mutant.diff, each.mutant.line, each.tests, stories.get(each.mutant.id)) for each in judged if not each.killed)
    return Mutants(len(judged), killed, timeouts, tuple(rows))
