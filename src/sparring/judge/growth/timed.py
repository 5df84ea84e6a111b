"""Growth in seconds, for programs that the exact engine cannot run: an interval instead of a number, and a class only where the whole interval agrees.

Theory of operation. Every size is measured `ROUNDS` times, the sizes interleaved, each time in a fresh interpreter; what disturbs a measurement makes it
longer, so the smallest is nearest to the truth and the second smallest says how near. Sizes whose cost drowns in the clock are left out, unless all do. The
class is then asked of four curves through these intervals: all low, all high, and the two that lean most (low where it is small and high where it is large, and
the other way round). If they do not agree it is `undecided`, and a class above the declared one is never told from times alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from sparring.core.plain import Plain
from sparring.judge.growth.classes import UNDECIDED, exceeds
from sparring.judge.growth.fit import Fit, fit
from sparring.judge.growth.measure import Curve, Growth
from sparring.judge.growth.subject import LOADED_BASELINE, Inputs, Sample, Subject, generate, steps
from sparring.sandbox.interface import Job, JobOutcome, Limits, Raised, Sandbox, Stopped, Value

ROUNDS = 4
SIZES = tuple(1 << power for power in range(6, 18))
ENOUGH_SECONDS = 0.25
"""A size whose call takes longer is the last."""

NOISE = 60_000
"""Nanoseconds by which two calls may differ for no reason."""

DROWNED = 200_000
"""Nanoseconds below which a cost says nothing, where others say more."""

LIMITS = Limits(memory_bytes=1 << 30, result_bytes=64 << 20, cpu_seconds=5.0, wall_seconds=15.0)


def measure_timed(sandbox: Sandbox, subject: Subject, inputs: Inputs, declared: str | None = None) -> Growth:
    """The growth of time by CPU seconds of an engine that has them; the curve's unit is `nanoseconds`. Memory is not measured."""
    arguments, trouble = _arguments(sandbox, inputs)
    times: dict[int, list[int]] = {}
    for _ in range(ROUNDS):
        for size in list(arguments):
            got = _once(sandbox, subject, arguments[size])
            if isinstance(got, tuple):
                trouble = got
                arguments = {n: value for n, value in arguments.items() if n < size}
                break
            times.setdefault(size, []).append(got)
            if got > ENOUGH_SECONDS * 1e9:
                arguments = {n: value for n, value in arguments.items() if n <= size}
                break
    known = {n: sorted(found)[:2] for n, found in sorted(times.items()) if len(found) >= 2}
    decided = agreed([(n, low, high) for n, (low, high) in known.items()], declared)
    ended, detail = trouble or ("largest", "")
    curve = Curve(tuple(known), tuple(low for low, _ in known.values()), decided, "nanoseconds", ended, detail)
    return Growth(curve, None, sandbox.engine_id, 0)


def agreed(intervals: Sequence[tuple[int, int, int]], declared: str | None = None) -> Fit:
    """What all curves through the intervals (size, low, high) show; `undecided` if they differ, or if it would fail somebody."""
    if any(low >= DROWNED for _, low, _ in intervals):
        intervals = [each for each in intervals if each[1] >= DROWNED]
    sizes = [n for n, _, _ in intervals]
    half = len(intervals) // 2
    curves = [
        [low for _, low, _ in intervals],
        [high for _, _, high in intervals],
        [high if at >= half else low for at, (_, low, high) in enumerate(intervals)],
        [low if at >= half else high for at, (_, low, high) in enumerate(intervals)],
    ]
    found = [fit(sizes, costs, NOISE) for costs in curves]
    same = len({each.growth for each in found}) == 1 and not (declared and exceeds(found[0].growth, declared))
    return found[0] if same else replace(found[0], growth=UNDECIDED)


def _arguments(sandbox: Sandbox, inputs: Inputs) -> tuple[dict[int, Plain], tuple[str, str] | None]:
    arguments: dict[int, Plain] = {}
    for size in SIZES:
        ((made, _),) = generate(sandbox, inputs, [(size,)], LIMITS)
        if isinstance(made, Sample):
            return arguments, (made.why, made.detail)
        arguments[size] = made
    return arguments, None


def _once(sandbox: Sandbox, subject: Subject, arguments: Plain) -> int | tuple[str, str]:
    """Nanoseconds of one call, or why there are none and the details."""
    outcome = sandbox.run(Job(subject.files, subject.main, [steps(subject, arguments, "time")], LIMITS))
    if not isinstance(outcome, JobOutcome):
        return "unreadable", outcome.text
    group = outcome.groups[0]
    last, nothing = group[-1], group[LOADED_BASELINE]
    if last is not None and nothing is not None and isinstance(last.result, Value):
        return max(0, round(1e9 * ((last.cpu_seconds or 0) - (nothing.cpu_seconds or 0))))
    failed = next((step.result for step in group if step and not isinstance(step.result, Value)), None)
    if isinstance(failed, Stopped):
        return failed.why.value, failed.detail
    return "exception", f"{failed.type}: {failed.text}"[:300] if isinstance(failed, Raised) else ""
