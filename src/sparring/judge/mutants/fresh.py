"""Whether a suite knows by itself what is right: a mutant that it noticed, met by an interpreter that has seen nothing else, must be noticed again.

A suite that only compares a version with what it met before, in whatever it may have kept of that, has no kill that outlives this.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from sparring.judge.mutants.generate import Mutant
from sparring.judge.mutants.report import Judged, Report
from sparring.judge.mutants.tally import ran
from sparring.sandbox.interface import JobOutcome, Unreadable, Value

if TYPE_CHECKING:
    from sparring.judge.mutants.run import Told

SMALL, SAMPLE, OF_SMALL = 24, 4, 2
"""How many are met again; fewer where fewer than `SMALL` were noticed: each costs as much as several mutants. Even numbers leave no core idle at the end."""


LOUD = frozenset(("return", "comparison", "arithmetic", "condition", "slice"))
"""Operators whose mutants tests hardly miss, and most often for what they give back."""
ASSERTED = ("AssertionError", "Failed")
"""What a test says that knows what is right; any other exception is the mutant's own, and whoever calls it notices that."""


@dataclass(frozen=True, slots=True)
class Met:
    """A mutant that was met before all else, and noticed when it was met in its turn. `gone`: it, where the test that it is owed to let it pass at first."""

    gone: tuple[Judged, ...] = ()


def likely(shares: Sequence[Sequence[Mutant]], random: Random) -> Mutant | None:
    """Of the mutants of these jobs one that tests hardly miss: hand-written before generated ones, and of these the loud ones."""
    wrong = [each for share in shares for each in share]
    return min(random.sample(wrong, len(wrong)), key=lambda each: (not each.story, each.operator not in LOUD), default=None)


def stopped_first(told: "Sequence[Told]") -> bool:
    """Whether a job did not come past a mutant that it met at first, where others came past what they began with."""
    begun = [job.outcome.groups[0][-1] for job in told if isinstance(job.outcome, JobOutcome) and job.outcome.groups]
    ended = [step is not None and isinstance(step.result, Value) for step in begun]
    return bool(told[0].entries[0].mutant) and len(ended) == len(told) and not ended[0] and all(ended[1:])


def met_first(report: Report, told: "Sequence[Told]") -> Met | None:
    """What came of the mutant that a job met before all else. None where that says nothing: no assert noticed it anyway, or it did not end."""
    if report.trouble or report.wrong or report.flaky:
        return Met()
    known = {each.mutant.id: each for each in report.killed if not each.ended and each.said.startswith(ASSERTED)}
    for job in told:
        first = job.entries[0].mutant
        judged = known.get(first.id) if first and isinstance(job.outcome, JobOutcome) else None
        run = ran(job.outcome.groups[0]) if judged and isinstance(job.outcome, JobOutcome) else None
        if judged and run and run.tests:
            said = dict(run.bad).get(judged.by)
            return Met((judged,)) if said is None else Met() if said.startswith(ASSERTED) else None
    return None


def drawn(report: Report, random: Random, first: Collection[str] = ()) -> tuple[Judged, ...]:
    """A few of the mutants that a test failed on: `first` those of these ids, then bugs that were written by hand, then what an assert noticed, owed to as many tests
    as may be; none of a suite that is of no use anyway.

    One that did not end is left out: that was counted, not tested, and costs most.
    """
    if report.trouble or report.wrong or report.flaky:
        return ()
    kills = [each for each in report.killed if not each.ended]
    seen: Counter[str] = Counter()
    ranked = []
    for each in random.sample(kills, len(kills)):
        ranked.append((each.mutant.id not in first, not each.mutant.story, not each.said.startswith(ASSERTED), seen[each.by], each))
        seen[each.by] += 1
    ranked.sort(key=lambda row: row[:4])
    return tuple(each for *_, each in ranked[: SAMPLE if len(kills) >= SMALL else OF_SMALL])


def vanished(chosen: Sequence[Judged], outcomes: Sequence[JobOutcome | Unreadable]) -> tuple[Judged, ...]:
    """Those whose own job tells of tests, and of none that failed."""
    runs = [ran(outcome.groups[0]) if isinstance(outcome, JobOutcome) and outcome.groups else None for outcome in outcomes]
    return tuple(each for each, run in zip(chosen, runs, strict=True) if run and run.tests and not run.bad)


def remembering(report: Report, gone: Sequence[Judged]) -> Report:
    """The report, where kills vanished: the tests that they are owed to are named."""
    tests = tuple(dict.fromkeys(each.by for each in gone))
    return replace(report, flaky=tuple(dict.fromkeys((*report.flaky, *tests))), remembers=tests)
