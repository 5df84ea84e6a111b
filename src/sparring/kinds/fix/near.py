"""Whether the fault is gone or only its examples are: inputs near those of the cases, where the broken file and the mended one still do different things.

Theory of operation. What a mend must do on inputs outside the cases is known only where the author's two files say so. Each literal argument of a case that the broken file
fails is moved a little; where the two files part, the candidate's is compared with both. A mend of one's own may differ from the author's here and there (an
input that the description does not name), so nothing is said before the fault is alive on most of these inputs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sparring.core.answer import Code
from sparring.core.evidence import CaseRow, Cases
from sparring.core.exercise import Exercise
from sparring.core.plain import Plain
from sparring.core.text import Message, Text
from sparring.core.verdict import Dimension, Finding, Status
from sparring.judge.differential import Did, Program, differs, run_on, told
from sparring.judge.judge import limits
from sparring.judge.script import Expect, Script
from sparring.kinds.fix.schema import FixSpec
from sparring.kinds.kind import Tools
from sparring.kinds.once import Once

MOST_INPUTS, LEAST, MOST_SHOWN = 60, 3, 5
ALIVE = 0.6
"""The share of the inputs that show the fault on which it must be alive to be called alive."""
WHY = Text(
    "Close to a case that the broken file failed; the mended file was asked the same.",
    "Vicino a un caso su cui il file rotto sbagliava; al file corretto è stato chiesto lo stesso.",
)


@dataclass(frozen=True, slots=True)
class Parted:
    """An input on which the broken file and the mended one part, and what each did."""

    arguments: tuple[Plain, ...]
    broken: Did
    mended: Did


_known: Once[tuple[str, str, str, frozenset[str]], tuple[Parted, ...]] = Once(200)


def still_broken(exercise: Exercise[FixSpec], code: Code, failed: frozenset[str], tools: Tools) -> Finding | None:
    """The finding `near` if the code does what the broken file did on most of the inputs near the cases `failed`; None where nothing can be said."""
    spec = exercise.spec
    if spec.checker is not None:
        return None
    key = (tools.judge.engine_id, exercise.id, exercise.content_hash, failed)
    parted = _known.get(key, lambda: _parted(exercise, failed, tools))
    if len(parted) < LEAST:
        return None
    did = _did(exercise, code, [each.arguments for each in parted], tools)
    rows = [
        _row(spec.entry, each.arguments, each.mended, mine)
        for each, mine in zip(parted, did, strict=False)
        if differs(each.mended, mine) and not differs(each.broken, mine)
    ]
    if len(rows) < ALIVE * len(parted):
        return None
    message = Message("fix.still-broken", {"count": len(rows), "total": len(parted)})
    return Finding("near", False, message, Cases(tuple(rows[:MOST_SHOWN])), Dimension.CODE, 1)


def _parted(exercise: Exercise[FixSpec], failed: frozenset[str], tools: Tools) -> tuple[Parted, ...]:
    """The inputs near the cases `failed` on which the author's two files do different things; it takes two runs, and is the same for every answer."""
    spec = exercise.spec
    given = list(islice(_near(spec.script, spec.entry, failed), MOST_INPUTS))
    both = [_did(exercise, Code({"solution.py": source}), given, tools) for source in (spec.buggy, spec.mended)] if given else [[], []]
    return tuple(Parted(*each) for each in zip(given, *both, strict=False) if differs(each[2], each[1]))


def _did(exercise: Exercise[FixSpec], code: Code, given: Sequence[tuple[Plain, ...]], tools: Tools) -> list[Did]:
    """What a file does with each input; nothing where it cannot be loaded."""
    program = Program(code.files, exercise.spec.entry, code.entry)
    did = run_on(tools.judge.sandbox, program, given, limits(exercise.budget))
    return did if isinstance(did, list) else []


def _row(entry: str, arguments: tuple[Plain, ...], wanted: Did, got: Did) -> CaseRow:
    aspect = differs(wanted, got)
    source = f"{entry}({', '.join(map(repr, arguments))})"
    return CaseRow("near", Status.WRONG_ANSWER, source[:500], told(wanted, aspect), told(got, aspect), WHY)


def _near(script: Script, entry: str, failed: frozenset[str]) -> Iterator[tuple[Plain, ...]]:
    """The arguments of the cases, each moved a little, one at a time; the cases' own ones are left out."""
    called = [
        step.args
        for case in script.cases
        if case.name in failed
        for step in case.steps
        if isinstance(step, Expect) and step.args and step.source.startswith(f"{entry}(")
    ]
    seen = [*called]
    for arguments in called:
        for place, argument in enumerate(arguments):
            for other in _moved(argument):
                moved = (*arguments[:place], other, *arguments[place + 1 :])
                if moved not in seen:
                    seen.append(moved)
                    yield moved


def _moved(value: Plain) -> Iterator[Plain]:
    """Values near this one, of the same type."""
    match value:
        case bool() | None:
            return
        case int():
            yield from (value + 1, value + 2, 2 * value + 1, 10 * value + 7)
            if value > 1:
                yield value - 1
        case float():
            yield from (value + 0.5, value * 3)
        case str() if value:
            yield from (value + value[-1], value[::-1])
        case list() | tuple() if value:
            kind = type(value)
            yield from (kind(value[:-1]), kind([*value, value[0]]), kind(value[::-1]))
            for inner in _moved(value[0]):
                yield kind([inner, *value[1:]])
        case dict() if value:
            key = next(iter(value))
            for inner in _moved(value[key]):
                yield {**value, key: inner}
