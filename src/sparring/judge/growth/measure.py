"""The questions that can be asked about a program's growth, and the shape of the answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sparring.judge.growth.classes import UNDECIDED, exceeds
from sparring.judge.growth.climb import Aim, Budget, Climb, climb
from sparring.judge.growth.fit import Fit
from sparring.judge.growth.model import Unlike, unlike
from sparring.judge.growth.subject import Inputs, Sample, Sizes, Subject, charged, generate
from sparring.sandbox.interface import Limits, Sandbox

DEFAULT_SIZES = (64, 128, 256, 512)

PEAKS = 5_000_000_000
"""Instructions for a curve of peak bytes: it begins only where they rise above the harness's own, so it needs larger sizes than one of time."""

MOST_LOOKED_AT, DEAREST_LOOKED_AT = 4096, 200_000_000
"""Size and cost up to which results are compared with the model's."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Costs by size, and what they show.

    `unit`: `instructions` or `bytes`. `ended`: why no larger size was measured: `decided`, `budget`, `largest`, or a Sample's `why`
    (`generator`, `exception`, `time-limit`, …), or `not-done` (its results are not the model's), with `detail` in words. `broke`: the smallest size
    beyond all that went well, and what it ended with there instead; None where none was tried.
    """

    sizes: tuple[int, ...]
    costs: tuple[int, ...]
    fit: Fit
    unit: str
    ended: str
    detail: str = ""
    broke: Sample | None = None

    @property
    def growth(self) -> str:
        """The class, or `undecided`."""
        return self.fit.growth


@dataclass(frozen=True, slots=True)
class Growth:
    """How a program's cost grows. `engine`: the id that the counts are comparable within; `instructions`: what measuring took, all included.

    `unlike`: where it does not do what the model does; None if it does, or there is no model.
    """

    time: Curve
    memory: Curve | None
    engine: str
    instructions: int
    unlike: Unlike | None = None


@dataclass(frozen=True, slots=True)
class TwoWays:
    """How the cost grows with each of two sizes while the other stays at `fixed`, and with both together. `memory`: with both together, if asked."""

    n: Curve
    m: Curve
    both: Curve
    fixed: int
    engine: str
    memory: Curve | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """The classes that an exercise allows; None where it says nothing. `memory` None: memory is not measured."""

    time: str | None = None
    memory: str | None = None


def measure_growth(
    sandbox: Sandbox,
    subject: Subject,
    inputs: Inputs,
    sizes: Sequence[int] = DEFAULT_SIZES,
    *,
    declared: Declared | None = None,
    memory: bool = False,
    budget: Budget | None = None,
    model: Subject | None = None,
    claimed: str | None = None,
) -> Growth:
    """Measure time and, if asked or declared, memory.

    `sizes`: those that must be measured if the budget allows; smaller and larger ones are added. `declared`: what is allowed; a class above it is believed
    only after the whole budget was used to look for a smaller one. `model`: does the same work; a program whose results differ from its, or that puts its
    work off until somebody looks, is undecided.
    `claimed`: the class that somebody says its time has, denied only by the whole budget. Raises JudgeError for failures of ours only: what the program does is told in the curves.
    """
    allowed = declared or Declared()
    time, spent = _curve(sandbox, subject, inputs, budget, Aim(tuple(sizes), "time", allowed.time, claimed))
    too_fast = exceeds(time.growth, allowed.time or "")  # then it is slow enough as it is: nobody need wait for more
    other = _unlike(sandbox, subject, model, inputs, time) if model and not too_fast else None
    if other:
        time = replace(time, fit=replace(time.fit, growth=UNDECIDED), ended="not-done")
    if not (memory or allowed.memory):
        return Growth(time, None, sandbox.engine_id, spent, other)
    peaks, more = _curve(sandbox, subject, inputs, budget, Aim(tuple(sizes), "memory", allowed.memory))
    return Growth(time, peaks, sandbox.engine_id, spent + more, other)


def measure_two_ways(
    sandbox: Sandbox,
    subject: Subject,
    inputs: Inputs,
    sizes: Sequence[int] = DEFAULT_SIZES,
    *,
    fixed: int = 64,
    budget: Budget | None = None,
    memory: bool = False,
    claimed: str | None = None,
) -> TwoWays:
    """Measure a program whose input has two sizes: `generate(n, m)` or `generate(n, m, random)`. Each curve has the whole budget. `claimed`: of both together."""
    ways: tuple[Callable[[int], Sizes], ...] = (lambda n: (n, fixed), lambda m: (fixed, m), lambda n: (n, n))
    n, m = (_curve(sandbox, subject, inputs, budget, Aim(tuple(sizes), way=way))[0] for way in ways[:2])
    both = _curve(sandbox, subject, inputs, budget, Aim(tuple(sizes), claimed=claimed, way=ways[2]))[0]
    peaks = _curve(sandbox, subject, inputs, budget, Aim(tuple(sizes), "memory", way=ways[2]))[0] if memory else None
    return TwoWays(n, m, both, fixed, sandbox.engine_id, peaks)


def costs_at(
    sandbox: Sandbox,
    subject: Subject,
    inputs: Inputs,
    sizes: Sequence[int],
    budget: Budget | None = None,
    what: Literal["time", "memory"] = "time",
) -> tuple[Sample, ...]:
    """The costs at exactly these sizes, in instructions or peak bytes: a reference beside a candidate."""
    return tuple(charged(Climb(sandbox, subject, inputs, budget or Budget(), Aim(tuple(sizes), what)).sample(sizes)))


def _unlike(sandbox: Sandbox, subject: Subject, model: Subject, inputs: Inputs, curve: Curve) -> Unlike | None:
    """Where the program does not do what the model does, of three of the measured sizes: the largest of a middling cost, and two far below."""
    known = [n for n, cost in zip(curve.sizes, curve.costs, strict=True) if n <= MOST_LOOKED_AT and cost <= DEAREST_LOOKED_AT]
    looked = sorted({known[-1], known[len(known) // 2], known[min(2, len(known) - 1)]}) if known else []
    limits = Limits(8 * DEAREST_LOOKED_AT, 4 * DEAREST_LOOKED_AT, Budget().memory_bytes, result_bytes=4 << 20)
    made = generate(sandbox, inputs, [(n,) for n in looked], replace(limits, result_bytes=64 << 20)) if looked else []
    arguments = [(size, value) for size, (value, _) in zip(looked, made, strict=True) if not isinstance(value, Sample)]
    return unlike(sandbox, subject, model, arguments, limits)


def _curve(sandbox: Sandbox, subject: Subject, inputs: Inputs, budget: Budget | None, aim: Aim) -> tuple[Curve, int]:
    usual = Budget() if aim.what == "time" else Budget(instructions=PEAKS)
    up = Climb(sandbox, subject, inputs, budget or usual, aim)
    ended, detail = climb(up)
    unit = "instructions" if aim.what == "time" else "bytes"
    return Curve(*up.columns(), up.fit(), unit, ended, detail, up.broke), up.spent
