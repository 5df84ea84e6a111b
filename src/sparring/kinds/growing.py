"""How the cost of a right solution grows, beside the reference and beside what the candidate claimed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from sparring.core.answer import Answer, Code
from sparring.core.evidence import CaseRow, Cases, CostCurve, Passage
from sparring.core.plain import Plain
from sparring.core.text import Message, Text
from sparring.core.verdict import Dimension, Finding
from sparring.judge.cases import show
from sparring.judge.growth import (
    RISEN,
    UNDECIDED,
    Budget,
    Curve,
    Declared,
    Inputs,
    Subject,
    Unlike,
    costs_at,
    exceeds,
    measure_growth,
    parse_claim,
    risen,
    written,
)
from sparring.judge.growth.subject import SEED
from sparring.kinds.format import Strict
from sparring.kinds.kind import Tools
from sparring.kinds.once import Once
from sparring.sandbox.interface import Sandbox

KEPT = 500
"""References whose costs are kept, each at some sizes."""
DEAR = 3
MUCH = 1_000_000
"""From how many times the reference's cost on it is told even where the class is right, and instructions below which it is not: so much the public names alone may cost (each
step sees them; those of `typing` and `collections` together took 0.6 million).
"""
WHY_LARGE = Text(
    "An input of the measurement, larger than any case: what holds for small inputs must hold for large ones.",
    "Un input della misura, più grande di ogni caso: quello che vale per gli input piccoli deve valere per quelli grandi.",
)
FASTER = 1.5
"""An answer whose class is above the declared one fails only if it also gets this much dearer than the reference while the input grows 16 times: what the
allocator adds to both is nobody's fault, and a sort in C that is cheaper than a loop is no crime."""
CLEARLY = 2
"""The same of memory beside the declared class alone, where the search ended with the budget: a logarithm may still be one of the allocator's."""


GrowthClass = Literal["1", "log n", "n", "n log n", "n^2", "n^2 log n", "n^3", "2^n"]


class GrowthTable(Strict):
    """The `[growth]` table: how time and memory may grow."""

    time: GrowthClass
    memory: GrowthClass | None = None
    sizes: tuple[int, ...] = Field(default=(200, 400, 800, 1600), min_length=3, max_length=8)

    @field_validator("sizes")
    @classmethod
    def _rising(cls, sizes: tuple[int, ...]) -> tuple[int, ...]:
        """What grows is measured from small to large."""
        if sizes[0] < 1 or any(after <= before for before, after in pairwise(sizes)):
            raise PydanticCustomError("not_rising", "not rising")
        return sizes


@dataclass(frozen=True, slots=True)
class GrowthSpec:
    """How cost may grow, and what is needed to measure it."""

    time: str
    memory: str | None
    sizes: tuple[int, ...]
    generator: str
    driver: str | None
    naive: str | None


@dataclass(frozen=True, slots=True)
class Measured:
    """Whose growth is measured beside whose: `entry` is called in both; `alike`: their results must be the same at the measured sizes; `seed`: of the inputs;
    `modules`: what both may import.
    """

    entry: str
    reference: str
    growth: GrowthSpec
    alike: bool = True
    seed: int = SEED
    modules: Mapping[str, str] = field(default_factory=dict)

    def subject(self, code: Code) -> Subject:
        """What is measured of this code."""
        return Subject({**self.modules, **code.files}, self.entry, code.entry, self.growth.driver)

    @property
    def model(self) -> Subject:
        """What is measured of the reference."""
        return self.subject(Code({"solution.py": self.reference}))


def cost_findings(asked: Measured, answer: Answer, tools: Tools) -> tuple[Finding, ...]:
    """Findings `growth` and, where the exercise declares it, `memory-growth`; `large-input` alone where the answer is wrong at a measured size."""
    growth, model = asked.growth, asked.model
    subject, inputs = asked.subject(answer.code()), Inputs(growth.generator, seed=asked.seed)
    declared = Declared(growth.time, growth.memory)
    measured = measure_growth(
        tools.judge.sandbox,
        subject,
        inputs,
        growth.sizes,
        declared=declared,
        memory=growth.memory is not None,
        model=model if asked.alike and subject != model else None,
        claimed=_claim(answer),
    )
    theirs = measured.time.costs if subject == model else reference_costs(tools.judge.sandbox, _key(model), inputs, measured.time.sizes)
    if measured.unlike and measured.unlike.wrong:
        return (_wrong_when_large(measured.unlike),)
    findings = (_time(measured.time, growth.time, theirs, _claim(answer)), *_unread(answer))
    findings += breaks_off(
        measured.time, lambda size: subject == model or bool(reference_costs(tools.judge.sandbox, _key(model), inputs, (size,)))
    )
    if measured.memory is None or growth.memory is None:
        return findings
    peaks = partial(_reference_peaks, tools.judge.sandbox, model, inputs) if subject != model else (lambda _: ())
    return (*findings, memory_finding(measured.memory, growth.memory, peaks))


def too_fast(asked: Measured, code: Code, tools: Tools, budget: Budget) -> bool:
    """Whether the time of code that is right grows too fast as far as `budget` reaches, by what `cost_findings` goes by."""
    growth, inputs, sandbox = asked.growth, Inputs(asked.growth.generator, seed=asked.seed), tools.judge.sandbox
    declared = Declared(growth.time)
    curve = measure_growth(sandbox, asked.subject(code), inputs, growth.sizes, declared=declared, budget=budget).time
    if curve.growth == UNDECIDED or not exceeds(curve.growth, growth.time):
        return False
    early = _early(curve)
    theirs = reference_costs(sandbox, _key(asked.model), inputs, (curve.sizes[early], curve.sizes[-1]))
    return not theirs or _rise((curve.costs[early], curve.costs[-1]), theirs) >= FASTER


def breaks_off(curve: Curve, reference_does: Callable[[int], bool]) -> tuple[Finding, ...]:
    """That a larger input than all that were measured ends in an exception, and the reference does not: told as what it is. Nobody fails on it: no case is so large."""
    broke = curve.broke
    if broke is None or broke.why != "exception" or not curve.sizes or broke.size < curve.sizes[-1] or not reference_does(broke.size):
        return ()
    deep = broke.detail.startswith("RecursionError")
    message = Message(
        "solve.too-deep" if deep else "solve.breaks-off", {"size": broke.size, "last": curve.sizes[-1], "what": broke.detail[:120]}
    )
    row = CaseRow(f"size_{broke.size}", "exception", f"generate({broke.size})", "", broke.detail, WHY_LARGE)
    return (Finding("large-input", None, message, Cases((row,)), Dimension.EFFICIENCY),)


def _wrong_when_large(unlike: Unlike) -> Finding:
    """No case is that large, but the measurement is: what comes out there is compared too, and then there is no growth to speak of."""
    wanted, got = apart(unlike.wanted, unlike.got)
    row = CaseRow(f"size_{unlike.size}", "wrong-answer", f"generate({unlike.size})", wanted, got, WHY_LARGE)
    return Finding("large-input", False, Message("solve.wrong-when-large", {"size": unlike.size}), Cases((row,)), Dimension.CODE, 1)


def apart(wanted: Plain, got: Plain) -> tuple[str, str]:
    """Both results in short: of two sequences, how long they are and the first place where they differ."""
    if not isinstance(wanted, list | tuple) or not isinstance(got, list | tuple):
        return show(wanted), show(got)
    shortest = min(len(wanted), len(got))
    at = next((index for index in range(shortest) if wanted[index] != got[index]), shortest)
    first, second = (f"len {len(found):,}; [{at}] {show(found[at]) if at < len(found) else '—'}" for found in (wanted, got))
    return first, second


Program = tuple[tuple[tuple[str, str], ...], str, str | None]
"""Files, entry and driver of a program, to look its costs up by."""


def _key(subject: Subject) -> Program:
    return (tuple(sorted(subject.files.items())), subject.entry, subject.driver)


_known: Once[tuple[object, ...], tuple[int, ...]] = Once(KEPT)


def reference_costs(sandbox: Sandbox, reference: Program, inputs: Inputs, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """The reference's instructions at `sizes`; counts never change, so they are taken once. Empty if it cannot run at some size."""
    if inputs.seed != SEED:  # fresh inputs: nobody asks for them again
        return _measured_costs(sandbox, reference, inputs, sizes)
    return _known.get((sandbox.engine_id, reference, inputs, sizes), lambda: _measured_costs(sandbox, reference, inputs, sizes))


def _measured_costs(sandbox: Sandbox, reference: Program, inputs: Inputs, sizes: tuple[int, ...]) -> tuple[int, ...]:
    files, entry, driver = reference
    samples = costs_at(sandbox, Subject(dict(files), entry, "solution.py", driver), inputs, sizes)
    costs = tuple(sample.cost for sample in samples if sample.cost is not None)
    return costs if len(costs) == len(sizes) else ()


def _reference_peaks(sandbox: Sandbox, model: Subject, inputs: Inputs, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """The reference's peak bytes at `sizes`; empty if it cannot run at some size."""
    peaks = [sample.cost for sample in costs_at(sandbox, model, inputs, sizes, what="memory")]
    return tuple(peak for peak in peaks if peak is not None) if None not in peaks else ()


def _claimed(answer: Answer) -> str:
    """What was last said of the growth before it was measured, as it was written; '' if nothing."""
    claims = [str(entry.detail.get("text", "")) for entry in answer.log if entry.what == "claim"]
    return claims[-1].strip() if claims else ""


def _claim(answer: Answer) -> str:
    return parse_claim(_claimed(answer)) or ""


def _unread(answer: Answer) -> tuple[Finding, ...]:
    """That an estimate names no class of one size, O(n*m) say: it is told and not held against anybody."""
    text = _claimed(answer)
    if not text or _claim(answer):
        return ()
    return (Finding("claim", None, Message("solve.claim-unread", {"text": text[:60]}), Passage(text[:200])),)


def _time(curve: Curve, declared: str, reference: tuple[int, ...], claim: str) -> Finding:
    evidence = CostCurve(curve.unit, curve.sizes, curve.costs, reference, curve.growth, declared, claim)
    if curve.growth == UNDECIDED:
        return Finding("growth", None, Message("solve.growth-undecided", {"declared": written(declared)}), evidence, Dimension.EFFICIENCY)
    params: dict[str, str | int | float | bool] = {
        "measured": written(curve.growth),
        "declared": written(declared),
        "claim": written(claim),
    }
    if exceeds(curve.growth, declared):
        params |= {"size": curve.sizes[-1], "factor": _factor(curve, reference)}
        if reference and _gain(curve, reference) < FASTER:
            return Finding("growth", None, Message("solve.grows-like-reference", params), evidence, Dimension.EFFICIENCY)
        return Finding(
            "growth", False, Message(_too_fast(curve, claim, reference), params), evidence, Dimension.EFFICIENCY, 2 if claim else 1
        )
    params["factor"] = _factor(curve, reference)
    message = _in_class(curve, claim, _factor(curve, reference))
    return Finding("growth", True, Message(message, params), evidence, Dimension.EFFICIENCY, 2 if claim and claim != curve.growth else 3)


def _in_class(curve: Curve, claim: str, factor: int) -> str:
    """What to say of a growth that is as declared: what does not grow is not said to grow as 1."""
    constant = "-constant" if curve.growth == "1" else ""
    if claim and claim != curve.growth:
        return f"solve.claim-differs{constant}"
    return (
        ("solve.claim-right" if claim else "solve.grows-well")
        + constant
        + ("-dearly" if factor >= DEAR and curve.costs[-1] >= MUCH else "")
    )


def _too_fast(curve: Curve, claim: str, reference: tuple[int, ...]) -> str:
    """What to say of a growth above the declared one: who estimated it is told whether the estimate held."""
    claimed = "" if not claim else "-as-claimed" if claim == curve.growth else "-unlike-claimed"
    return f"solve.grows-too-fast{claimed}" + ("" if reference else "-alone")


def _gain(curve: Curve, reference: tuple[int, ...]) -> float:
    """How much dearer the answer gets, beside the reference, over the last four doublings or so."""
    early = _early(curve)
    return _rise((curve.costs[early], curve.costs[-1]), (reference[early], reference[-1]))


def _early(curve: Curve) -> int:
    """Where the last four doublings begin."""
    return next(index for index, size in enumerate(curve.sizes) if size * 16 >= curve.sizes[-1])


def _rise(ours: tuple[int, ...], theirs: tuple[int, ...]) -> float:
    return (ours[-1] / max(theirs[-1], 1)) / (max(ours[0], 1) / max(theirs[0], 1))


def _factor(curve: Curve, reference: tuple[int, ...]) -> int:
    return round(curve.costs[-1] / max(reference[-1], 1)) if reference else 0


def memory_finding(curve: Curve, declared: str, reference: Callable[[tuple[int, ...]], tuple[int, ...]]) -> Finding:
    """`reference`: the peaks of the reference at some sizes, asked for only where the answer would fail."""
    evidence = CostCurve(curve.unit, curve.sizes, curve.costs, (), curve.growth, declared)
    params: dict[str, str | int | float | bool] = {"measured": written(curve.growth), "declared": written(declared)}
    over = exceeds(curve.growth, declared)
    if curve.growth == UNDECIDED or (over and not _surely_over(curve, declared, reference)):
        return Finding(
            "memory-growth", None, Message("solve.growth-undecided", {"declared": written(declared)}), evidence, Dimension.EFFICIENCY
        )
    message = "solve.memory-too-much" if over else "solve.memory-constant" if curve.growth == "1" else "solve.memory-well"
    return Finding("memory-growth", not over, Message(message, params), evidence, Dimension.EFFICIENCY, 1 if over else 3)


def _surely_over(curve: Curve, declared: str, reference: Callable[[tuple[int, ...]], tuple[int, ...]]) -> bool:
    """Whether memory above the declared class may count against the answer: over the last doublings it rises beyond that class (clearly, where the budget ended
    the search), and beyond the reference's own.
    """
    if not curve.costs:
        return False
    points = tuple(zip(curve.sizes, curve.costs, strict=True))
    if risen(points, declared) < (RISEN if curve.ended != "budget" else CLEARLY):
        return False
    early = next(place for place, size in enumerate(curve.sizes) if size * 16 >= curve.sizes[-1])
    theirs = reference((curve.sizes[early], curve.sizes[-1]))
    return not theirs or curve.costs[-1] / max(curve.costs[early], 1) >= RISEN * theirs[1] / max(theirs[0], 1)
