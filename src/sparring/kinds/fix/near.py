"""Whether the fault is gone or only its examples are: inputs near those of the cases, where the broken file and the mended one still do different things.

Theory of operation. What a mend must do on inputs outside the cases is known only where the author's two files say so. Each literal argument of a case that the broken file
fails is moved a little; where the two files part, the candidate's is compared with both. A mend of one's own may differ from the author's here and there (an
input that the description does not name), so nothing is said before the fault is alive on most of these inputs.
"""

from collections.abc import Iterator
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

MOST_INPUTS, LEAST, MOST_SHOWN = 60, 3, 5
ALIVE = 0.6
"""The share of the inputs that show the fault on which it must be alive to be called alive."""
WHY = Text(
    "Close to a case that the broken file failed; the mended file was asked the same.",
    "Vicino a un caso su cui il file rotto sbagliava; al file corretto è stato chiesto lo stesso.",
)


def still_broken(exercise: Exercise[FixSpec], code: Code, failed: frozenset[str], tools: Tools) -> Finding | None:
    """The finding `near` if the code does what the broken file did on most of the inputs near the cases `failed`; None where nothing can be said."""
    spec = exercise.spec
    given = list(islice(_near(spec.script, spec.entry, failed), MOST_INPUTS))
    if spec.checker is not None or not given:
        return None
    allowed = limits(exercise.budget)
    sources = ({"solution.py": spec.buggy}, {"solution.py": spec.mended}, code.files)
    mains = ("solution.py", "solution.py", code.entry)
    did = [
        run_on(tools.judge.sandbox, Program(files, spec.entry, main), given, allowed) for files, main in zip(sources, mains, strict=True)
    ]
    rows, asked = [], 0
    for arguments, *three in zip(given, *(each if isinstance(each, list) else [] for each in did), strict=False):
        broken, mended, mine = three
        if not differs(mended, broken):
            continue
        asked += 1
        if differs(mended, mine) and not differs(broken, mine):
            rows.append(_row(spec.entry, arguments, mended, mine))
    if asked < LEAST or len(rows) < ALIVE * asked:
        return None
    message = Message("fix.still-broken", {"count": len(rows), "total": asked})
    return Finding("near", False, message, Cases(tuple(rows[:MOST_SHOWN])), Dimension.CODE, 1)


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
