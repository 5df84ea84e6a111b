"""Runs a script's cases against a program and compares outside what comes out.

One job runs every case in one interpreter (a candidate's module is called again and again, as in real life); a second, where needed, computes
derived asserts and asks the exercise's checker; a third runs failed cases alone, each in a fresh interpreter, so that the verdict can say whether something
survived from an earlier case.
"""

import ast
import builtins
import reprlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sparring.core.evidence import CaseRow
from sparring.core.plain import Approx, Plain, same
from sparring.core.problem import JudgeError
from sparring.core.text import Message, Text
from sparring.core.verdict import Status
from sparring.judge.literals import plain_call
from sparring.judge.outside import protected
from sparring.judge.script import Case, CaseStep, Derived, Do, Expect, ExpectRaises, Script
from sparring.sandbox.interface import (
    Job,
    JobOutcome,
    Limits,
    NotPlain,
    Raised,
    Result,
    Sandbox,
    Step,
    StepOutcome,
    Stop,
    Stopped,
    Unreadable,
    Value,
)

SHOWN = 1000
"""How many characters of a value a row shows."""
NOT_RUN = f"{Stop.OUTPUT}: not run, a case before it printed too much"
KEPT = 2048
"""Of so many cases what does not depend on the answer is kept: an exercise is asked again and again."""


@dataclass(frozen=True, slots=True)
class CasesReport:
    """What the cases did. `load_failure` is set (and there are no rows) when the module itself could not be executed."""

    rows: tuple[CaseRow, ...]
    engine: str
    instructions: int
    load_failure: CaseRow | None = None

    @property
    def failed(self) -> tuple[CaseRow, ...]:
        """The rows that did not pass."""
        return tuple(row for row in self.rows if row.status != Status.PASSED)


def run_cases(
    sandbox: Sandbox, files: Mapping[str, str], main: str, script: Script, limits: Limits, checker: str | None = None, *, alone: bool = True
) -> CasesReport | Unreadable:
    """Run every case of `script` against the program `files`; `checker` is the source of a `check(expected, got, *args)`. `alone`: whether failed ones run once
    more by themselves, so that their rows say what leaked.
    """
    outcome = sandbox.run(_job(files, main, script, script.cases, limits))
    if isinstance(outcome, Unreadable):
        return outcome
    if not isinstance(outcome.load.result, Value):
        row = _row(Case("load", (), None, 0), outcome.load.result, outcome.load, f"import {main.removesuffix('.py')}", "", "")
        return CasesReport((), outcome.engine, outcome.instructions, row)
    rows = _judge(sandbox, script, script.cases, outcome, checker, limits)
    rows = _rerun_alone(sandbox, files, main, script, limits, checker, rows) if alone else rows
    return CasesReport(tuple(rows), outcome.engine, outcome.instructions)


def _job(files: Mapping[str, str], main: str, script: Script, cases: Sequence[Case], limits: Limits, *, fresh: bool = False) -> Job:
    support = [Step("exec", script.inside(script.support))] if script.support else []
    groups = [[*support, *_run_as(case, script.own)] for case in cases]
    return Job(files=files, main=main, groups=groups, limits=limits, fresh=fresh, printing_ends=True)


@lru_cache(maxsize=KEPT)
def _run_as(case: Case, own: frozenset[str]) -> tuple[Step, ...]:
    """What is run of a case, with the builtins out of the candidate's reach except those in `own`."""
    return tuple(_protected(step, own) for part in case.steps for step in _inside(part))


def _protected(step: Step, own: frozenset[str]) -> Step:
    source = protected(step.source, own)
    return replace(step, source=source, call=plain_call(source) if step.mode == "eval" else None)


def _inside(step: CaseStep) -> list[Step]:
    match step:
        case Do(source=source):
            return [Step("exec", source)]
        case Expect(source=source):
            return [Step("eval", source)]
        case ExpectRaises(source=source, exception=exception):
            named = [] if hasattr(builtins, exception) else [Step("eval", _qualified(exception))]
            return [Step("eval" if _is_expression(source) else "exec", source), *named]
        case Derived(values=values):
            return [Step("eval", source) for _, source in values]


def _is_expression(source: str) -> bool:
    """Whether a statement has a value: one that should have raised shows what it returned instead."""
    body = ast.parse(source).body
    return len(body) == 1 and isinstance(body[0], ast.Expr)


def _qualified(exception: str) -> str:
    """An expression for the qualified names of exception types that are the candidate's own, or a tuple of types."""
    return f"[f'{{t.__module__}}.{{t.__qualname__}}' for t in (lambda e: e if isinstance(e, tuple) else (e,))({exception})]"


@dataclass(frozen=True, slots=True)
class _Pending:
    """A comparison that another interpreter makes: a group of steps there, and the row if it says no."""

    steps: tuple[Step, ...]
    row: CaseRow
    by_checker: bool = False


def _judge(
    sandbox: Sandbox, script: Script, cases: Sequence[Case], outcome: JobOutcome, checker: str | None, limits: Limits
) -> list[CaseRow]:
    rows: list[CaseRow] = []
    pending: list[tuple[int, _Pending]] = []
    for index, (case, group) in enumerate(zip(cases, outcome.groups, strict=True)):
        if group and not any(group):
            rows.append(CaseRow(case.name, Status.OUTPUT_LIMIT, *_description(case), NOT_RUN, case.why))
            continue
        row, waits = _follow(case, group, has_checker=checker is not None)
        rows.append(row)
        pending.extend((index, wait) for wait in waits)
    if pending:
        _ask(sandbox, script, rows, pending, checker, limits)
    return rows


def _ask(
    sandbox: Sandbox, script: Script, rows: list[CaseRow], pending: list[tuple[int, _Pending]], checker: str | None, limits: Limits
) -> None:
    files = {"checker.py": checker} if checker is not None else {}
    imports = (Step("exec", f"import re\n{script.imports}"),)
    job = Job(files, "checker.py" if checker is not None else None, [(*imports, *wait.steps) for _, wait in pending], limits)
    answered = sandbox.run(job)
    if isinstance(answered, Unreadable) or not isinstance(answered.load.result, Value):
        raise JudgeError(Message("judge.checker-fails", {"what": _checker_trouble(answered)}))
    for number, (index, wait) in enumerate(pending):
        if rows[index].status == Status.PASSED:
            last = answered.groups[number][-1]
            if wait.by_checker and not _spoke(last):
                last = _once_more(sandbox, job, wait)
            rows[index] = _answered(rows[index], wait, last)


def _spoke(last: StepOutcome | None) -> bool:
    """Whether a checker did what it is for: it welcomed the result, or said in a sentence what is wrong."""
    return last is not None and isinstance(last.result, Value) and (last.result.value is None or _remark(last.result.value) is not None)


def _once_more(sandbox: Sandbox, asked: Job, wait: _Pending) -> StepOutcome | None:
    """What a checker says that was not heard among the others: asked alone, after it has welcomed the expected value. JudgeError if it fails on that too.

    A checker that is in order with what is right, and raises or is stopped on this result, could not read it: the result's fault, not ours.
    """
    imports, *_ = asked.groups[0]
    proof = [replace(step, bind={**step.bind, "_got": step.bind["_expected"]}) for step in wait.steps]
    answered = sandbox.run(replace(asked, groups=[(imports, *proof), (imports, *wait.steps)]))
    proved, last = (group[-1] for group in answered.groups) if isinstance(answered, JobOutcome) and answered.groups else (None, None)
    fine = proved is not None and isinstance(proved.result, Value) and proved.result.value is None
    if not fine or not (_spoke(last) or (last is not None and isinstance(last.result, Raised | Stopped))):
        failed = last if fine else proved
        raise JudgeError(Message("judge.checker-fails", {"what": _got(failed.result) if failed else "-"}))
    return last


def _checker_trouble(answered: JobOutcome | Unreadable) -> str:
    return f"line {answered.line}: {answered.text}" if isinstance(answered, Unreadable) else _got(answered.load.result)


def _answered(passed: CaseRow, wait: _Pending, last: StepOutcome | None) -> CaseRow:
    result = last.result if last else None
    match result:
        case Value(value=True | None):
            return passed
        case Value(value=complaint) if wait.by_checker:
            return replace(wait.row, remark=_remark(complaint))
        case Raised() | Stopped() if wait.by_checker:
            return replace(wait.row, remark=Message("judge.checker-cannot-read", {"got": wait.row.got, "what": _got(result)[:200]}))
        case Raised(type=kind, text=text):
            return replace(wait.row, got=f"{wait.row.got}\n{kind}: {text}"[:SHOWN])
    return wait.row


def _remark(complaint: Plain) -> Text | None:
    """What a checker says of a result: a sentence in English, or a pair of them in English and Italian. None if it is neither."""
    match complaint:
        case str():
            return Text(complaint[:SHOWN])
        case (str() as english, str() as italian):
            return Text(english[:SHOWN], italian[:SHOWN])
    return None


def _follow(case: Case, group: Sequence[StepOutcome | None], *, has_checker: bool) -> tuple[CaseRow, list[_Pending]]:
    """Walk a case's steps beside their outcomes, to the first that is not as it should be."""
    before = len(group) - sum(len(_inside(step)) for step in case.steps)
    spent = sum(outcome.instructions for outcome in group if outcome)
    for outcome in group[:before]:
        if outcome and not isinstance(outcome.result, Value):
            return _row(case, outcome.result, outcome, "", "", _got(outcome.result)), []
    steps = iter(group[before:])
    done: list[str] = []
    pending: list[_Pending] = []
    for step in case.steps:
        outcomes = [next(steps) for _ in _inside(step)]
        row = _check(case, step, outcomes, done)
        if row is None and isinstance(step, Derived):
            pending.append(_derived(case, step, outcomes, done))
        elif row is None and isinstance(step, ExpectRaises) and step.match:
            pending.append(_matched(case, step, outcomes[0], done))
        elif row is not None and has_checker and isinstance(step, Expect) and _wrong_value(row):
            pending.append(_checked(step, outcomes[0], row))
        elif row is not None:
            return replace(row, instructions=spent), []
        done.append(step.source)
    return CaseRow(case.name, Status.PASSED, *_description(case), _came(case, group), case.why, instructions=spent), pending


def _came(case: Case, group: Sequence[StepOutcome | None]) -> str:
    """What the last step of a case that passes returned or raised; '' where it only does something."""
    last = case.steps[-1] if case.steps else None
    if isinstance(last, Derived):
        ended = group[len(group) - len(last.values) :]
        return ", ".join(f"{source} = {_got(one.result)}" for (_, source), one in zip(last.values, ended, strict=True) if one)[:SHOWN]
    if not isinstance(last, Expect | ExpectRaises):
        return ""
    first = group[-len(_inside(last))]
    return _got(first.result)[:SHOWN] if first else ""


@lru_cache(maxsize=KEPT)
def _description(case: Case) -> tuple[str, str]:
    """What a case runs and what it wants, as they are shown."""
    return _shown(case.steps), _wanted(case.steps)


def _wrong_value(row: CaseRow) -> bool:
    return row.status == Status.WRONG_ANSWER


def _check(case: Case, step: CaseStep, outcomes: Sequence[StepOutcome | None], done: list[str]) -> CaseRow | None:
    """The row of a step that went wrong; None if it is right, or cannot be told yet."""
    first = outcomes[0] if outcomes else None
    if outcomes and first is None:
        return _stopped_earlier(case, step, done)
    source = "\n".join([*done, step.source])
    match step:
        case ExpectRaises():
            return _check_raises(case, step, outcomes, source)
        case Expect(expected=expected):
            assert first is not None
            if isinstance(first.result, Value) and same(expected, first.result.value):
                return None
            return _row(case, first.result, first, source, show(expected), _got(first.result))
        case Do() | Derived():
            bad = next((outcome for outcome in outcomes if outcome and not isinstance(outcome.result, Value)), None)
            wanted = step.source if isinstance(step, Derived) else ""
            return _row(case, bad.result, bad, source, wanted, _got(bad.result)) if bad else None


def _check_raises(case: Case, step: ExpectRaises, outcomes: Sequence[StepOutcome | None], source: str) -> CaseRow | None:
    first, *names = outcomes
    assert first is not None
    wanted = [f"builtins.{step.exception}"]
    if names and names[0] and isinstance(names[0].result, Value) and isinstance(names[0].result.value, list):
        wanted = [str(name) for name in names[0].result.value]
    if isinstance(first.result, Raised):
        if set(first.result.bases) & set(wanted):
            return None
        expected = f"{step.exception}: {step.match}" if step.match else step.exception
        return _row(case, first.result, first, source, expected, _got(first.result), status=Status.WRONG_ANSWER)
    row = _row(case, first.result, first, source, step.exception, _got(first.result))
    if isinstance(first.result, Stopped):
        return row
    return replace(row, raised_nothing=True, got=row.got if _is_expression(step.source) else "")


def _stopped_earlier(case: Case, step: CaseStep, done: list[str]) -> CaseRow:
    return CaseRow(case.name, Status.EXCEPTION, "\n".join([*done, step.source])[:SHOWN], "", "", case.why)


def _derived(case: Case, step: Derived, outcomes: Sequence[StepOutcome | None], done: list[str]) -> _Pending:
    values: dict[str, Plain] = {
        name: outcome.result.value
        for (name, _), outcome in zip(step.values, outcomes, strict=True)
        if outcome and isinstance(outcome.result, Value)
    }
    got = ", ".join(f"{source} = {show(values[name])}" for name, source in step.values)
    row = CaseRow(case.name, Status.WRONG_ANSWER, "\n".join([*done, step.source])[:SHOWN], step.source, got[:SHOWN], case.why)
    return _Pending((Step("eval", f"bool({step.rest})", values),), row)


def _matched(case: Case, step: ExpectRaises, outcome: StepOutcome | None, done: list[str]) -> _Pending:
    """Patterns are an author's: they run under limits, like everything else of a pack."""
    assert outcome is not None
    assert isinstance(outcome.result, Raised)
    expected = f"{step.exception}: {step.match}"
    row = _row(case, outcome.result, outcome, "\n".join([*done, step.source]), expected, "", status=Status.WRONG_ANSWER)
    bind: dict[str, Plain] = {"_pattern": step.match, "_text": outcome.result.text}
    return _Pending((Step("eval", "bool(re.search(_pattern, _text))", bind),), row)


def _checked(step: Expect, outcome: StepOutcome | None, row: CaseRow) -> _Pending:
    if outcome is None or not isinstance(outcome.result, Value) or step.args is None:
        return _Pending((Step("eval", "False"),), row)
    bind: dict[str, Plain] = {"_expected": step.expected, "_got": outcome.result.value, "_args": step.args}  # type: ignore[dict-item]
    return _Pending((Step("eval", "check(_expected, _got, *_args)", bind),), row, by_checker=True)


def status_of(result: Result) -> Status:
    """The status of a result that is not what was expected."""
    match result:
        case Raised():
            return Status.EXCEPTION
        case Stopped(why=why):
            return Status(why.value)
    return Status.WRONG_ANSWER


def _row(case: Case, result: Result, outcome: StepOutcome, source: str, expected: str, got: str, status: Status | None = None) -> CaseRow:
    frames = result.frames if isinstance(result, Raised) else ()
    return CaseRow(
        name=case.name,
        status=status or status_of(result),
        input=source[-SHOWN:],
        expected=expected[:SHOWN],
        got=(got or _got(result))[:SHOWN],
        why=case.why,
        output=outcome.output[:SHOWN],
        trace=tuple(f"{frame.file}:{frame.line} in {frame.function}" for frame in frames[-8:]),
        instructions=outcome.instructions,
    )


def _got(result: Result) -> str:
    match result:
        case Value(value=value):
            return show(value)
        case NotPlain(type=kind):
            return f"<{kind}>"
        case Raised(type=kind, text=text):
            return f"{kind.removeprefix('builtins.')}: {text}" if text else kind.removeprefix("builtins.")
        case Stopped(why=why, detail=detail):
            return f"{why}: {detail}" if detail else str(why)


def show(value: object) -> str:
    """A value as Python would write it, bounded: never more work than what is shown, whatever came out."""
    text = _Bounded().repr(value)
    return text if len(text) <= SHOWN else f"{text[: SHOWN // 2]} … {text[-SHOWN // 4 :]}"


class _Bounded(reprlib.Repr):
    """Long values cut in the middle; Approx as an author writes it."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 12
        self.maxdict = self.maxlist = self.maxtuple = self.maxset = self.maxfrozenset = 60
        self.maxstring = self.maxother = SHOWN
        self.maxlong = 200

    def repr_int(self, x: int, level: int) -> str:
        """Python refuses to write integers of more than some thousand digits; a long one is told by its size."""
        return super().repr_int(x, level) if x.bit_length() < 10_000 else f"<int of {x.bit_length():,} bits>"

    def repr_Approx(self, x: Approx, level: int) -> str:  # noqa: ARG002, N802 - reprlib's form
        """As in the case file."""
        return f"≈ {x.value!r}"


def _shown(steps: Sequence[CaseStep]) -> str:
    return "\n".join(step.source for step in steps)[:SHOWN]


def _wanted(steps: Sequence[CaseStep]) -> str:
    match steps[-1] if steps else None:
        case Expect(expected=expected):
            return show(expected)
        case ExpectRaises(exception=exception):
            return exception
        case Derived(source=source):
            return source
    return ""


def _rerun_alone(
    sandbox: Sandbox, files: Mapping[str, str], main: str, script: Script, limits: Limits, checker: str | None, rows: list[CaseRow]
) -> list[CaseRow]:
    """Failed cases once more, each in a fresh interpreter: what passes alone was spoilt by something that survived."""
    suspects = [index for index, row in enumerate(rows) if row.status in (Status.WRONG_ANSWER, Status.EXCEPTION)]
    if not suspects or (suspects[0] == 0 and len(suspects) == len(rows)):
        return rows
    cases = [script.cases[index] for index in suspects]
    outcome = sandbox.run(_job(files, main, script, cases, limits, fresh=True))
    if isinstance(outcome, JobOutcome) and outcome.groups:
        for index, alone in zip(suspects, _judge(sandbox, script, cases, outcome, checker, limits), strict=True):
            rows[index] = replace(rows[index], leaked=alone.status == Status.PASSED)
    return rows


def check_the_checker(sandbox: Sandbox, script: Script, checker: str, limits: Limits) -> list[tuple[str, str]]:
    """What is wrong with a checker: it must read, and welcome every expected value as an answer. `(case, what)` each; '' for the checker itself."""
    asked = [(case.name, step) for case in script.cases for step in case.steps if isinstance(step, Expect)]
    bad = [(name, "its left side is no call with literal arguments") for name, step in asked if step.args is None]
    called = [(name, step) for name, step in asked if step.args is not None]
    groups = [[Step("eval", "check(_e, _e, *_a)", {"_e": step.expected, "_a": step.args or ()})] for _, step in called]  # type: ignore[dict-item]
    answered = sandbox.run(Job({"checker.py": checker}, "checker.py", groups, limits))
    if isinstance(answered, Unreadable) or not isinstance(answered.load.result, Value):
        return [("", _checker_trouble(answered))]
    for (name, _), group in zip(called, answered.groups, strict=True):
        result = group[-1].result if group[-1] else None
        if not (isinstance(result, Value) and result.value is None):
            bad.append((name, _got(result) if result else "-"))
    return bad
