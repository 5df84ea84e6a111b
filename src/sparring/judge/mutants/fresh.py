"""Whether a suite knows by itself what is right: a mutant that it noticed, met by an interpreter that has seen nothing else, must be noticed again.

A suite that only compares a version with what it met before, in whatever it may have kept of that, has no kill that outlives this.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from random import Random

from sparring.judge.mutants.report import Judged, Report
from sparring.judge.mutants.tally import ran
from sparring.sandbox.interface import JobOutcome, Unreadable

SMALL, SAMPLE, OF_SMALL = 24, 4, 2
"""How many are met again; fewer where fewer than `SMALL` were noticed: each costs as much as several mutants. Even numbers leave no core idle at the end."""


def drawn(report: Report, random: Random, first: Collection[str] = ()) -> tuple[Judged, ...]:
    """A few of the mutants that a test failed on: `first` those of these ids, then bugs that were written by hand, then others, owed to as many tests as may be; none
    of a suite that is of no use anyway.

    One that did not end is left out: that was counted, not tested, and costs most.
    """
    if report.trouble or report.wrong or report.flaky:
        return ()
    kills = [each for each in report.killed if not each.ended]
    seen: Counter[str] = Counter()
    ranked = []
    for each in random.sample(kills, len(kills)):
        ranked.append((each.mutant.id not in first, not each.mutant.story, seen[each.by], each))
        seen[each.by] += 1
    ranked.sort(key=lambda row: row[:3])
    return tuple(each for *_, each in ranked[: SAMPLE if len(kills) >= SMALL else OF_SMALL])


def vanished(chosen: Sequence[Judged], outcomes: Sequence[JobOutcome | Unreadable]) -> tuple[Judged, ...]:
    """Those whose own job tells of tests, and of none that failed."""
    runs = [ran(outcome.groups[0]) if isinstance(outcome, JobOutcome) and outcome.groups else None for outcome in outcomes]
    return tuple(each for each, run in zip(chosen, runs, strict=True) if run and run.tests and not run.bad)


def remembering(report: Report, gone: Sequence[Judged]) -> Report:
    """The report, where kills vanished: the tests that they are owed to are named."""
    tests = tuple(dict.fromkeys(each.by for each in gone))
    return replace(report, flaky=tuple(dict.fromkeys((*report.flaky, *tests))), remembers=tests)
