"""Audits in a process of its own, with a deadline and a limit on memory: what a repository makes the reader do cannot stop the program.

`python -m sparring.portfolio.worker` reads one JSON object from its input, `{"paths", "now", "run"}` or `{"paths", "cv"}`, and writes one:
`{"audit"}`, `{"claims"}` or `{"error": {"id", "params"}}`.
"""

import contextlib
import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from sparring.core.codec import dump, load
from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.core.verdict import Finding
from sparring.portfolio.audit import Audit, audit
from sparring.portfolio.claims import check_claims
from sparring.portfolio.repository import open_repository

SECONDS, RUN_SECONDS = 120, 900
BYTES = 4 << 30


def audited(path: Path, now: datetime, *, run: bool = False) -> Audit:
    """The audit of the repository at `path` (`run`: installed and tested, too); UsageError if there is none, nothing in it, or it takes too long."""
    found: Audit = load(Audit, _asked({"paths": [str(path)], "now": now.isoformat(), "run": run}, path)["audit"])
    return found


def claimed(paths: list[Path], cv: str) -> tuple[Finding, ...]:
    """What a CV's text names, beside the repositories at `paths`; UsageError as above."""
    answer = _asked({"paths": [str(path) for path in paths], "cv": cv}, paths[0])
    return tuple(load(Finding, one) for one in answer["claims"])


def _asked(question: dict[str, Any], path: Path) -> dict[str, Any]:
    seconds = RUN_SECONDS if question.get("run") else SECONDS
    command = [sys.executable, "-m", "sparring.portfolio.worker"]
    try:
        done = subprocess.run(command, input=json.dumps(question).encode(), capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise UsageError(Message("portfolio.too-slow", {"path": str(path), "seconds": seconds})) from None
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(
            Message("portfolio.stopped", {"path": str(path), "why": told[-1][:200] if told else str(done.returncode)})
        ) from None
    if "error" in answer:
        raise UsageError(Message(answer["error"]["id"], answer["error"]["params"]))
    return answer


def _bounded() -> None:
    """Give up rather than take the whole machine; where the system knows no such limit the deadline remains."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


def _answer(question: dict[str, Any]) -> dict[str, Any]:
    repositories = [open_repository(Path(path)) for path in question["paths"]]
    if "cv" in question:
        return {"claims": [dump(finding) for finding in check_claims(question["cv"], repositories)]}
    if not repositories[0].head:
        raise UsageError(Message("portfolio.nothing", {"path": question["paths"][0]}))
    return {"audit": dump(audit(repositories[0], datetime.fromisoformat(question["now"]), run=bool(question.get("run"))))}


def main() -> None:
    """Answer one question."""
    _bounded()
    try:
        answer = _answer(json.load(sys.stdin))
    except UsageError as error:
        saying = error.saying
        assert isinstance(saying, Message)
        answer = {"error": {"id": saying.id, "params": saying.params}}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
