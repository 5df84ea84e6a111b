"""Measures an audit of 1,000 commits and 2,000 files (bar: 10 s). `python bench/portfolio.py`."""

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import pygit2

from sparring.portfolio import audit, open_repository

COMMITS, FILES, BAR = 1000, 2000, 10.0
MODULE = '"""Module {n}."""\n\n\ndef total_{n}(prices: list[float], rate: float = 0.22) -> float:\n    """The total with tax."""\n' + "".join(
    f"    rate += sum(prices) * rate + {k}\n" for k in range(30)
) + "    return sum(prices)\n"  # fmt: skip


def build(folder: Path) -> None:
    """A repository of COMMITS commits that together write FILES files, each changed about twice."""
    git = pygit2.init_repository(str(folder), bare=True)
    index = pygit2.Index()
    parents: list[pygit2.Oid] = []
    for number in range(COMMITS):
        for file in range(4):
            n = (number * 4 + file) % FILES
            content = MODULE.replace("{n}", str(n)) + f"\n\nVERSION = {number}\n"
            index.add(pygit2.IndexEntry(f"src/pkg{n % 40}/module{n}.py", git.create_blob(content.encode()), pygit2.enums.FileMode.BLOB))
        who = pygit2.Signature("Ada", "ada@example.org", 1_790_000_000 + number * 3600, 0)
        parents = [git.create_commit("HEAD", who, who, f"Change step {number} of the calculation", index.write_tree(git), parents)]


def _processor() -> float:
    """The seconds of processor that this process and what it started have had: what the machine does besides is not in them."""
    return sum(os.times()[:4])


def main() -> int:
    """Print the seconds; 1 if the bar is missed."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "large"
        build(folder)
        started, spent = time.perf_counter(), _processor()
        found = audit(open_repository(folder), datetime.now(UTC))
        seconds, processor = time.perf_counter() - started, _processor() - spent
    print(f"{found.commits} commits, {found.files} files: {seconds:.1f} s (bar {BAR:.0f} s), {processor:.1f} s of processor")
    return int(seconds > BAR or found.files != FILES or found.commits != COMMITS)


if __name__ == "__main__":
    sys.exit(main())
