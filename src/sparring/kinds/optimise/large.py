"""Whether it is still right on inputs that nobody has seen: fresh ones, up to half the measured size, several of the same size in one interpreter.

So a program that keeps results of earlier calls under a key that says too little, or that knows the inputs of a benchmark, answers wrongly here.
"""

from dataclasses import replace

from sparring.core.answer import Code
from sparring.core.evidence import CaseRow, Cases
from sparring.core.exercise import Exercise
from sparring.core.problem import JudgeError
from sparring.core.text import Message, Text
from sparring.core.verdict import Dimension, Finding, Status
from sparring.judge.differential import Did, Program, differs, inputs, run_on, told
from sparring.judge.differential.outcomes import status
from sparring.judge.judge import limits
from sparring.kinds.growing import apart
from sparring.kinds.kind import Tools
from sparring.kinds.optimise.schema import OptimiseSpec
from sparring.sandbox.interface import Stopped, Value

SMALL = (0, 1, 2, 3, 5, 9, 17)
WHY = Text(
    "A fresh input, made for this submission alone; the reference saw the same.",
    "Un input nuovo, fatto solo per questa consegna; il riferimento ha visto lo stesso.",
)


def wrong_on_fresh(exercise: Exercise[OptimiseSpec], code: Code, seed: int, tools: Tools) -> Finding | None:
    """The finding `large-input` on the first fresh input on which the code does something else than the reference; None if there is none."""
    spec, sandbox = exercise.spec, tools.judge.sandbox
    half = max(2, spec.goal.size // 2)
    sizes = (*SMALL, *SMALL, max(2, half // 8), half, half, half)
    allowed = replace(limits(exercise.budget), result_bytes=32 << 20)
    given = inputs(sandbox, spec.generator, len(sizes), seed, allowed, sizes)
    right = run_on(sandbox, Program({"solution.py": spec.reference}, spec.entry, "solution.py", spec.driver), given, allowed)
    now = run_on(sandbox, Program(code.files, spec.entry, code.entry, spec.driver), given, allowed)
    if not isinstance(right, list) or not isinstance(now, list):
        raise JudgeError(Message("judge.generator-fails", {"what": "reference.py"}))
    for size, wanted, got in zip(sizes, right, now, strict=True):
        aspect = _apart(spec, wanted, got)
        if aspect:
            return _finding(size, wanted, got, aspect)
    return None


def _apart(spec: OptimiseSpec, wanted: Did, got: Did) -> str:
    """In what they differ; with many right answers only how it ended counts. An argument that is changed in place may be (the reference does not say)."""
    aspect = differs(wanted, got)
    if aspect == "arguments" or (aspect == "value" and spec.checker):
        return ""
    return aspect


def _finding(size: int, wanted: Did, got: Did, aspect: str) -> Finding:
    kind = status(got) if isinstance(got.result, Stopped) else Status.WRONG_ANSWER
    texts = told(wanted, aspect), told(got, aspect)
    if aspect == "value" and isinstance(wanted.result, Value) and isinstance(got.result, Value):
        texts = apart(wanted.result.value, got.result.value)
    row = CaseRow(f"size_{size}", kind, f"generate({size})", *texts, WHY)
    return Finding("large-input", False, Message("optimise.wrong-when-fresh", {"size": size}), Cases((row,)), Dimension.CODE, 1)
