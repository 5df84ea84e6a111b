"""Whether it is still right on inputs that nobody has seen: fresh ones, up to half the measured size, several of the same size in one interpreter; then on the very
input whose cost is told.

So a program that keeps results of earlier calls under a key that says too little, or that knows the inputs of a benchmark, answers wrongly here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from random import Random

from sparring.core.answer import Code
from sparring.core.evidence import CaseRow, Cases
from sparring.core.exercise import Exercise
from sparring.core.plain import Plain
from sparring.core.problem import JudgeError
from sparring.core.text import Message, Text
from sparring.core.verdict import Dimension, Finding, Status
from sparring.judge.cases import show
from sparring.judge.differential import FURTHER, Did, Program, Trio, beyond_own, differs, fuller, inputs, run_on, smallest, told
from sparring.judge.differential.further import ALL, STEP
from sparring.judge.differential.outcomes import status
from sparring.judge.judge import limits
from sparring.kinds.growing import apart
from sparring.kinds.kind import Tools
from sparring.kinds.optimise.schema import OptimiseSpec
from sparring.kinds.solutions import LIMITS
from sparring.sandbox.interface import Limits, Sandbox, Stopped, Value

SMALL = (0, 1, 2, 3, 5, 9, 17)
RESULT_BYTES = 32 << 20
FURTHER_COUNT = 120
TEMPLATES = (3, 5, 9, 10, 11, 12, 13, 14) * 4
"""Sizes of the inputs that those beyond the generator's are made of: small, so that the original, too, soon ends on what is made longer."""
WHY = Text(
    "A fresh input, made for this submission alone; the reference saw the same.",
    "Un input nuovo, fatto solo per questa consegna; il riferimento ha visto lo stesso.",
)


def wrong_on_fresh(exercise: Exercise[OptimiseSpec], code: Code, seed: int, tools: Tools) -> Finding | None:
    """The finding `large-input` on the first fresh input on which the code does something else than the reference; None if there is none."""
    spec, sandbox = exercise.spec, tools.judge.sandbox
    half = max(2, spec.goal.size // 2)
    sizes = (*SMALL, *SMALL, max(2, half // 8), half, half, half)
    allowed = replace(limits(exercise.budget), result_bytes=RESULT_BYTES)
    given = inputs(sandbox, spec.generator, len(sizes), seed, allowed, sizes)
    right, now = _both(spec, code, given, tools, allowed)
    before = _did(sandbox, spec, {"solution.py": spec.slow}, "solution.py", given[: len(SMALL)], allowed)
    for size, wanted, got, slow in zip_longest(sizes, right, now, before):
        aspect = _apart(spec, wanted, got, slow)
        if aspect:
            return _finding(size, wanted, got, aspect)
    return None


def wrong_where_measured(exercise: Exercise[OptimiseSpec], code: Code, size: int, arguments: Plain, tools: Tools) -> Finding | None:
    """The finding `large-input` if the code does something else than the reference on the very input whose cost is told; None where it does not end on it."""
    allowed = replace(LIMITS, result_bytes=RESULT_BYTES)
    ((wanted,), (got,)) = _both(exercise.spec, code, [arguments], tools, allowed)  # type: ignore[list-item]
    if isinstance(got.result, Stopped) or isinstance(wanted.result, Stopped):
        return None
    aspect = _apart(exercise.spec, wanted, got, None)
    return _finding(size, wanted, got, aspect) if aspect else None


def wrong_beyond(exercise: Exercise[OptimiseSpec], code: Code, seed: int, tools: Tools) -> Finding | None:
    """The finding `large-input` if the code does something else than the original on an input that the generator does not make and all that is right takes alike; the smallest
    that was found is shown.
    """
    spec, sandbox = exercise.spec, tools.judge.sandbox
    right = [Program({"solution.py": source}, spec.entry, driver=spec.driver) for source in (spec.slow, spec.reference, *spec.others)]
    trio = Trio(right[0], right[1], Program(code.files, spec.entry, code.entry, spec.driver), others=tuple(right[2:]))
    allowed, random = limits(exercise.budget), Random(seed)
    made = inputs(sandbox, spec.generator, len(TEMPLATES), seed, allowed, TEMPLATES)
    templates = made + [fuller(each, random) for each in made]
    found = beyond_own(sandbox, trio, templates, seed, allowed, count=FURTHER_COUNT)
    other = next((each for each in found if _aspect(spec, each.before, each.now)), None)
    if other is None:
        return None
    least = smallest(sandbox, trio, other.arguments, other.before, other.now, replace(allowed, instructions=ALL, step_instructions=STEP))
    aspect = _aspect(spec, least.wanted, least.got)
    if not aspect:  # made smaller it differs in what does not count
        return None
    kind = status(least.got) if isinstance(least.got.result, Stopped) else Status.WRONG_ANSWER
    called = f"{'drive' if spec.driver else spec.entry}({', '.join(map(show, least.arguments))})"
    row = CaseRow("smallest", kind, called, told(least.wanted, aspect), told(least.got, aspect), FURTHER)
    return Finding("large-input", False, Message("optimise.wrong-beyond"), Cases((row,)), Dimension.CODE, 1)


def _aspect(spec: OptimiseSpec, wanted: Did, got: Did) -> str:
    return _apart(spec, wanted, got, wanted)


def _both(spec: OptimiseSpec, code: Code, given: Sequence[tuple[Plain, ...]], tools: Tools, allowed: Limits) -> tuple[list[Did], list[Did]]:
    sandbox = tools.judge.sandbox
    right = _did(sandbox, spec, {"solution.py": spec.reference}, "solution.py", given, allowed)
    return right, _did(sandbox, spec, code.files, code.entry, given, allowed)


def _did(
    sandbox: Sandbox, spec: OptimiseSpec, files: Mapping[str, str], main: str, given: Sequence[tuple[Plain, ...]], allowed: Limits
) -> list[Did]:
    did = run_on(sandbox, Program(files, spec.entry, main, spec.driver), given, allowed)
    if not isinstance(did, list):
        raise JudgeError(Message("judge.generator-fails", {"what": "reference.py"}))
    return did


def _apart(spec: OptimiseSpec, wanted: Did, got: Did, slow: Did | None) -> str:
    """In what they differ; with many right answers only how it ended counts. What becomes of the arguments counts where the original and the reference do the same."""
    aspect = differs(wanted, got)
    if aspect == "value" and spec.checker:
        return ""
    if aspect == "arguments" and (slow is None or differs(wanted, slow)):
        return ""
    return aspect


def _finding(size: int, wanted: Did, got: Did, aspect: str) -> Finding:
    kind = status(got) if isinstance(got.result, Stopped) else Status.WRONG_ANSWER
    texts = told(wanted, aspect), told(got, aspect)
    if aspect == "value" and isinstance(wanted.result, Value) and isinstance(got.result, Value):
        texts = apart(wanted.result.value, got.result.value)
    row = CaseRow(f"size_{size}", kind, f"generate({size})", *texts, WHY)
    return Finding("large-input", False, Message("optimise.wrong-when-fresh", {"size": size}), Cases((row,)), Dimension.CODE, 1)
