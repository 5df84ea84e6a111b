"""One job on one zygote: candidates as they are needed, steps one at a time, outcomes in the form of `exact/wire.py`."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sparring.core import plain
from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.sandbox.exact.wire import outcome_of, printed_too_much, unreached
from sparring.sandbox.interface import Job, JobOutcome, Limits, Step, StepOutcome, Stop, Unreadable
from sparring.sandbox.native.process import Reply, ZygoteProcess

GRACE_SECONDS = 45.0  # the zygote ends every candidate in time; beyond this the zygote itself is stuck
ADDRESS_BYTES = 8 << 30
FILE_BYTES, OPEN_FILES = 16 << 20, 256
CRASHED = "the interpreter crashed in native code"
KINDS = {"v": "value", "n": "notplain", "r": "raised"}
STOPS = {"m": [Stop.MEMORY, ""], "o": [Stop.OUTPUT, "result too large"]}


def first_message(job: Job, *, later: bool = False) -> bytes:
    """The limits and the first message to a candidate: its files, and `main` executed, unless that is for `later`."""
    return _line(limits_of(job.limits)) + b"\n" + _line(_begin(job, later))


def begin_serving(job: Job) -> bytes:
    """The limits, a first message that only brings the files, and a second one that executes `main` as a script."""
    return first_message(replace(job, as_script=True), later=True) + b"\n" + _line({"op": "main"})


def limits_of(limits: Limits) -> dict[str, Any]:
    """The limits as supervisor and harness use them, in bytes and seconds."""
    return {
        "memory_bytes": limits.memory_bytes,
        "address_bytes": 4 * limits.memory_bytes + ADDRESS_BYTES,
        "output_bytes": limits.output_bytes,
        "kept_output_bytes": limits.kept_output_bytes,
        "result_bytes": limits.result_bytes,
        "cpu_seconds": limits.cpu_seconds,
        "wall_seconds": limits.wall_seconds,
        "file_bytes": FILE_BYTES,
        "open_files": OPEN_FILES,
    }


def _begin(job: Job, later: bool) -> dict[str, Any]:
    options = {"files": dict(job.files), "main": job.main, "script": job.as_script, "memory": job.measure_memory, "later": later}
    return {"op": "begin", **limits_of(job.limits), **options}


def _line(tree: Any) -> bytes:
    return json.dumps(tree, ensure_ascii=True, separators=(",", ":")).encode("ascii")


class Run:
    """A job under way. `outcome` runs it."""

    def __init__(self, zygote: ZygoteProcess, job: Job, engine: str) -> None:
        self._zygote = zygote
        self._job = job
        self._engine = engine
        self._seconds = job.limits.wall_seconds + GRACE_SECONDS
        self._alive = False
        self._cpu: list[float] = []

    def outcome(self) -> JobOutcome | Unreadable:
        """Run it to its end."""
        load = self._start()
        if load[0] == "unreadable":
            return outcome_of({"unreadable": load[1]}, self._engine)
        groups: list[list[Any]] = []
        for number, group in enumerate(self._job.groups if load[0] == "value" else ()):
            groups.append(self._group(number, group))
            if self._job.gate and number == 0 and any(step and step[0] == "stopped" for step in groups[0]):
                break
            if self._job.printing_ends and printed_too_much(groups[-1]):
                groups += unreached(self._job.groups[number + 1 :])
                break
        return self._timed(outcome_of({"load": load, "groups": groups, "instructions": 0}, self._engine))

    def suite(self, framework: str) -> StepOutcome | Unreadable:
        """Bring the files in, run the test suite among them; what that gave, as the value of one step."""
        tree = self._start()
        if tree[0] == "value":
            tree = self._outcome(self._zygote.ask(b"M" + _line({"op": "tests", "framework": framework}), self._seconds))
        if tree[0] == "unreadable":
            outcome = outcome_of({"unreadable": tree[1]}, self._engine)
            assert isinstance(outcome, Unreadable)
            return outcome
        told = outcome_of({"load": tree, "groups": [], "instructions": 0}, self._engine)
        assert isinstance(told, JobOutcome)
        return told.load

    def _start(self) -> list[Any]:
        reply = self._zygote.ask(b"B" + first_message(self._job, later=self._job.late), self._seconds)
        return self._outcome(reply)

    def _group(self, number: int, steps: Sequence[Step]) -> list[Any]:
        outcomes: list[Any] = [None] * len(steps)
        if not self._alive or (number and (self._job.fresh or self._job.late)):
            load = self._start()
            if load[0] != "value":
                return [load, *outcomes][: len(steps)]
            self._cpu.pop()
        for position, step in enumerate(steps):
            outcomes[position] = self._step(number, step)
            if not self._alive:
                break
        return outcomes

    def _step(self, number: int, step: Step) -> list[Any]:
        if step.mode == "load":
            return self._outcome(self._zygote.ask(b"M" + _line({"op": "main"}), self._seconds))
        source = step.source.encode("utf-8", "backslashreplace").decode()
        bind = {name: json.loads(plain.encode(value)) for name, value in step.bind.items()}
        request = {"op": "step", "group": number, "mode": step.mode, "source": source, "bind": bind}
        outcome = self._outcome(self._zygote.ask(b"M" + _line(request), self._seconds))
        return outcome if outcome[0] != "unreadable" else ["stopped", [Stop.FORBIDDEN, "forged answer"], *outcome[2:]]

    def _outcome(self, reply: Reply) -> list[Any]:
        outcome = outcome_tree(reply)
        self._alive = reply.kind == "A" and outcome[0] != "stopped"
        self._cpu.append(reply.head["cpu"])
        return outcome

    def _timed(self, outcome: JobOutcome | Unreadable) -> JobOutcome | Unreadable:
        """The outcome with the CPU seconds that were noted, in the order of the steps."""
        if isinstance(outcome, Unreadable):
            return outcome
        noted = iter(self._cpu)
        load = replace(outcome.load, cpu_seconds=next(noted))
        groups = tuple(tuple(_timed(step, next(noted)) if step else None for step in group) for group in outcome.groups)
        return replace(outcome, load=load, groups=groups)


def _timed(step: StepOutcome, seconds: float) -> StepOutcome:
    return replace(step, cpu_seconds=seconds)


def _crash(signal: str) -> str:
    """The interpreter's own end as what came out of the program: an extension's fault is no forbidden deed. No `except` catches it, so it has no base."""
    return json.dumps(["l", [signal, ["l", [signal]], CRASHED, ["l", []]]])


def outcome_tree(reply: Reply) -> list[Any]:
    """[kind, payload, output, 0, peak] of a reply; what makes no sense was forged. JudgeError when it is we who failed."""
    why, detail, output = (reply.head[name] for name in ("why", "detail", "output"))
    if reply.kind == "E":
        if why == "failure":
            raise JudgeError(Message("native.failed", {"reason": detail}))
        if why == "crash":
            return ["raised", _crash(detail), output, 0, None]
        return ["stopped", [Stop(why), detail], output, 0, None]
    try:
        head, _, payload = reply.payload.decode("ascii").partition("\n")
    except UnicodeDecodeError:
        head = payload = ""
    letter, digits = head[:1], head[1:20]
    rest = [output, 0, int(digits) if digits.isdecimal() else None]
    if letter in STOPS:
        return ["stopped", STOPS[letter], *rest]
    if letter == "u":
        return ["unreadable", payload, *rest]
    return [KINDS[letter], payload, *rest] if letter in KINDS else ["stopped", [Stop.FORBIDDEN, "forged answer"], *rest]
