"""Solutions side by side: what each cost on the very same input, the candidate's, the author's and others that are right or were once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sparring.core.evidence import CostRow, CostTable
from sparring.core.plain import Plain
from sparring.core.text import Message, Saying, Text
from sparring.judge.growth import Sample, Subject
from sparring.judge.growth.subject import SAME_SETUP, measure
from sparring.kinds.format import Bilingual, Reader
from sparring.kinds.once import Once
from sparring.sandbox.interface import Job, Limits, Sandbox, Step, Unreadable, Value

LIMITS = Limits(instructions=12_000_000_000, step_instructions=8_000_000_000, memory_bytes=512 << 20, result_bytes=64 << 20)
KEPT = 500
"""Tables that are kept."""
YOURS, REFERENCE = Message("solutions.yours"), Message("solutions.reference")


class SolutionTable(Bilingual):
    """A `[[solutions]]` table: another solution, and what is to be said of it."""

    file: str


@dataclass(frozen=True, slots=True)
class Solution:
    """Another solution."""

    file: str
    source: str
    story: Text


def read_solutions(reader: Reader, tables: Sequence[SolutionTable]) -> tuple[Solution, ...]:
    """The other solutions with their sources; a file that cannot be read is noted."""
    return tuple(Solution(table.file, source, table.text()) for table in tables if (source := reader.source(table.file)) is not None)


@dataclass(frozen=True, slots=True)
class Entrant:
    """A solution to be measured, and how it is called."""

    who: Saying
    subject: Subject
    own: bool = False


def side_by_side(sandbox: Sandbox, entrants: Sequence[Entrant], arguments: Plain, size: int, *, memory: bool = True) -> CostTable:
    """What each cost, every one in a fresh interpreter. What loading does more than at the cheapest is charged: a table made beforehand is work, too.

    Compiling is none of it: a longer source is no slower program.
    """
    reading = [_compiling(sandbox, entrant.subject) for entrant in entrants]
    measured = [measure(sandbox, entrant.subject, [(size, arguments)], LIMITS, "time")[0] for entrant in entrants]
    times = [replace(sample, setup=sample.setup - own) for sample, own in zip(measured, reading, strict=True)]
    least = min((sample.setup for sample in times if sample.cost is not None), default=0) + SAME_SETUP
    peaks = [peak(sandbox, entrant.subject, arguments, size) if memory else None for entrant in entrants]
    rows = (_row(entrant, sample, least, bytes_) for entrant, sample, bytes_ in zip(entrants, times, peaks, strict=True))
    return CostTable(size, tuple(rows))


def peak(sandbox: Sandbox, subject: Subject, arguments: Plain, size: int) -> int | None:
    """Peak bytes of the call; None where it did not end."""
    return measure(sandbox, subject, [(size, arguments)], LIMITS, "memory")[0].cost


def _row(entrant: Entrant, sample: Sample, least: int, bytes_: int | None) -> CostRow:
    if sample.cost is None:
        return CostRow(entrant.who, 0, bytes_, entrant.own, sample.why)
    loading = max(0, sample.setup - least)
    return CostRow(entrant.who, max(1, sample.cost + loading), bytes_, entrant.own, loading=loading)


def _compiling(sandbox: Sandbox, subject: Subject) -> int:
    """Instructions that compiling the program's files takes, nothing of it being run; 0 where it cannot be compiled."""
    sources = [Step("exec", "compile(_source, 'solution.py', 'exec')", {"_source": source}) for source in ("", *subject.files.values())]
    outcome = sandbox.run(Job({}, None, [sources], LIMITS, fresh=True))
    if isinstance(outcome, Unreadable) or not outcome.groups:
        return 0
    nothing, *each = [step.instructions if step and isinstance(step.result, Value) else 0 for step in outcome.groups[0]]
    return sum(max(0, cost - nothing) for cost in each)


_known: Once[tuple[object, ...], CostTable] = Once(KEPT)


def beside(sandbox: Sandbox, own: Subject, others: Sequence[Entrant], arguments: Plain, size: int, key: tuple[object, ...]) -> CostTable:
    """The candidate's solution beside others; those are measured once for each `key`, which must name them and the input."""
    table = _known.get((sandbox.engine_id, key), lambda: side_by_side(sandbox, others, arguments, size, memory=False))
    mine = side_by_side(sandbox, [Entrant(YOURS, own, own=True)], arguments, size, memory=False)
    return replace(table, rows=(*mine.rows, *table.rows))
