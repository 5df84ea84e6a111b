"""The inputs that programs are compared on: an exercise's generator at small sizes, many times, never twice with the same chance."""

import hashlib
from collections.abc import Sequence

from sparring.core.plain import Plain
from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.judge.growth.subject import ARGUMENTS
from sparring.sandbox.interface import Job, Limits, Raised, Result, Sandbox, Step, Unreadable, Value

SIZES = (0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20)

_MAKING = "from generator import generate\n" + ARGUMENTS.replace("_arguments", "arguments")


def seed_of(*texts: str) -> int:
    """A seed made of what is judged: who changes the submission gets other inputs, who hands the same in again the same ones."""
    return int(hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12], 16)


def inputs(
    sandbox: Sandbox, generator: str, count: int, seed: int, limits: Limits, sizes: Sequence[int] = SIZES
) -> list[tuple[Plain, ...]]:
    """`count` tuples of arguments that the generator makes, through all sizes again and again; JudgeError where it makes none."""
    calls = [f"arguments(generate, {seed + number}, {sizes[number % len(sizes)]})" for number in range(count)]
    files = {"generator.py": generator, "making.py": _MAKING}
    outcome = sandbox.run(Job(files, "making.py", [[Step("eval", call)] for call in calls], limits))
    if isinstance(outcome, Unreadable):
        raise JudgeError(Message("judge.generator-fails", {"what": f"line {outcome.line}: {outcome.text}"}))
    if not isinstance(outcome.load.result, Value):
        raise JudgeError(Message("judge.generator-fails", {"what": _detail(outcome.load.result)}))
    made: list[tuple[Plain, ...]] = []
    for number, group in enumerate(outcome.groups):
        last = group[-1]
        if last is None or not isinstance(last.result, Value) or not isinstance(last.result.value, tuple):
            what = _detail(last.result if last else None)
            raise JudgeError(Message("judge.generator-fails", {"what": f"size {sizes[number % len(sizes)]}: {what}"}))
        made.append(last.result.value)
    return made


def _detail(result: Result | None) -> str:
    return f"{result.type}: {result.text}"[:300] if isinstance(result, Raised) else str(result)[:300]
