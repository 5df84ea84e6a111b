"""Measures the page: every page with 10,000 attempts stored, a verdict through its API beside `python -m pytest`, the first page, what is loaded.

    python bench/web.py [--attempts 10000] [--rounds 60] [--pages] [--json]

A table, then the same as JSON (`--json`: that alone). Exit code 1 if a bar is missed: pages at most 100 ms of the server's processor time (p95; wall time
is told beside it and means something on an idle machine only), the verdict on the cases at most a tenth of
pytest's time on the same cases in the same run, the first page from an empty cache at most 90 s, script and style at most 350 kB compressed. Every solution sent is another
text. `--pages` measures the pages alone. pytest measures no growth; how long the verdict takes with it is told beside, without a bar.
"""

import argparse
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import perf_counter

from lived_in import fill

ROOT = Path(__file__).parents[1]
PAGE_MS, SHARE, FIRST_SECONDS, LOADED_BYTES = 100.0, 0.1, 90.0, 350_000
EXERCISES = ("shortest-path", "merge-intervals", "unbalanced-bracket")
WARM = 3


class Visitor:
    """A browser without a screen: one connection, its cookies."""

    def __init__(self, address: str, pid: int) -> None:
        self.pid = pid
        self.base = re.search(r"//[^/]+(/[^/]+)/\?", address)[1]
        self.line = http.client.HTTPConnection("127.0.0.1", int(re.search(r":(\d+)/", address)[1]))
        self.cookies: dict[str, str] = {}
        self.ask("GET", address[address.index("/?") :])
        self.token = re.search(r'csrfmiddlewaretoken" value="(\w+)', self.ask("GET", "/settings")[1])[1]

    def open(self, method: str, path: str, body: object = None) -> http.client.HTTPResponse:
        """The answer, its body not yet read."""
        headers = {"cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"content-type": "application/json", "x-csrftoken": self.token}
        self.line.request(method, self.base + path, json.dumps(body) if body is not None else None, headers)
        reply = self.line.getresponse()
        for name, value in reply.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition(";")[0].partition("=")
                self.cookies[key] = rest
        return reply

    def spent(self) -> float:
        """Processor time that the server has used so far, all threads, in seconds (Linux: the process's own clock, see clock_getcpuclockid(3))."""
        return time.clock_gettime((~self.pid << 3) | 2)

    def spent_below(self) -> float:
        """Processor time of the server's children and theirs, those that are over included (to a hundredth of a second, see proc_pid_stat(5))."""
        tick = os.sysconf("SC_CLK_TCK")
        every = {int(path.parent.name): _stat(path) for path in Path("/proc").glob("[0-9]*/stat")}
        below, new = {self.pid}, {self.pid}
        while new := {pid for pid, fields in every.items() if fields and int(fields[1]) in new} - below:
            below |= new
        ticks = sum(int(each) for pid in below - {self.pid} for each in every[pid][11:15])
        return (ticks + sum(int(each) for each in every.get(self.pid, [])[13:15])) / tick

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, str]:
        """Status and text of the answer."""
        reply = self.open(method, path, body)
        return reply.status, reply.read().decode()


def _stat(path: Path) -> list[str]:
    """The fields of a process from its state on; none where it is over."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


@contextmanager
def serving(data: Path, cache: Path | None = None) -> Iterator[Visitor]:
    """The program on a port of its own."""
    environment = {**os.environ, "SPARRING_DATA": str(data)} | ({"SPARRING_CACHE": str(cache)} if cache else {})
    command = [sys.executable, "-m", "sparring.cli", "web", "--no-browser", "--json"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            visitor = Visitor(json.loads(process.stdout.readline())["address"], process.pid)
            with closing(visitor.line):
                yield visitor
        finally:
            process.terminate()


def spread(seconds: list[float]) -> dict[str, float]:
    """Median and 95th percentile in milliseconds (nearest rank)."""
    ordered = sorted(1000 * value for value in seconds)
    at = [ordered[min(len(ordered) - 1, int(share * len(ordered)))] for share in (0.5, 0.95)]
    return {"p50_ms": round(at[0], 2), "p95_ms": round(at[1], 2), "n": len(ordered)}


def page_times(visitor: Visitor, path: str, rounds: int) -> dict[str, float]:
    """Until the whole page has come, and what the server worked for it."""
    wall, work = [], []
    for _ in range(rounds + WARM):
        started, used = perf_counter(), visitor.spent()
        status, text = visitor.ask("GET", path)
        wall.append(perf_counter() - started)
        work.append(visitor.spent() - used)
        assert status == 200, (status, path, text[:300])
    return {**spread(wall[WARM:]), **{f"server_{name}": value for name, value in spread(work[WARM:]).items() if name != "n"}}


def verdict_times(visitor: Visitor, name: str, rounds: int) -> dict[str, dict[str, float]]:
    """Until the findings on the cases have come, and until the verdict with the growth has; never the same text twice."""
    reference = (ROOT / "packs/core/exercises/solve" / name / "reference.py").read_text(encoding="utf-8")
    cases, whole = [], []
    for number in range(rounds + WARM):
        solution = f"{reference}\n\ndef spare_{os.getpid()}_{number}():\n    return {number}\n"
        started = perf_counter()
        reply = visitor.open("POST", "/api/grade", {"exercise": name, "files": {"solution.py": solution}, "stream": True})
        early = json.loads(reply.readline())
        cases.append(perf_counter() - started)
        verdict = json.loads(reply.read())
        whole.append(perf_counter() - started)
        assert early["stage"] == "findings", early
        assert early["findings"][0]["ok"], early
        assert verdict["passed"], verdict["summary"]
        assert {"correctness", "growth"} <= {finding["criterion"] for finding in verdict["findings"]}
        assert verdict["attempt"], "stored"
    return {"cases": spread(cases[WARM:]), "whole": spread(whole[WARM:])}


def peers(data: Path, rounds: int) -> dict[str, dict[str, float]]:
    """`python -m pytest` on the same cases and the same solutions."""
    os.environ["SPARRING_DATA"] = str(data)
    from sparring.config.embedded import open_app
    from sparring.usecases.bench.verdict import pytest_times, write_suite

    with closing(open_app()) as app, tempfile.TemporaryDirectory(prefix="sparring-suite-") as folder:
        found = {}
        for name in EXERCISES:
            write_suite(Path(folder), app, name)
            found[name] = pytest_times(Path(folder), rounds)
        return found


def first_page(scratch: Path) -> float:
    """Seconds from the command to the first page, nothing compiled and nothing stored yet."""
    started = perf_counter()
    with serving(scratch / "first", scratch / "cache") as visitor:
        status, _ = visitor.ask("GET", "/welcome")
        assert status == 200
        return round(perf_counter() - started, 2)


def loaded() -> dict[str, int]:
    """Bytes of script and style as they are sent."""
    from sparring.web.assets import assets

    return {name: len(asset.body) for name, asset in assets().items() if name.endswith((".js", ".css"))}


def measure_pages(attempts: int, rounds: int) -> dict[str, object]:
    """The pages alone."""
    with tempfile.TemporaryDirectory(prefix="sparring-bench-") as folder:
        data = Path(folder) / "data"
        places = fill(data, attempts, EXERCISES[0])
        with serving(data) as visitor:
            pages = {name: page_times(visitor, path, rounds) for name, path in places.items()}
    slow = max(page["server_p95_ms"] for page in pages.values()) > PAGE_MS
    return {"attempts": attempts, "pages": pages, "missed": ["pages"] if slow else []}


def measure(attempts: int, rounds: int) -> dict[str, object]:
    """All figures, and which bars are missed."""
    with tempfile.TemporaryDirectory(prefix="sparring-bench-") as folder:
        scratch = Path(folder)
        places = fill(scratch / "data", attempts, EXERCISES[0])
        with serving(scratch / "data") as visitor:
            pages = {name: page_times(visitor, path, rounds) for name, path in places.items()}
            verdicts = {name: verdict_times(visitor, name, max(5, rounds // 3)) for name in EXERCISES}
            theirs = peers(scratch / "data", max(5, rounds // 6))
        first = first_page(scratch)
    shares = {name: round(verdicts[name]["cases"]["p50_ms"] / theirs[name]["p50_ms"], 4) for name in EXERCISES}
    script = loaded()
    bars = {
        "pages": max(page["server_p95_ms"] for page in pages.values()) <= PAGE_MS,
        "verdict": max(shares.values()) <= SHARE,
        "first page": first <= FIRST_SECONDS,
        "loaded": sum(script.values()) <= LOADED_BYTES,
    }
    return {
        "attempts": attempts,
        "pages": pages,
        "verdicts": verdicts,
        "pytest": theirs,
        "shares": shares,
        "first_page_s": first,
        "loaded_bytes": script,
        "missed": [name for name, met in bars.items() if not met],
    }


def table(found: dict) -> None:
    """The figures for people."""
    print(
        f"{found['attempts']} attempts stored; milliseconds of the server, and until the whole page has come (bar: the server's p95 {PAGE_MS:.0f})"
    )
    for name, page in found["pages"].items():
        times = f"server p50 {page['server_p50_ms']:7.2f}   p95 {page['server_p95_ms']:7.2f}   wall p50 {page['p50_ms']:7.2f}   p95 {page['p95_ms']:7.2f}"
        print(f"  {name:18} {times}   n {page['n']}")
    if "verdicts" in found:
        _more(found)
    print(f"missed: {', '.join(found['missed'])}" if found["missed"] else "all bars are met")


def _more(found: dict) -> None:
    print(f"verdict through the API, every text another one; milliseconds p50/p95 (bar: the cases at most {SHARE:.0%} of pytest's p50)")
    for name, one in found["verdicts"].items():
        cases, whole, theirs = one["cases"], one["whole"], found["pytest"][name]
        times = "   ".join(
            f"{what} {row['p50_ms']:.0f}/{row['p95_ms']:.0f}"
            for what, row in (("cases", cases), ("with growth", whole), ("pytest", theirs))
        )
        print(f"  {name:18} {times}   {found['shares'][name]:.1%}")
    print(f"first page from an empty cache: {found['first_page_s']} s (bar: {FIRST_SECONDS:.0f})")
    print(f"script and style: {sum(found['loaded_bytes'].values()) / 1000:.1f} kB compressed (bar: {LOADED_BYTES / 1000:.0f})")


def main() -> int:
    """Measure and say it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--attempts", type=int, default=10_000)
    asked.add_argument("--rounds", type=int, default=60)
    asked.add_argument("--pages", action="store_true", help="the pages alone")
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    found = (measure_pages if given.pages else measure)(given.attempts, given.rounds)
    if not given.json:
        table(found)
    print(json.dumps(found, indent=2 if given.json else None))
    return 1 if found["missed"] else 0


if __name__ == "__main__":
    sys.exit(main())
