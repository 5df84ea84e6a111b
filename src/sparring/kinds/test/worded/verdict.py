"""What is said of a list of cases: what each line would reveal, what is no case, what was forgotten.

What is recognised was said; what is not recognised is *not judged*. Words support no level: nothing of the candidate's was run.
"""

from collections.abc import Iterator, Sequence

from sparring.core.answer import Answer, Prose
from sparring.core.evidence import MutantRow, Mutants, Passage, Span
from sparring.core.exercise import Exercise
from sparring.core.text import LANGUAGES, Language, Message, Param, Saying, Text
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict, unreadable
from sparring.kinds.coding import with_hints
from sparring.kinds.kind import Tools
from sparring.kinds.test.schema import Bug, TestSpec
from sparring.kinds.test.worded.listed import Line, read_list
from sparring.kinds.test.worded.schema import Case, Worded
from sparring.kinds.test.worded.tried import tried_out
from sparring.language.readable import gives_up, guess_language

PASS, CORRECT = 0.5, 0.85
"""Shares of the bugs that the cases would reveal, as for `explain`: what is recognised is a lower bound of what was said."""
CONTRARY_COST = 0.15
WRONG = ("contrary", "false", "vague", "copied")
"""Lines that are held against a list, or get nothing for what they are."""


def graded(exercise: Exercise[TestSpec], worded: Worded, prose: Prose, answer: Answer, tools: Tools) -> Verdict:
    """The verdict that counts."""
    language = _language(exercise, prose)
    if (bad := _unreadable(prose.text)) is not None:
        return bad
    heard = read_list(prose.text, worded, exercise.prompt.to(language), language)
    lines = tried_out(exercise, worded, prose.text, heard, tools)
    bugs = exercise.spec.bugs
    said = list(dict.fromkeys(case for line in lines if line.kind == "case" for case in line.cases))
    revealed = {bug for case in said for bug in case.reveals}
    turned = sum(line.kind == "contrary" for line in lines)
    share = len(revealed) / len(bugs) if bugs else 1.0
    net = max(0.0, share - CONTRARY_COST * turned)
    passed = net >= PASS
    findings = (*_lines(prose.text, lines, bugs), _whole(bugs, revealed), *_forgotten(prose.text, worded, said, lines))
    outcome = _outcome(net, turned, len(said), passed=passed)
    params: dict[str, Param] = {"count": len(bugs), "killed": len(revealed)}
    summary = Message(_summary(lines, outcome, said), params)
    status = Status.PASSED if passed else Status.WRONG_ANSWER
    return Verdict(outcome, status, with_hints(round(net, 3), answer), passed, findings, summary)


def tried(exercise: Exercise[TestSpec], worded: Worded, prose: Prose) -> Verdict:
    """A look at a list that does not count: which lines are cases; neither bugs nor what was forgotten."""
    language = _language(exercise, prose)
    if (bad := _unreadable(prose.text)) is not None:
        return bad
    lines = read_list(prose.text, worded, exercise.prompt.to(language), language)
    findings = tuple(_line(prose.text, number, line, Message("test.case-read"), None) for number, line in enumerate(lines, 1))
    cases = sum(line.kind == "case" for line in lines)
    summary = Message("test.summary-list", {"count": len(lines), "cases": cases})
    return Verdict(Outcome.CORRECT, Status.PASSED, 1.0, True, findings, summary)


def beside(exercise: Exercise[TestSpec], worded: Worded, prose: Prose, answer: Answer, tools: Tools) -> tuple[Finding, ...]:
    """What is said of a list that lies beside tests, which alone count."""
    verdict = graded(exercise, worded, prose, answer, tools)
    own = tuple(finding for finding in verdict.findings if finding.criterion.startswith("line:"))
    return (Finding("cases", None, Message("test.cases-beside"), Passage(prose.text)), *own)


def _language(exercise: Exercise[TestSpec], prose: Prose) -> Language:
    language = guess_language(prose.text, prose.language)
    return next(one for one in LANGUAGES if one == language) if language in exercise.languages else prose.language


def _unreadable(text: str) -> Verdict | None:
    if not gives_up(text):
        return None
    message = Message("test.cases-dont-know")
    return unreadable((Finding("readable", False, message, Passage(text)),), message)


def _outcome(net: float, turned: int, said: int, *, passed: bool) -> Outcome:
    if passed:
        return Outcome.CORRECT if net >= CORRECT and not turned else Outcome.PARTIAL
    return Outcome.PARTIAL if said > turned else Outcome.INCORRECT


def _summary(lines: Sequence[Line], outcome: Outcome, said: Sequence[Case]) -> str:
    if not said:
        return (
            "test.summary-no-case" if any(line.kind in ("half", "unclear", "contrary", "false") for line in lines) else "test.summary-vague"
        )
    return "test.summary-cases-all" if outcome is Outcome.CORRECT else "test.summary-cases"


def _lines(text: str, lines: Sequence[Line], bugs: Sequence[Bug]) -> Iterator[Finding]:
    """Each line with what it would reveal; a case that stood above already is told as such."""
    stories = {bug.mutant.id: bug.story for bug in bugs}
    before: set[str] = set()
    for number, line in enumerate(lines, 1):
        new = [case for case in line.cases if case.id not in before]
        revealed = list(dict.fromkeys(bug for case in new for bug in case.reveals))
        if line.kind == "case":
            before |= {case.id for case in line.cases}
        named = "test.case-again" if not new else "test.case-reveals" if revealed else "test.case-good"
        note = _joined([stories[bug] for bug in revealed]) if line.kind == "case" else None
        yield _line(text, number, line, Message(named, {"count": len(revealed)}), note)


def _line(text: str, number: int, line: Line, told: Message, note: Saying | None) -> Finding:
    ok = True if line.kind == "case" else False if line.kind in WRONG else None
    message = told if line.kind == "case" else Message(f"test.case-{line.kind}", {"right": line.right} if line.right else {})
    right = line.cases[0].says if line.kind == "contrary" else note
    return Finding(f"line:{number}", ok, message, Passage(text, (Span(line.start, line.end, right),)), Dimension.TESTING)


def _joined(stories: Sequence[Text]) -> Text | None:
    return Text(" ".join(one.en for one in stories), " ".join(one.it for one in stories)) if stories else None


def _whole(bugs: Sequence[Bug], revealed: set[str]) -> Finding:
    rows = tuple(MutantRow(bug.mutant.diff, bug.mutant.line, (), bug.story) for bug in bugs if bug.mutant.id not in revealed)
    message = Message("test.cases-bugs", {"count": len(bugs), "killed": len(revealed)})
    return Finding("bugs", not rows, message, Mutants(len(bugs), len(revealed), 0, rows, in_words=True), Dimension.TESTING)


def _forgotten(text: str, worded: Worded, said: Sequence[Case], lines: Sequence[Line]) -> Iterator[Finding]:
    """The cases that were not recognised and would have revealed something."""
    touched = {case.id for line in lines if line.kind in ("half", "unclear", "contrary") for case in line.cases}
    revealed = {bug for case in said for bug in case.reveals}
    for case in worded.cases:
        if case not in said and set(case.reveals) - revealed:
            named = "test.case-nearly" if case.id in touched else "test.case-not-found"
            yield Finding(f"case:{case.id}", None, Message(named), Passage(text, (), case.says), Dimension.TESTING)
