"""Audits in a process of its own, with a deadline and a limit on memory: what a repository makes the reader do cannot stop the program.

`python -m sparring.portfolio.worker` reads one JSON object from its input, `{"paths", "now", "run"}` or `{"paths", "cv"}`, and writes one:
`{"audit"}`, `{"claims"}` or `{"error": {"id", "params"}}`.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from sparring.core.codec import dump, load
from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.core.verdict import Finding
from sparring.portfolio import guard
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
    question["paths"] = [str(Path(one).absolute()) for one in question["paths"]]
    told, said, code = _alone(json.dumps(question).encode(), seconds, path)
    try:
        answer: dict[str, Any] = json.loads(told)
    except ValueError:
        lines = said.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(Message("portfolio.stopped", {"path": str(path), "why": lines[-1][:200] if lines else str(code)})) from None
    if "error" in answer:
        raise UsageError(Message(answer["error"]["id"], answer["error"]["params"]))
    return answer


def _alone(question: bytes, seconds: float, path: Path) -> tuple[bytes, bytes, int]:
    """What the worker wrote, what it complained of, its exit code; UsageError after `seconds`.

    It is isolated (`-I`): the folder one stands in may be the repository, and its modules are not to be taken for ours. Its scratch folder is ours to remove and
    whatever it started ends with it, also where it is given up, or where this program is killed (`guard.py`).
    """
    with guard.scratch() as scratch, _lifeline() as (theirs, handed):
        process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-m", "sparring.portfolio.worker", *map(str, handed)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=scratch,
            env={**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch))},
            start_new_session=True,
            pass_fds=handed,
        )
        theirs()
        try:
            told, said = process.communicate(question, seconds)
        except subprocess.TimeoutExpired:
            raise UsageError(Message("portfolio.too-slow", {"path": str(path), "seconds": seconds})) from None
        finally:
            _end(process)
    return told, said, process.returncode


@contextlib.contextmanager
def _lifeline() -> Iterator[tuple[Callable[[], None], tuple[int, ...]]]:
    """A pipe whose writing end closes with this process, however it ends: what closes our copy of the reading end, and that end for the worker (none on Windows)."""
    if sys.platform == "win32":
        yield (lambda: None), ()
        return
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as theirs, os.fdopen(writing, "wb"):
        yield theirs.close, (reading,)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the worker and all that it started and that still runs."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


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
    """Answer one question, watched where the program hands over what tells its end (`guard.py`)."""
    with guard.watched(int(sys.argv[1]), Path.cwd()) if len(sys.argv) > 1 else contextlib.nullcontext():
        _main()


def _main() -> None:
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
