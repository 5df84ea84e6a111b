"""The growth of functions whose cost is known: how many classes are right, and how long each takes.

    python bench/growth.py [all|tuned|held-out|fresh] [--each] [--peers]

Prints one line per function that is not right (or, with --each, per function) and one per peer. `ABOVE` is the worst: a class above the truth, which would fail
somebody. Seconds are wall time, so the machine should be idle; classes and counts are the same everywhere.
"""

import argparse
import os
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import platformdirs

from sparring.judge.growth import UNDECIDED, Inputs, Subject, exceeds, measure_growth
from sparring.judge.growth.tests.labelled import FRESH, HELD_OUT, LABELLED, TUNED
from sparring.judge.growth.tests.labelled.registry import Labelled
from sparring.sandbox.exact import ExactPool

SETS = {"all": LABELLED, "tuned": TUNED, "held-out": HELD_OUT, "fresh": FRESH}
Judge = Callable[[Labelled], tuple[str, str]]
"""From a function to its class and a note on how it was found."""


class Row(NamedTuple):
    """What one judge said of one function."""

    item: Labelled
    growth: str
    note: str
    seconds: float

    @property
    def verdict(self) -> str:
        """`right`, `undecided`, `below` or `ABOVE`."""
        if self.growth == self.item.label:
            return "right"
        if self.growth == UNDECIDED:
            return "undecided"
        return "ABOVE" if exceeds(self.growth, self.item.label) else "below"


PEERS: dict[str, Judge] = {}
"""Peers by name, each from its own package (`big-O`, `dsabench`): a function here that judges the same sources with the same inputs."""


def own(pool: ExactPool) -> Judge:
    """Our judge."""

    def judge(item: Labelled) -> tuple[str, str]:
        found = measure_growth(pool, Subject({"solution.py": item.source}, item.name), Inputs(item.generator))
        curve = found.time
        largest = curve.sizes[-1] if curve.sizes else 0
        return curve.growth, f"n ≤ {largest}, {found.instructions / 1e9:.2f} G, {curve.ended}, log share {curve.fit.log_share:.2f}"

    return judge


def run(name: str, judge: Judge, items: Sequence[Labelled], *, each: bool) -> None:
    """Judge all items and print the rows and the sum."""
    rows = [timed(judge, item) for item in items]
    for row in rows:
        if each or row.verdict != "right":
            print(f"{row.verdict:9}  {row.item.label:9}  {row.growth:9}  {row.seconds:5.2f} s  {row.item.name}  ({row.note})")
    counts = Counter(row.verdict for row in rows)
    seconds = sorted(row.seconds for row in rows)
    right, above = counts["right"] / len(rows), counts["ABOVE"]
    print(
        f"{name}: {counts['right']} of {len(rows)} right ({right:.1%}), {counts['undecided']} undecided, {counts['below']} below, {above} ABOVE; "
        f"seconds each: median {seconds[len(rows) // 2]:.2f}, 95 % {seconds[int(len(rows) * 0.95)]:.2f}, most {seconds[-1]:.2f}"
    )


def timed(judge: Judge, item: Labelled) -> Row:
    """One function, with the wall time it took."""
    started = perf_counter()
    growth, note = judge(item)
    return Row(item, growth, note, perf_counter() - started)


def main() -> None:
    """See the module's text."""
    parser = argparse.ArgumentParser(description="How many growth classes are right, and how long each takes.")
    parser.add_argument("set", nargs="?", choices=SETS, default="all")
    parser.add_argument("--each", action="store_true", help="a line per function")
    parser.add_argument("--peers", action="store_true", help="the peers too")
    asked = parser.parse_args()
    folder = os.environ.get("SPARRING_CACHE") or platformdirs.user_cache_dir("sparring", appauthor=False)
    with closing(ExactPool(Path(folder), workers=1)) as pool:
        judge = own(pool)
        judge(LABELLED[0])
        run("sparring", judge, SETS[asked.set], each=asked.each)
    for name, peer in PEERS.items() if asked.peers else ():
        run(name, peer, SETS[asked.set], each=asked.each)


if __name__ == "__main__":
    main()
