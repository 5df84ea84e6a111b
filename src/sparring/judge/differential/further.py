"""Where the exercise's own inputs show no change: inputs beyond them (`beyond.py`), as far as the exercise is about them.

What it is about is told by the original and the reference: an input counts where the original gives a value or raises what it has a `raise` for, and where the reference and
every other solution that is known to be right do the same. What Python itself complains of (a number added to a text) may change with how a line is written, and so nobody is
blamed for it; nor for an input that takes long, since cost is not behaviour.
"""

import ast
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sparring.core.plain import NotPlainError, Plain, encode
from sparring.core.problem import JudgeError
from sparring.core.text import Message, Text
from sparring.judge.differential.beyond import beyond, constants
from sparring.judge.differential.outcomes import Did, Program, differs, run_on
from sparring.judge.differential.shrink import Trio
from sparring.sandbox.interface import Limits, Raised, Sandbox, Stopped, Value

COUNT = 240
STEP, ALL = 30_000_000, 1_500_000_000
FURTHER = Text(
    "It lies beyond the exercise's own inputs, and the original takes it all the same: it was made from the numbers and texts in both programs, or from values far off, "
    "and then made as small as possible.",
    "Sta oltre gli input dell'esercizio, ma l'originale lo accetta: è nato dai numeri e dai testi dei due programmi, o da valori molto lontani, "
    "e poi è stato ridotto al minimo.",
)


@dataclass(frozen=True, slots=True)
class Beyond:
    """An input beyond the exercise's own, and what the three programs did."""

    arguments: tuple[Plain, ...]
    before: Did
    right: Did
    now: Did


def beyond_own(
    sandbox: Sandbox,
    trio: Trio,
    templates: Sequence[tuple[Plain, ...]],
    seed: int,
    limits: Limits,
    declared: frozenset[str] = frozenset(),
    count: int = COUNT,
) -> list[Beyond]:
    """Inputs that the exercise is about and its generator does not make, with what was done on each. `declared`: exceptions that are to be raised where the
    original swallows something: how much more of it is refused is nobody's fault.
    """
    known = constants(*trio.original.files.values())
    new = constants(*trio.judged.files.values()).without(known)
    allowed = replace(limits, instructions=ALL, step_instructions=STEP)
    given = beyond(templates, known, new, seed, count)
    raises = _raises(trio.original)
    kept = [
        (one, before) for one, before in zip(given, _run(sandbox, trio.original, given, allowed), strict=True) if _meant(before, raises)
    ]
    rights = _run(sandbox, trio.reference, [one for one, _ in kept], allowed)
    same = [(one, before, right) for (one, before), right in zip(kept, rights, strict=True) if not differs(before, right, trio.own)]
    for other in trio.others:
        did = _run(sandbox, other, [one for one, _, _ in same], allowed)
        same = [each for each, theirs in zip(same, did, strict=True) if not differs(each[1], theirs, trio.own)]
    nows = _run(sandbox, trio.judged, [one for one, _, _ in same], allowed)
    told = [Beyond(*each, now) for each, now in zip(same, nows, strict=True) if not isinstance(now.result, Stopped)]
    found = [each for each in told if each.now.kind.rpartition(".")[2] not in declared]
    return sorted(found, key=lambda each: _size(each.arguments))


def _run(sandbox: Sandbox, program: Program, given: Sequence[tuple[Plain, ...]], limits: Limits) -> list[Did]:
    did = run_on(sandbox, program, given, limits) if given else []
    if not isinstance(did, list):  # it was loaded before, on the exercise's own inputs
        raise JudgeError(Message("judge.generator-fails", {"what": program.main}))
    return did


def _raises(program: Program) -> frozenset[int]:
    """The lines on which the program raises something itself."""
    nodes = (node for source in program.files.values() for node in ast.walk(ast.parse(source)))
    return frozenset(
        line for node in nodes if isinstance(node, ast.Raise) for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    )


def _meant(did: Did, raises: frozenset[int]) -> bool:
    """Whether this is how the original means to end."""
    match did.result:
        case Raised(frames=[*_, last]):
            return last.line in raises
        case Value():
            return True
    return False


def _size(arguments: tuple[Plain, ...]) -> tuple[int, str]:
    try:
        text = encode(arguments)
    except NotPlainError:
        text = repr(arguments)
    return len(text), text
