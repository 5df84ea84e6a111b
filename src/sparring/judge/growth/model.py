"""Whether a program did its work while it was measured: its results are set against those of a model.

A program that notices the measurement (a frame of ours, a large input) may return at once and look constant. So some of the measured calls are made again by
the same steps, and only then the result is asked for: while it runs the program cannot know which time it is. What it puts off until the result is handed
out shows in the whole job's count, beside that of the model, which does not put anything off.

Results are compared as people would who do not know the exercise's own checks: order, kind of sequence and the last digits of floats are left aside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from sparring.core.plain import Plain, encode
from sparring.judge.growth.subject import BASELINE, Subject, steps
from sparring.sandbox.interface import Job, JobOutcome, Limits, Result, Sandbox, Step, Value

PUT_OFF_BASE, PUT_OFF_SHARE = 400_000, 0.005
"""What handing out the same value may cost more than the model's: instructions, and a share of all that the job did."""

DIGITS = 6


@dataclass(frozen=True, slots=True)
class Unlike:
    """Where a program does not do what the model does. `wrong`: its result is another one (`got` instead of `wanted`); else it failed, or put work off."""

    size: int
    wrong: bool = False
    wanted: Plain = None
    got: Plain = None


def unlike(sandbox: Sandbox, subject: Subject, model: Subject, arguments: Sequence[tuple[int, Plain]], limits: Limits) -> Unlike | None:
    """The first of the (size, arguments), of ascending size, for which `subject` does not do what `model` does. None where the model itself has nothing to say.

    Once a result was the model's in its order too, larger ones must be.
    """
    ordered = False
    for size, value in arguments:
        theirs = _run(sandbox, model, value, limits)
        if theirs is None or not isinstance(theirs[0], Value):
            return None
        ours = _run(sandbox, subject, value, limits)
        if ours is None or not isinstance(ours[0], Value):
            return Unlike(size)
        got, wanted = ours[0].value, theirs[0].value
        exact = _canonical(got, ordered=True) == _canonical(wanted, ordered=True)
        if not exact and _canonical(got) != _canonical(wanted):
            nothing = isinstance(got, tuple) and _canonical(got, ordered=True) == _canonical(value, ordered=True)  # see `_run`
            return Unlike(size, wrong=True, wanted=wanted, got=None if nothing else got)
        if (not exact and ordered) or ours[1] > theirs[1] * (1 + PUT_OFF_SHARE) + PUT_OFF_BASE:
            return Unlike(size)
        ordered = ordered or exact
    return None


def _run(sandbox: Sandbox, subject: Subject, arguments: Plain, limits: Limits) -> tuple[Result, int] | None:
    """The result of handing out what the call gave (the arguments, where it gave None), and the instructions beside the call itself."""
    look = Step("eval", "_args if _result is None else _result")
    outcome = sandbox.run(Job(subject.files, subject.main, [[*steps(subject, arguments, "time"), look]], limits))
    if not isinstance(outcome, JobOutcome):
        return None
    group = [step for step in chain.from_iterable(outcome.groups) if step]
    if len(group) < len(outcome.groups[0]):
        return None
    measured = sum(step.instructions for step in group[BASELINE + 1 : -1])
    return group[-1].result, outcome.instructions - measured


def _canonical(value: Plain, *, ordered: bool = False) -> object:
    """The value without what two right answers may differ in."""
    if isinstance(value, float):
        return ("number", f"{value:.{DIGITS}g}")
    if isinstance(value, int):
        return ("number", f"{value:.{DIGITS}g}" if abs(value) < 1 << 53 else str(value))
    if isinstance(value, list | tuple):
        items = [_canonical(item, ordered=ordered) for item in value]
        return ("items", items if ordered else sorted(items, key=repr))
    if isinstance(value, set | frozenset):
        return ("items", sorted((_canonical(item, ordered=ordered) for item in value), key=repr))
    if isinstance(value, dict):
        return ("entries", sorted(((_canonical(key), _canonical(item, ordered=ordered)) for key, item in value.items()), key=repr))
    return encode(value)
