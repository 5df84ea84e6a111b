"""The growth of functions whose cost is known: how many classes are right, and how long each takes.

    python bench/growth.py [all|tuned|held-out|fresh|interviews|afterwards|bends] [--each]

Prints one line per function that is not right (or, with --each, per function) and the sum; `sparring bench growth` has the peers beside it. `ABOVE` is the worst: a class
above the truth, which would fail somebody. Seconds are given as wall time, for which the machine should be idle, and as processor time, which bears some company; the engine
runs in this process. Classes and counts are the same everywhere.
"""

import argparse
import os
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

import platformdirs

from sparring.judge.growth import UNDECIDED, Inputs, Subject, exceeds, measure_growth
from sparring.judge.growth.tests.labelled import AFTERWARDS, BENDS, FRESH, HELD_OUT, INTERVIEWS, LABELLED, TUNED
from sparring.judge.growth.tests.labelled.registry import Labelled
from sparring.sandbox.exact.engine import ExactEngine
from sparring.sandbox.interface import Sandbox

SETS = {
    "all": LABELLED,
    "tuned": TUNED,
    "held-out": HELD_OUT,
    "fresh": FRESH,
    "interviews": INTERVIEWS,
    "afterwards": AFTERWARDS,
    "bends": BENDS,
}
Judge = Callable[[Labelled], tuple[str, str]]
"""From a function to its class and a note on how it was found."""


class Row(NamedTuple):
    """What one judge said of one function."""

    item: Labelled
    growth: str
    note: str
    wall: float
    processor: float

    @property
    def verdict(self) -> str:
        """`right`, `undecided`, `below` or `ABOVE`."""
        if self.growth == self.item.label:
            return "right"
        if self.growth == UNDECIDED:
            return "undecided"
        return "ABOVE" if exceeds(self.growth, self.item.label) else "below"


def own(sandbox: Sandbox) -> Judge:
    """Our judge."""

    def judge(item: Labelled) -> tuple[str, str]:
        found = measure_growth(sandbox, Subject({"solution.py": item.source}, item.name), Inputs(item.generator))
        curve = found.time
        largest = curve.sizes[-1] if curve.sizes else 0
        return curve.growth, f"n ≤ {largest}, {found.instructions / 1e9:.2f} G, {curve.ended}, log share {curve.fit.log_share:.2f}"

    return judge


def run(name: str, judge: Judge, items: Sequence[Labelled], *, each: bool) -> None:
    """Judge all items and print the rows and the sum."""
    rows = [timed(judge, item) for item in items]
    for row in rows:
        if each or row.verdict != "right":
            print(
                f"{row.verdict:9}  {row.item.label:9}  {row.growth:9}  {row.wall:5.2f} s ({row.processor:4.2f})  {row.item.name}  ({row.note})"
            )
    counts = Counter(row.verdict for row in rows)
    right, above = counts["right"] / len(rows), counts["ABOVE"]
    print(
        f"{name}: {counts['right']} of {len(rows)} right ({right:.1%}), {counts['undecided']} undecided, {counts['below']} below, {above} ABOVE; "
        f"seconds each: wall {spread([row.wall for row in rows])}; processor {spread([row.processor for row in rows])}"
    )


def spread(seconds: Sequence[float]) -> str:
    """Median, 95th percentile and maximum."""
    ordered = sorted(seconds)
    return f"median {ordered[len(ordered) // 2]:.2f}, 95 % {ordered[int(len(ordered) * 0.95)]:.2f}, most {ordered[-1]:.2f}"


def timed(judge: Judge, item: Labelled) -> Row:
    """One function, with the time it took."""
    wall, processor = perf_counter(), process_time()
    growth, note = judge(item)
    return Row(item, growth, note, perf_counter() - wall, process_time() - processor)


def main() -> None:
    """See the module's text."""
    parser = argparse.ArgumentParser(description="How many growth classes are right, and how long each takes.")
    parser.add_argument("set", nargs="?", choices=SETS, default="all")
    parser.add_argument("--each", action="store_true", help="a line per function")
    asked = parser.parse_args()
    folder = os.environ.get("SPARRING_CACHE") or platformdirs.user_cache_dir("sparring", appauthor=False)
    with closing(ExactEngine(Path(folder))) as engine:
        judge = own(engine)
        judge(LABELLED[0])
        run("sparring", judge, SETS[asked.set], each=asked.each)


if __name__ == "__main__":
    main()
