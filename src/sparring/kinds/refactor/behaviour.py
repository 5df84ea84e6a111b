"""Whether the original and what was handed in do the same: the named inputs, and hundreds that the generator makes."""

from dataclasses import dataclass, replace

from sparring.core.answer import Answer
from sparring.core.evidence import CaseRow, Cases, Compared
from sparring.core.exercise import Exercise
from sparring.core.plain import Plain
from sparring.core.problem import JudgeError
from sparring.core.text import Message, Text
from sparring.core.verdict import Dimension, Finding, Status
from sparring.judge.cases import show
from sparring.judge.differential import FURTHER, Did, Trio, beyond_own, differs, inputs, run_on, seed_of, smallest, told
from sparring.judge.differential.outcomes import status
from sparring.judge.judge import limits
from sparring.kinds.kind import Tools
from sparring.kinds.refactor.schema import RefactorSpec
from sparring.sandbox.interface import Limits, Raised, Stopped, Unreadable

GENERATED, TRIED_OUT = 204, 24
"""Inputs that the generator makes when it is handed in, and when it is only tried out."""
STEP, ALL = 150_000_000, 4_000_000_000
EXAMPLES, MOST_SHOWN = 4, 8
SMALLEST = Text(
    "The smallest input that was found on which the behaviour changed.",
    "L'input più piccolo che si è trovato su cui il comportamento è cambiato.",
)


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What was seen. `findings`: `behaviour`, and `declared` where a change was asked for; `changed`: on how many of the inputs it differs; `status` of the first."""

    findings: tuple[Finding, ...]
    inputs: int
    changed: int
    status: Status
    undone: int = 0


@dataclass(frozen=True, slots=True)
class _Seen:
    """One input and what the three programs did; `aspect`: in what the judged one differs, '' if in nothing that counts."""

    name: str
    why: Text | None
    arguments: tuple[Plain, ...]
    before: Did
    right: Did
    now: Did
    aspect: str
    meant: bool
    undone: bool


def compare(
    exercise: Exercise[RefactorSpec], answer: Answer, tools: Tools, count: int, *, shrunk: bool = True, far: bool = False
) -> Behaviour | Unreadable:
    """Run all three on the same inputs, and if nothing changed there and it is to go `far`, on inputs beyond the exercise's own; where the behaviour changed, look for
    the smallest that shows it if it is to be `shrunk`.

    `meant`: the reference itself changes something there, so that its way is as good as the original's.
    """
    spec, code, sandbox = exercise.spec, answer.code(), tools.judge.sandbox
    allowed = replace(limits(exercise.budget), instructions=ALL, step_instructions=STEP)
    trio = spec.trio(code.files, code.entry)
    seed = seed_of(exercise.content_hash, *code.files.values())
    made = inputs(sandbox, spec.generator, count, seed, allowed, spec.sizes)
    given = [*(named.arguments for named in spec.inputs), *made]
    now = run_on(sandbox, trio.judged, given, allowed)
    if isinstance(now, Unreadable):
        return now
    if not isinstance(now, list):
        return _not_loaded(now)
    before, right = (run_on(sandbox, program, given, allowed) for program in (trio.original, trio.reference))
    if not isinstance(before, list) or not isinstance(right, list):
        raise JudgeError(Message("judge.generator-fails", {"what": "original.py, reference.py"}))
    names: list[tuple[str, Text | None]] = [*((named.name, named.why) for named in spec.inputs), *[("", None)] * len(made)]
    seen = [
        _see(spec, trio, name, arguments, outcomes)
        for name, arguments, outcomes in zip(names, given, zip(before, right, now, strict=True), strict=True)
    ]
    further = []
    if far and not any(each.aspect for each in seen):
        further = beyond_own(sandbox, trio, _templates(seen) or given, seed, allowed, spec.complaints)
    seen += [_see(spec, trio, ("", FURTHER), each.arguments, (each.before, each.right, each.now)) for each in further]
    return _behaviour(spec, trio, seen, (tools, allowed) if shrunk else None)


def _templates(seen: list[_Seen]) -> list[tuple[Plain, ...]]:
    """The inputs that have a value, each outcome as often as any other: what happens seldom has the most conditions before it."""
    by_outcome: dict[str, list[tuple[Plain, ...]]] = {}
    for each in seen:
        if each.before.kind == "value" and not each.meant:
            by_outcome.setdefault(told(each.before, "value"), []).append(each.arguments)
    often = len(seen) // max(1, len(by_outcome)) + 1
    return [alike[at % len(alike)] for alike in by_outcome.values() for at in range(often)]


def _see(
    spec: RefactorSpec, trio: Trio, named: tuple[str, Text | None], arguments: tuple[Plain, ...], outcomes: tuple[Did, Did, Did]
) -> _Seen:
    (name, why), (before, right, now) = named, outcomes
    meant = bool(differs(before, right, trio.own))
    aspect = differs(before, now, trio.own)
    as_meant = meant and not differs(right, now)
    undone = name in spec.declared and not as_meant
    return _Seen(name, why, arguments, before, right, now, "" if as_meant else aspect, meant, undone)


def _not_loaded(failure: Raised | Stopped) -> Behaviour:
    did = Did(failure, None, "")
    row = CaseRow("load", status(did), "import solution", "", told(did, "exception"))
    finding = Finding("behaviour", False, Message("solve.does-not-load"), Cases((row,)), Dimension.CODE, 1)
    return Behaviour((finding,), 1, 1, status(did))


def _behaviour(spec: RefactorSpec, trio: Trio, seen: list[_Seen], shrinking: tuple[Tools, Limits] | None) -> Behaviour:
    changed = [each for each in seen if each.aspect]
    if changed:
        return Behaviour((_changed(spec, trio, changed, shrinking),), len(seen), len(changed), _status(changed[0].now))
    undone = [each for each in seen if each.undone]
    raised = sum(each.now.kind != "value" for each in seen)
    examples = tuple(_row(spec, each, "value") for each in seen if not each.meant)[:EXAMPLES]
    evidence = Compared(len(seen), raised, sum(each.meant for each in seen), examples)
    beyond = sum(each.why is FURTHER for each in seen)
    message = (
        Message("refactor.kept-beyond", {"count": len(seen), "beyond": beyond})
        if beyond
        else Message("refactor.kept", {"count": len(seen)})
    )
    kept = Finding("behaviour", True, message, evidence, Dimension.CODE, 3)
    declared = tuple(_declared(spec, each) for each in seen if each.name in spec.declared)
    return Behaviour((kept, *declared), len(seen), 0, Status.PASSED, len(undone))


def _changed(spec: RefactorSpec, trio: Trio, changed: list[_Seen], shrinking: tuple[Tools, Limits] | None) -> Finding:
    first = _as_asked(changed[0])
    if first.meant:
        trio = replace(trio, original=trio.reference)
    least = _smallest(trio, first, *shrinking) if shrinking else replace(first, name="generated")
    named = [_as_asked(each) for each in changed if each.name][:MOST_SHOWN]
    rows = tuple(_row(spec, each, each.aspect) for each in (least, *named))
    params: dict[str, str | int | float | bool] = {"count": len(changed)}
    return Finding("behaviour", False, Message(f"refactor.changed-{least.aspect}", params), Cases(rows), Dimension.CODE, 1)


def _as_asked(each: _Seen) -> _Seen:
    """An input with what is expected on it: where a change was asked for and another one was made, what the reference does."""
    return replace(each, before=each.right, aspect=differs(each.right, each.now) or each.aspect) if each.meant else each


def _smallest(trio: Trio, first: _Seen, tools: Tools, allowed: Limits) -> _Seen:
    found = smallest(tools.judge.sandbox, trio, first.arguments, first.before, first.now, allowed)
    aspect = differs(found.wanted, found.got, trio.own) or first.aspect
    return _Seen(
        "smallest",
        first.why if first.why is FURTHER else SMALLEST,
        found.arguments,
        found.wanted,
        found.wanted,
        found.got,
        aspect,
        False,
        False,
    )


def _declared(spec: RefactorSpec, each: _Seen) -> Finding:
    aspect = differs(each.before, each.right) or "value"
    row = replace(_row(spec, replace(each, before=each.right), aspect), status=Status.WRONG_ANSWER if each.undone else Status.PASSED)
    message = Message("refactor.undone" if each.undone else "refactor.done")
    evidence = Cases((replace(row, why=spec.declared[each.name]),))
    return Finding(f"declared:{each.name}", not each.undone, message, evidence, Dimension.DESIGN, 2 if each.undone else 3)


def _row(spec: RefactorSpec, each: _Seen, aspect: str) -> CaseRow:
    called = ", ".join(show(argument) for argument in each.arguments)
    entry = "drive" if spec.driver else spec.entry
    kind = Status.PASSED if not each.aspect else _status(each.now)
    return CaseRow(each.name or "generated", kind, f"{entry}({called})", told(each.before, aspect), told(each.now, aspect), each.why)


def _status(did: Did) -> Status:
    """An exception where the original had a value is a wrong answer of the refactor, unless it was stopped."""
    return status(did) if isinstance(did.result, Stopped) else Status.WRONG_ANSWER
