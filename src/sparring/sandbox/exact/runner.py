"""Runs one job, step by step, on interpreters; speaks the wire's form only (see wire.py), so that values pass through unread."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sparring.sandbox.exact.interpreter import Factory, Halt, Interpreter
from sparring.sandbox.exact.wire import Tree, limits_of, printed_too_much, unreached
from sparring.sandbox.interface import Stop

STACK_EXHAUSTED = (
    '["l",["builtins.RecursionError",["l",["builtins.RecursionError","builtins.RuntimeError","builtins.Exception",'
    '"builtins.BaseException","builtins.object"]],"stack exhausted",["l",[]]]]'
)
NOTHING: list[Any] = ["value", "null", "", 0, None]
KINDS = {"v": "value", "n": "notplain", "r": "raised", "u": "unreadable"}
STOPS = {"m": [Stop.MEMORY, ""], "o": [Stop.OUTPUT, "result too large"]}

TAKE_BASE, TAKE_PER_CHARACTER = 2_000_000, 4_000
"""What handing out a value may cost: honest ones were measured between 22 (long bytes) and 2,703 (lists of empty strings) instructions a character."""


class Run:
    """One job on interpreters of `factory`. `request` and the outcome are in the wire's form."""

    def __init__(self, factory: Factory, request: Tree) -> None:
        self._factory = factory
        self._request = request
        self._limits = limits_of(request)
        names = ("files", "main", "script", "memory")
        self._options = json.dumps({name: request[name] for name in names} | {"result": self._limits.result_bytes})
        self._interpreters: list[Interpreter] = []
        self._current: Interpreter | None = None

    def outcome(self) -> Tree:
        """Run it to its end."""
        load = self._start() if not self._request["late"] else NOTHING
        if load[0] == "unreadable":
            return {"unreadable": load[1]}
        groups = []
        if load[0] == "value":
            groups = self._groups()
        unreadable = next((step[1] for group in groups for step in group if step and step[0] == "unreadable"), None)
        return {"load": load, "groups": groups, "instructions": self._spent()} if unreadable is None else {"unreadable": unreadable}

    def _groups(self) -> list[list[Any]]:
        done: list[list[Any]] = []
        for number, group in enumerate(self._request["groups"]):
            done.append(self._group(number, group))
            if self._request["gate"] and number == 0 and any(step and step[0] == "stopped" for step in done[0]):
                break
            if self._request["printing_ends"] and printed_too_much(done[-1]):
                return [*done, *unreached(self._request["groups"][number + 1 :])]
        return done

    def _spent(self) -> int:
        return sum(each.life.spent for each in self._interpreters)

    def _start(self) -> list[Any]:
        """Load the program into a new interpreter (unless a step is to do that), and say how that went."""
        left = self._limits.instructions - self._spent()
        if left <= 0:
            return ["stopped", [Stop.TIME, "instructions of the job"], "", 0, None]
        interpreter = self._factory.take()
        self._interpreters.append(interpreter)
        answer: str | Halt | None = interpreter.begin(replace(self._limits, instructions=left), self._options)
        if answer is None:
            answer = "v\nnull" if self._request["late"] else interpreter.call("load")
        outcome = _outcome(interpreter, answer)
        self._current = interpreter if interpreter.alive else None
        return outcome

    def _group(self, number: int, steps: Sequence[Any]) -> list[Any]:
        outcomes: list[Any] = [None] * len(steps)
        if self._current is None or (number and self._request["fresh"]):
            load = self._start()
            if load[0] != "value":
                return [load, *outcomes][: len(steps)]
        for position, step in enumerate(steps):
            assert self._current is not None
            outcomes[position] = self._step(self._current, number, step)
            if outcomes[position][0] in ("stopped", "unreadable") or not self._current.alive:
                self._current = None
                break
        return outcomes

    def _step(self, interpreter: Interpreter, number: int, step: Sequence[Any]) -> list[Any]:
        mode, source, values, call = step
        if mode == "load":
            return _outcome(interpreter, interpreter.call("load"))
        answer: str | Halt = "v"
        if values:
            tree = ",".join(f"{json.dumps(name)}:{text}" for name, text in values.items())
            answer = interpreter.call("bind", number, "{" + tree + "}")
        if not isinstance(answer, Halt) and answer[:1] == "v":
            if call:
                answer = interpreter.call("call", number, *call, source)
            else:
                answer = interpreter.call("step", number, mode == "eval", source)
        if isinstance(answer, str) and answer[:1] == "k" and mode != "eval":
            answer = ""  # a statement has no value to hand out: whoever says so was forged
        outcome = _outcome(interpreter, answer)
        return outcome if outcome[0] != "unreadable" else _forged(outcome)


def _outcome(interpreter: Interpreter, answer: str | Halt) -> list[Any]:
    """[kind, payload, output, instructions, peak] of an answer. Whatever an interpreter says that makes no sense was forged."""
    instructions = interpreter.instructions
    head, _, payload = answer.partition("\n") if isinstance(answer, str) else ("", "", "")
    peak = int(head[1:20]) if head[1:20].isascii() and head[1:20].isdigit() else None
    if head[:1] == "k":
        answer = interpreter.call("take")
        head, _, payload = answer.partition("\n") if isinstance(answer, str) else ("", "", "")
        # Encoding a value is our cost, but a program that got hold of the encoder must not do its own work there for nothing. A value that is refused
        # helps nobody, however much of it was encoded before.
        if head[:1] not in ("n", "o"):
            instructions += max(0, interpreter.instructions - TAKE_BASE - TAKE_PER_CHARACTER * len(payload))
    rest = [interpreter.life.take_output(), instructions, peak]
    if isinstance(answer, Halt):
        return ["raised", STACK_EXHAUSTED, *rest] if answer.why is None else ["stopped", [answer.why, answer.detail], *rest]
    if head[:1] in STOPS:
        return ["stopped", STOPS[head[:1]], *rest]
    if len(payload) > interpreter.life.limits.result_bytes + (1 << 20):
        return ["stopped", STOPS["o"], *rest]
    return [KINDS[head[:1]], payload, *rest] if head[:1] in KINDS else _forged(["", "", *rest])


def _forged(outcome: list[Any]) -> list[Any]:
    return ["stopped", [Stop.FORBIDDEN, "forged answer"], *outcome[2:]]
