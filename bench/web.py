"""Measures the page: server time of every page with 10,000 attempts stored, and a verdict through its API beside `python -m pytest`.

    python bench/web.py [--attempts 10000] [--rounds 60] [--json]

Exit code 1 if a bar is missed: pages at most 100 ms (p95), the verdict at most a tenth of pytest's time on the same cases in the same run.
"""

import argparse
import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
PAGE_MS, SHARE = 100.0, 0.1
EXERCISE = "shortest-path"


class Visitor:
    """A browser without a screen: one connection, its cookies."""

    def __init__(self, address: str) -> None:
        self.port = int(re.search(r":(\d+)/", address)[1])
        self.line = http.client.HTTPConnection("127.0.0.1", self.port)
        self.cookies: dict[str, str] = {}
        self.ask("GET", address[address.index("/?") :])
        self.token = re.search(r'csrfmiddlewaretoken" value="(\w+)', self.ask("GET", "/settings")[1])[1]

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, str]:
        """Status and text of the answer."""
        headers = {"cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"content-type": "application/json", "x-csrftoken": self.token}
        self.line.request(method, path, json.dumps(body) if body is not None else None, headers)
        reply = self.line.getresponse()
        for name, value in reply.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition(";")[0].partition("=")
                self.cookies[key] = rest
        return reply.status, reply.read().decode()


@contextmanager
def serving(data: Path, packs: Path | None = None) -> Iterator[Visitor]:
    """The program on a port of its own, its engine warm."""
    environment = {**os.environ, "SPARRING_DATA": str(data)} | ({"SPARRING_PACKS": str(packs)} if packs else {})
    command = [sys.executable, "-m", "sparring.cli", "web", "--no-browser", "--json"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            visitor = Visitor(json.loads(process.stdout.readline())["address"])
            with closing(visitor.line):
                yield visitor
        finally:
            process.terminate()


def times(visitor: Visitor, method: str, path: str, rounds: int, body: object = None) -> dict[str, float]:
    """Milliseconds until the whole answer has come."""
    measured = []
    for _ in range(rounds + 5):
        started = perf_counter()
        status, text = visitor.ask(method, path, body)
        measured.append((perf_counter() - started) * 1000)
        assert status == 200, (status, path, text[:300])
    ordered = sorted(measured[5:])
    return {
        "p50_ms": round(ordered[len(ordered) // 2], 2),
        "p95_ms": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 2),
        "n": rounds,
    }


def store(data: Path, attempts: int) -> dict[str, str]:
    """Fill the records with attempts over all exercises and interviews, evidence included; some addresses to look at."""
    os.environ["SPARRING_DATA"] = str(data)
    from sparring.config.embedded import open_app

    app = open_app(workers=1)
    records, exercises = app.records, list(app.library.exercises.values())
    records.choose("profile", {"day": None, "minutes": 35, "advert": ""})
    keys = _attempts(exercises, attempts)
    interview = _interviews(app, attempts // 40)
    app.close()
    return {
        "today": "/",
        "library": "/exercises?topic=algorithms",
        "exercise": f"/exercises/{EXERCISE}",
        "history": f"/exercises/{EXERCISE}/history",
        "attempt": f"/attempts/{keys[0]}",
        "topics": "/topics",
        "interviews": "/interviews",
        "interview": f"/interviews/{interview}",
        "scorecard": f"/interviews/{interview}/scorecard",
        "settings": "/settings",
    }


def _attempts(exercises: list[object], attempts: int) -> list[str]:
    """Attempts as they are stored after judging: a verdict with twelve cases, three of which failed."""
    from sparring import __version__
    from sparring.core import evidence
    from sparring.core.answer import Answer, Code, Prose
    from sparring.core.codec import dump
    from sparring.core.evidence import CaseRow, Cases
    from sparring.core.text import Message
    from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict
    from sparring.records import models

    rows = tuple(
        CaseRow(f"case_{n}", "passed" if n > 2 else "wrong-answer", f"f({n})" * 20, "expected" * 10, "got" * 10) for n in range(12)
    )
    finding = Finding("correctness", False, Message("solve.cases-fail", {"count": 3, "total": 12}), Cases(rows), Dimension.CODE, 2)
    wrong = dump(
        Verdict(Outcome.PARTIAL, Status.WRONG_ANSWER, 0.4, False, (finding,), Message("solve.summary-wrong-answer", {"case": "case_1"}))
    )
    learner, now = models.Learner.objects.get(name="local"), datetime.now(UTC)
    submissions, judged = [], []
    for number in range(attempts):
        exercise = exercises[number % len(exercises)]
        slot = exercise.slots[0]
        text = f"# try {number}\n" + "def f(x):\n    return x\n" * 20
        part = Code({slot.file: text}, slot.file) if slot.shape == "code" else Prose(text)
        key, at = f"{number:032x}", now - timedelta(minutes=attempts - number)
        answer = dump(Answer(exercise.id, {slot.name: part}))
        context = {"interview": f"{number // 4:032x}", "round": number % 4} if number % 3 == 0 else {}
        submissions.append(
            models.Submission(id=key, learner=learner, exercise=exercise.id, answer=answer, context=context, created=at, done=True)
        )
        judged.append(
            models.Attempt(
                submission_id=key, learner=learner, exercise=exercise.id, kind=exercise.kind, pack="core", pack_version="1", content_hash=exercise.content_hash,
                engine="", program_version=__version__, evidence_version=evidence.VERSION, outcome="partial", status="wrong-answer", score=0.4,
                passed=number % 7 == 0, verdict=wrong, created=at,
            )
        )  # fmt: skip
    models.Submission.objects.bulk_create(submissions, batch_size=200)
    models.Attempt.objects.bulk_create(judged, batch_size=200)
    wanted = f"core:{EXERCISE}"
    return [row.submission_id for row in judged if row.exercise == wanted]


def _interviews(app: object, count: int) -> str:
    """Interviews that were finished, and one that is being taken."""
    from sparring.usecases import interviews

    for _ in range(min(count, 60)):
        taken = interviews.start(app)
        while not taken.over():
            taken.hint()
            taken.skip()
    return interviews.start(app).id


def cases_only(folder: Path) -> Path:
    """A pack with the exercise, its growth left out: the same cases that pytest gets, and nothing else."""
    source = ROOT / "packs" / "core"
    target = folder / "core" / "exercises" / "solve" / EXERCISE
    shutil.copytree(source / "exercises" / "solve" / EXERCISE, target)
    shutil.copy(source / "topics.toml", folder / "core" / "topics.toml")
    (folder / "core" / "pack.toml").write_text('id = "core"\nversion = "1"\n')
    toml = (target / "exercise.toml").read_text(encoding="utf-8")
    (target / "exercise.toml").write_text(re.sub(r"\[growth\]\n(?:\w+ = .*\n)+", "", toml), encoding="utf-8")
    return folder


def pytest_times(folder: Path, rounds: int) -> dict[str, float]:
    """Milliseconds of `python -m pytest` on the same cases and the same solution."""
    source = ROOT / "packs" / "core" / "exercises" / "solve" / EXERCISE
    cases = "from pytest import approx, raises\nfrom solution import *\n" + (source / "cases.py").read_text(encoding="utf-8")
    (folder / "test_solution.py").write_text(cases, encoding="utf-8")
    shutil.copy(source / "reference.py", folder / "solution.py")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_solution.py"]
    measured = []
    for _ in range(rounds):
        started = perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True, env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"})
        measured.append((perf_counter() - started) * 1000)
    ordered = sorted(measured)
    return {"p50_ms": round(ordered[len(ordered) // 2], 2), "p95_ms": round(ordered[-1], 2), "n": rounds}


def verdict_times(scratch: Path, rounds: int) -> dict[str, dict[str, float]]:
    """The verdict through the API and pytest, in one run."""
    solution = (ROOT / "packs/core/exercises/solve" / EXERCISE / "reference.py").read_text(encoding="utf-8")
    body = {"exercise": EXERCISE, "files": {"solution.py": solution}, "store": True}
    (scratch / "suite").mkdir()
    with serving(scratch / "judged", cases_only(scratch / "packs")) as visitor:
        ours = times(visitor, "POST", "/api/grade", rounds, body)
        theirs = pytest_times(scratch / "suite", 10)
    return {"api": ours, "pytest": theirs}


def measure(attempts: int, rounds: int) -> dict[str, object]:
    """All figures, and whether every bar is met."""
    with tempfile.TemporaryDirectory(prefix="sparring-bench-") as folder:
        scratch = Path(folder)
        places = store(scratch / "data", attempts)
        with serving(scratch / "data") as visitor:
            pages = {name: times(visitor, "GET", path, rounds) for name, path in places.items()}
        verdict = verdict_times(scratch, rounds)
    share = verdict["api"]["p50_ms"] / verdict["pytest"]["p50_ms"]
    met = max(page["p95_ms"] for page in pages.values()) <= PAGE_MS and share <= SHARE
    return {
        "attempts": attempts,
        "pages": pages,
        "verdict": verdict,
        "share": round(share, 4),
        "bars": {"page_ms": PAGE_MS, "share": SHARE},
        "met": met,
    }


def main() -> int:
    """Measure and say it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--attempts", type=int, default=10_000)
    asked.add_argument("--rounds", type=int, default=60)
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    found = measure(given.attempts, given.rounds)
    if given.json:
        print(json.dumps(found, indent=2))
    else:
        print(f"{found['attempts']} attempts stored; milliseconds until the whole page has come (bar: p95 {PAGE_MS:.0f})")
        for name, page in {**found["pages"], **found["verdict"]}.items():
            print(f"  {name:12} p50 {page['p50_ms']:8.2f}   p95 {page['p95_ms']:8.2f}   n {page['n']}")
        print(f"verdict through the API: {found['share']:.1%} of pytest (bar: {SHARE:.0%})")
        print("met" if found["met"] else "missed")
    return 0 if found["met"] else 1


if __name__ == "__main__":
    sys.exit(main())
