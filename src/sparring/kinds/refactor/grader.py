"""Behaviour first: who changes it has not refactored. Then what was gained."""

from collections.abc import Sequence
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import BeforeAfter, MeasureRow, Place, Places, Spot
from sparring.core.exercise import Exercise, Slot
from sparring.core.problem import Problem
from sparring.core.text import Message, Text
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict
from sparring.judge.structure import NAMES, Structure, gained, lint, measure, spots, worse
from sparring.kinds.coding import not_read, with_hints
from sparring.kinds.format import Reader, check_follow_ups, exercise, section
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.reading import read_parts
from sparring.kinds.refactor.behaviour import GENERATED, TRIED_OUT, Behaviour, compare
from sparring.kinds.refactor.loading import read_spec
from sparring.kinds.refactor.proof import prove
from sparring.kinds.refactor.schema import RefactorFile, RefactorSpec
from sparring.sandbox.interface import Unreadable

CRITERIA = ("behaviour", "linter", "structure")
"""What a verdict of this kind can find: what a follow-up may wait for."""

ENOUGH = 0.5
"""The share of the reference's gain from which the structure counts as better."""
TOLD = 0.005
"""Below this share nothing was gained: "0%" of something is nothing."""
ALL, JUST_ENOUGH = 0.8, 0.7
"""From which share nothing is held against it, and what it scores where the share is just enough."""
FEW = 0.1
"""The share of inputs up to which a changed behaviour is an oversight and no other program."""


class Refactor:
    """The kind `refactor`."""

    id = "refactor"

    def load(self, folder: Folder) -> Exercise[RefactorSpec] | tuple[Problem, ...]:
        """Read the folder; the original is what the candidate starts from."""
        reader = Reader(folder.path, folder.languages)
        table = reader.table("exercise.toml", RefactorFile)
        discussion = reader.text("discussion", required=folder.complete)
        spec = read_spec(reader, table) if table else ()
        if table is None or isinstance(spec, tuple):
            return tuple(reader.problems)
        check_follow_ups(table, reader, {*CRITERIA, *(f"declared:{name}" for name in spec.declared)})
        reveal = section("refactor.discussion", discussion)
        reveal += section("refactor.reference", Text(spec.reference, spec.reference), is_code=True)
        slots = (Slot("solution", "code", "solution.py", spec.original),)
        return exercise(folder, table, reader, slots=slots, spec=spec, reveal=reveal, can_run=True)

    def read(self, exercise: Exercise[RefactorSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """The code as it was rewritten."""
        return read_parts(exercise, raw)

    def run(self, exercise: Exercise[RefactorSpec], answer: Answer, tools: Tools) -> Verdict:
        """Few inputs, and the structure."""
        return _judge(exercise, answer, tools, TRIED_OUT)

    def grade(self, exercise: Exercise[RefactorSpec], answer: Answer, tools: Tools) -> Verdict:
        """All inputs, those beyond the exercise's own too, then the structure."""
        return _judge(exercise, answer, tools, GENERATED, far=True)

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """See `proof.py`."""
        return prove(exercise, tools, self._on_own, self._tried)

    def _on_own(self, exercise: Exercise[RefactorSpec], answer: Answer, tools: Tools) -> Verdict:
        """As `grade`, without inputs beyond the exercise's own: they are those on which the reference does what the original does."""
        return _judge(exercise, answer, tools, GENERATED)

    def _tried(self, exercise: Exercise[RefactorSpec], answer: Answer, tools: Tools) -> Verdict:
        """As `run`; nobody has to be shown the smallest input."""
        return _judge(exercise, answer, tools, TRIED_OUT, shrunk=False)


def _judge(
    exercise: Exercise[RefactorSpec], answer: Answer, tools: Tools, count: int, *, shrunk: bool = True, far: bool = False
) -> Verdict:
    engine = tools.judge.engine_id
    after = _measured(answer)
    far = far and after is not None and _gains(exercise.spec, after)  # who gained nothing does not pass: no need to look further
    behaviour = compare(exercise, answer, tools, count, shrunk=shrunk, far=far)
    if isinstance(behaviour, Unreadable):
        return not_read(behaviour, engine)
    if behaviour.changed:
        return _broken(behaviour, engine, answer)
    after = after or measure("\n\n".join(answer.code().files.values()))
    structure = structure_finding(exercise.spec, after)
    findings = (*behaviour.findings, structure, *_linted(exercise.spec, answer))
    return _kept(exercise.spec, behaviour, after, findings, engine, answer)


def _measured(answer: Answer) -> Structure | None:
    """The structure of what was handed in; None where it cannot be read."""
    try:
        return measure("\n\n".join(answer.code().files.values()))
    except (SyntaxError, ValueError, RecursionError):
        return None


def _gains(spec: RefactorSpec, after: Structure) -> bool:
    hidden = bool(after.hiding) and not spec.before.hiding
    return gained(spec.before, after, spec.aim) >= ENOUGH and not hidden


def _broken(behaviour: Behaviour, engine: str, answer: Answer) -> Verdict:
    share = behaviour.changed / behaviour.inputs
    outcome = Outcome.PARTIAL if share <= FEW else Outcome.INCORRECT
    score = with_hints(0.3 * (1 - share) if share <= FEW else 0.0, answer)
    summary = Message("refactor.summary-broken", {"count": behaviour.changed, "total": behaviour.inputs})
    return Verdict(outcome, behaviour.status, score, False, behaviour.findings, summary, engine)


def _kept(
    spec: RefactorSpec, behaviour: Behaviour, after: Structure, findings: tuple[Finding, ...], engine: str, answer: Answer
) -> Verdict:
    gain, lost = gained(spec.before, after, spec.aim), worse(spec.before, after)
    hidden = set(after.hiding) and not spec.before.hiding

    def verdict(outcome: Outcome, status: Status, score: float, summary: str, *, passed: bool) -> Verdict:
        return Verdict(outcome, status, with_hints(score, answer), passed, findings, Message(summary), engine)

    if gain < ENOUGH or hidden:
        score = 0.0 if hidden else round(0.2 + 0.4 * gain, 3)
        name = "refactor.summary-no-gain" if gain < 0.1 or hidden else "refactor.summary-little-gain"
        outcome = Outcome.PARTIAL if gain >= 0.1 and not hidden else Outcome.INCORRECT
        return verdict(outcome, Status.WRONG_ANSWER, score if outcome is Outcome.PARTIAL else 0.0, name, passed=False)
    if behaviour.undone:
        return verdict(Outcome.PARTIAL, Status.WRONG_ANSWER, 0.6, "refactor.summary-undone", passed=False)
    if lost:
        return verdict(Outcome.PARTIAL, Status.PASSED, 0.8, "refactor.summary-traded", passed=True)
    score = min(1.0, JUST_ENOUGH + (1 - JUST_ENOUGH) * (gain - ENOUGH) / (ALL - ENOUGH))
    return verdict(Outcome.CORRECT, Status.PASSED, round(score, 3), "refactor.summary-right", passed=True)


def structure_finding(spec: RefactorSpec, after: Structure) -> Finding:
    """The figures before and after, with the places."""
    gain, lost = gained(spec.before, after, spec.aim), worse(spec.before, after)
    rows = tuple(MeasureRow(name, spec.before.figures[name], after.figures[name], spec.aim.figures[name]) for name in NAMES)
    evidence = BeforeAfter(rows, _places(spec.before), _places(after))
    if after.hiding and not spec.before.hiding:
        message = Message("refactor.hidden", {"line": after.hiding[0]})
        return Finding("structure", False, message, evidence, Dimension.DESIGN, 1)
    ok = gain >= ENOUGH
    name = (
        "refactor.gained"
        if ok and not lost
        else "refactor.traded"
        if ok
        else "refactor.not-gained"
        if gain >= TOLD
        else "refactor.nothing-gained"
    )
    return Finding("structure", ok and not lost, Message(name, {"percent": gain}), evidence, Dimension.DESIGN, 3 if ok and not lost else 2)


def _places(structure: Structure) -> tuple[Spot, ...]:
    return tuple(Spot(spot.line, spot.function, spot.measure, spot.value, spot.first) for spot in spots(structure))


def _linted(spec: RefactorSpec, answer: Answer) -> tuple[Finding, ...]:
    """Ruff's remarks, where it is installed; else that they are missing, and how to have them. They decide nothing."""
    found = lint(answer.code().source)
    if found is None:
        there: tuple[Place, ...] = ()
        return (Finding("linter", None, Message("refactor.no-linter"), Places(there)),)
    before = lint(spec.original) or ()
    message = "refactor.linted" if found else "refactor.linted-clean"
    return (
        Finding("linter", None, Message(message, {"count": len(found), "before": len(before)}), Places(found[:8], max(0, len(found) - 8))),
    )
