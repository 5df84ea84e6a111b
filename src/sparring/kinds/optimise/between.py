"""What it costs at sizes that nobody told: a version that knows those of the measurement is cheap at them alone.

The sizes of a measurement stand in its verdict, so who is to be cheap only there can look them up. Some between them are drawn from what was handed in; where one takes many times
what a larger one takes, and the reference does not, the cost at the others says nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from sparring.core.answer import Code
from sparring.core.evidence import CostCurve, CostRow, CostTable
from sparring.core.text import Message
from sparring.core.verdict import Dimension, Finding
from sparring.judge.growth import Inputs, Subject
from sparring.judge.growth.subject import Sample, generate, measure
from sparring.kinds.kind import Tools
from sparring.kinds.optimise.schema import OptimiseSpec
from sparring.kinds.solutions import LIMITS, peak
from sparring.sandbox.interface import Stop

DRAWN = 3
MANY = 2.5
"""From how many times what a larger size takes; right and honest solutions take at most as much as it."""
LEAST = 100_000
"""Instructions below which nothing is held against anybody."""
ENDLESS, SURELY = 20, 50_000_000
"""How many times the larger size's cost a call may take before it is stopped, and the least that it may."""


def between_findings(
    spec: OptimiseSpec, code: Code, tools: Tools, seed: int, table: CostTable, curve: CostCurve | None
) -> tuple[Finding, ...]:
    """`other-sizes`, where the cost at a size drawn between the measured ones is far above theirs; nothing where all is well."""
    mine, memory = table.rows[0], spec.goal.factor is None
    known = {table.size: (mine.peak_bytes or 0) if memory else mine.instructions - mine.loading}
    if curve and curve.unit == "instructions" and not memory:
        known = dict(zip(curve.sizes, curve.costs, strict=True)) | known
    sizes = [*sorted(known)[:-1], *drawn(tuple(known), table.size, seed)]
    for size in sizes:
        above = min((each for each in known if each > size), key=lambda each: known[each])
        most = max(MANY * known[above], LEAST)
        cost = known.get(size) or _cost(spec, spec.subject_of(code), tools, seed, size, known[above], memory=memory)
        if cost < most:
            continue
        theirs = [_cost(spec, spec.subject(spec.reference), tools, seed, each, cost, memory=memory) for each in (size, above)]
        if cost >= most * max(1.0, theirs[0] / max(1, theirs[1])):
            return (_found(size, cost, {above: known[above]}, memory=memory),)
    return ()


def drawn(known: Sequence[int], goal: int, seed: int) -> list[int]:
    """Sizes that were not measured: one a bit below the goal's, others between any of the larger measured ones."""
    random, largest = Random(seed), max(goal, *known)
    near = [size for size in range(max(2, goal // 2), goal) if size not in known]
    far = [size for size in range(max(2, goal // 4), min(largest, 2 * goal)) if size not in known]
    chosen = random.sample(near, min(1, len(near))) + random.sample(far, min(DRAWN - 1, len(far)))
    return sorted(dict.fromkeys(chosen))


def _cost(spec: OptimiseSpec, subject: Subject, tools: Tools, seed: int, size: int, usual: int, *, memory: bool) -> int:
    """Instructions, or peak bytes, at this size; where it was stopped, as many as it was allowed; 0 where there is no telling."""
    sandbox = tools.judge.sandbox
    ((arguments, _),) = generate(sandbox, Inputs(spec.generator, seed=seed), [(size,)], LIMITS)
    if isinstance(arguments, Sample):
        return 0
    if memory:
        return peak(sandbox, subject, arguments, size) or 0
    most = min(LIMITS.step_instructions, max(ENDLESS * usual, SURELY))
    sample = measure(sandbox, subject, [(size, arguments)], replace(LIMITS, step_instructions=most), "time")[0]
    return sample.cost if sample.cost is not None else most if sample.why == Stop.TIME.value else 0


def _found(size: int, cost: int, near: dict[int, int], *, memory: bool) -> Finding:
    rows = tuple(
        CostRow(Message("optimise.at-size", {"size": each}), 0 if memory else taken, taken if memory else None, own=each == size)
        for each, taken in sorted({size: cost, **near}.items())
    )
    params: dict[str, str | int | float | bool] = {"size": size, "times": round(cost / max(1, *near.values()), 1)}
    return Finding("other-sizes", False, Message("optimise.known-sizes", params), CostTable(size, rows), Dimension.EFFICIENCY, 1)
