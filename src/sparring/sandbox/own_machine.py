"""Own code on own machine: a `Sandbox` of plain limited processes, for one's own programs where nothing confined can run them.

It protects against accidents (see `unconfined.PROTECTIONS`), not against malice: whoever opens it has the person's consent, and its engine id, which goes into every
verdict, says `unconfined`. Expected values stay outside all the same. Times are of this machine; memory limits hold where the system has them.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.sandbox.exact.wire import outcome_of, request_of
from sparring.sandbox.interface import Job, JobOutcome, Stop, Unreadable
from sparring.sandbox.unconfined import PROTECTIONS, Limiter


class OwnMachine:
    """Runs jobs on this very interpreter's kind of Python, one process for each group that wants a fresh one. `consent`: the person's, asked for by the caller."""

    protections = PROTECTIONS

    def __init__(self, *, consent: bool) -> None:
        if not consent:
            raise JudgeError(Message("sandbox.no-consent"))
        self._closed = False

    @property
    def engine_id(self) -> str:
        """Says that nothing was confined."""
        return f"unconfined-{platform.system().lower()}-{platform.python_version()}"

    def close(self) -> None:
        """Later calls raise JudgeError."""
        self._closed = True

    def run(self, job: Job) -> JobOutcome | Unreadable:
        """Run the job to its end."""
        if self._closed:
            raise JudgeError(Message("sandbox.closed"))
        request = request_of(job)
        batches = [[group] for group in request["groups"]] if request["fresh"] else [request["groups"]]
        told = [_Process(job, {**request, "groups": batch}).answers(batch) for batch in batches or [[]]]
        if unreadable := next((answer["unreadable"] for answer in told if "unreadable" in answer), None):
            return outcome_of({"unreadable": unreadable}, self.engine_id)
        groups = [group for answer in told for group in answer["groups"]] if told[0]["load"][0] == "value" else []
        outcome = outcome_of({"load": told[0]["load"], "groups": groups, "instructions": 0}, self.engine_id)
        seconds = [second for answer in told for second in answer["seconds"]]
        return _timed(outcome, seconds) if isinstance(outcome, JobOutcome) else outcome


class _Process:
    """One process and what it answers, a line per step."""

    def __init__(self, job: Job, request: dict[str, Any]) -> None:
        self._limits = job.limits
        self._request = request

    def answers(self, groups: Sequence[Sequence[Any]]) -> dict[str, Any]:
        """What came until the end, or until a limit ended it: the first step without an answer then says so."""
        lines = self._lines()
        stopped: list[Any] = ["stopped", [Stop.TIME, "the process ended"], "", 0, None]
        load = lines.pop(0) if lines else [*stopped, 0.0]
        if load[0] == "unreadable":
            return {"unreadable": load[1]}
        shaped: list[list[Any]] = []
        seconds: list[float] = []
        ended = load[0] != "value"
        for group in groups:
            steps: list[Any] = [None] * len(group)
            for position in range(len(group)):
                if ended:
                    break
                answer = lines.pop(0) if lines else [*stopped, 0.0]
                if answer[0] == "unreadable":
                    return {"unreadable": answer[1]}
                steps[position] = answer[:5]
                seconds.append(answer[5])
                ended = answer[0] == "stopped"
            shaped.append(steps)
        return {"load": load[:5], "groups": shaped, "seconds": seconds}

    def _lines(self) -> list[list[Any]]:
        limits = self._limits
        with tempfile.TemporaryDirectory(prefix="sparring-own-") as folder:
            process = subprocess.Popen(
                [sys.executable, "-I", "-X", "utf8", "-m", "sparring.sandbox.own_steps"],
                cwd=folder,
                env={"PATH": os.defpath, "PYTHONHASHSEED": "0"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=os.name != "posix",
                preexec_fn=Limiter(max(1, round(limits.cpu_seconds)), limits.memory_bytes) if os.name == "posix" else None,  # noqa: PLW1509 - it only sets limits
            )
            watch = threading.Timer(limits.wall_seconds, process.kill)
            watch.start()
            try:
                data, _ = process.communicate(json.dumps(self._request).encode())
            finally:
                watch.cancel()
        found = []
        for line in data.splitlines():
            try:
                found.append(json.loads(line))
            except ValueError:
                break
        return found


def _timed(outcome: JobOutcome, seconds: Sequence[float]) -> JobOutcome:
    noted = iter(seconds)
    groups = tuple(tuple(replace(step, cpu_seconds=next(noted)) if step else None for step in group) for group in outcome.groups)
    return replace(outcome, groups=groups)
