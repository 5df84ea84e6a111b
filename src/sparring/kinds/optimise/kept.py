"""What the program keeps from one call to the next, and what it does before the first: neither is free, and an exercise that does not ask for a cache does not want it."""

from sparring.core.answer import Code
from sparring.core.evidence import CostRow, CostTable
from sparring.core.plain import Plain
from sparring.core.text import Message
from sparring.core.verdict import Dimension, Finding
from sparring.judge.growth.again import Again, again
from sparring.kinds.kind import Tools
from sparring.kinds.optimise.schema import OptimiseSpec
from sparring.kinds.solutions import LIMITS

DEAREST = 300_000_000
"""Instructions from which a call is not made again: whoever is that slow has not won by a cache."""
TOLD, TABLE = 4, 200_000
"""Loading that is at least this part of the cost, and this many instructions, is told: a class or an imported module is no table."""


def state_findings(spec: OptimiseSpec, code: Code, tools: Tools, arguments: Plain, mine: CostRow) -> tuple[Finding, ...]:
    """`state`: held against who keeps results between calls. It is only told of a memo that served the first call already, where the exercise asks for a cache, and of work
    that loading does beforehand, which is in the cost.
    """
    found: tuple[Finding, ...] = ()
    if mine.loading >= max(TABLE, mine.instructions // TOLD):
        rows = (
            CostRow(Message("optimise.loading"), mine.loading),
            CostRow(Message("optimise.first-call"), mine.instructions - mine.loading, own=True),
        )
        told = Message("optimise.prepared", {"loading": mine.loading})
        found += (Finding("state", None, told, CostTable(spec.goal.size, rows), Dimension.EFFICIENCY),)
    if 0 < mine.instructions <= DEAREST:
        seen = again(tools.judge.sandbox, spec.subject_of(code), arguments, LIMITS)
        found += (_kept(spec, seen),) if seen and seen.keeps else ()
    return found


def _kept(spec: OptimiseSpec, seen: Again) -> Finding:
    allowed = seen.within or spec.goal.keep_results
    where = ", ".join(name.removeprefix("cache: ") for name in seen.where)
    message = Message(
        ("optimise.kept-within" if seen.within else "optimise.kept-asked" if allowed else "optimise.kept")
        + ("" if where else "-somewhere"),
        {"first": seen.first, "second": seen.second, "where": where},
    )
    rows = (
        CostRow(Message("optimise.first-call"), seen.first, own=True),
        CostRow(Message("optimise.second-call"), max(1, seen.second), own=True),
    )
    return Finding(
        "state", None if allowed else False, message, CostTable(spec.goal.size, rows), Dimension.EFFICIENCY, None if allowed else 2
    )
