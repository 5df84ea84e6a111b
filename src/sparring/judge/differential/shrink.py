"""The smallest input on which a program does not do what it should.

Theory of operation. Hypothesis shrinks what its own strategies draw, in the process that draws; here an author's generator runs behind the sandbox's wall, and what
comes out is plain data. So the data itself is made smaller: halves and single elements are left out, numbers go towards nought, texts get shorter, again
and again while the fault stays. An input may not leave what the exercise is about: the original must end as it did before (a value, or the same exception),
and the reference, which is right, must agree with it. Each round asks about many smaller inputs at once; ties go to the first.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from sparring.core.plain import NotPlainError, Plain, encode
from sparring.judge.differential.outcomes import Did, Program, differs, run_on
from sparring.sandbox.interface import Limits, Sandbox

ROUNDS, TRIED, FEW, PLACES = 40, 80, 16, 16


@dataclass(frozen=True, slots=True)
class Trio:
    """The program before, one that is known to be right, and the one that is judged; `own`: exceptions whose words count; `others`: further ones that are
    known to be right.
    """

    original: Program
    reference: Program
    judged: Program
    own: frozenset[str] = frozenset()
    others: tuple[Program, ...] = ()


@dataclass(frozen=True, slots=True)
class Smallest:
    """The input, what should have happened, what did, and in how many steps it was found."""

    arguments: tuple[Plain, ...]
    wanted: Did
    got: Did
    steps: int


def smallest(sandbox: Sandbox, trio: Trio, found: tuple[Plain, ...], wanted: Did, got: Did, limits: Limits) -> Smallest:
    """The smallest input that can be reached from `found`, which shows the fault already."""
    best = Smallest(found, wanted, got, 0)
    for _ in range(ROUNDS):
        tried = list(islice(_smaller(best.arguments), TRIED * 4))
        tried = sorted(tried, key=_size)[:TRIED]
        better = _first(sandbox, trio, tried, best, limits) if tried else None
        if better is None:
            return best
        best = better
    return best


def _first(sandbox: Sandbox, trio: Trio, tried: list[tuple[Plain, ...]], best: Smallest, limits: Limits) -> Smallest | None:
    """The first that shows the fault. The few smallest are asked about before the others, and the reference only about what the judged program does otherwise."""
    for chunk in (tried[:FEW], tried[FEW:]):
        befores, nows = (run_on(sandbox, program, chunk, limits) if chunk else [] for program in (trio.original, trio.judged))
        if not (isinstance(befores, list) and isinstance(nows, list)):
            return None
        other = [
            Smallest(arguments, before, now, best.steps + 1)
            for arguments, before, now in zip(chunk, befores, nows, strict=True)
            if before.kind == best.wanted.kind and differs(before, now, trio.own)
        ]
        for program in (trio.reference, *trio.others):
            rights = run_on(sandbox, program, [each.arguments for each in other], limits) if other else []
            if not isinstance(rights, list):
                return None
            other = [each for each, right in zip(other, rights, strict=True) if not differs(each.wanted, right, trio.own)]
        if other:
            return other[0]
    return None


def _size(arguments: tuple[Plain, ...]) -> int:
    try:
        return len(encode(arguments))
    except NotPlainError:
        return 1 << 30


def _smaller(arguments: tuple[Plain, ...]) -> Iterator[tuple[Plain, ...]]:
    ways = [(index, reductions(value)) for index, value in enumerate(arguments)]
    while ways:  # in turn, so that no argument waits for another
        for way in list(ways):
            value = next(way[1], None)
            if value is None:
                ways.remove(way)
                continue
            yield (*arguments[: way[0]], value[0], *arguments[way[0] + 1 :])


def reductions(value: Plain) -> Iterator[tuple[Plain]]:
    """Smaller values, each in a tuple of its own, the boldest first."""
    match value:
        case bool():
            yield from ((False,),) if value else ()
        case int():
            yield from ((number,) for number in _towards_nought(value))
        case float():
            yield from ((number,) for number in _rounder(value))
        case str():
            yield from ((part,) for part in _parts(value))
        case bytes():
            yield from ((part,) for part in _parts(value))
        case list():
            yield from ((part,) for part in _parts(value))
            yield from _inside(value, list)
        case tuple():  # mostly a record: it keeps its length as long as anything else gets smaller
            yield from _inside(list(value), tuple)
            yield from ((part,) for part in _parts(value))
        case set() | frozenset():
            yield from ((type(value)(part),) for part in _parts(sorted(value, key=repr)))
        case dict():
            yield from _dictionary(value)


def _towards_nought(value: int) -> list[int]:
    if value == 0:
        return []
    sign, most = (1, value) if value > 0 else (-1, -value)
    tried = [0, 1, most * (value < 0), *(most - (most >> shift) for shift in range(1, max(10, most.bit_length()))), most - 1]
    return [number for number in dict.fromkeys((*tried[:3], *(sign * number for number in tried[3:]))) if number != value]


def _rounder(value: float) -> list[float]:
    if not value:
        return []
    whole = float(round(value)) if abs(value) < 1e15 else 0.0
    return [number for number in dict.fromkeys((0.0, 1.0, whole)) if abs(number) < abs(value) or (number == whole != value)]


Parts = TypeVar("Parts", str, bytes, list[Plain], tuple[Plain, ...])


def _parts(value: Parts) -> Iterator[Parts]:
    """Parts of a sequence: the halves, of a long one all but a quarter, an eighth and so on, then all but one."""
    if len(value) > 2:
        yield value[: len(value) // 2]
        yield value[len(value) // 2 :]
    yield from (value[: -(len(value) >> shift)] for shift in range(2, len(value).bit_length()) if len(value) > PLACES)
    for at in range(min(len(value), PLACES)):
        yield value[:at] + value[at + 1 :]


def _inside(items: list[Plain], kind: Callable[[list[Plain]], Plain]) -> Iterator[tuple[Plain]]:
    """One item smaller, each item in its turn; of many all become the first, which then get smaller together."""
    if kind is list and len(items) > PLACES:
        alike = all(item == items[0] for item in items)
        firsts: Iterator[tuple[Plain]] = islice(reductions(items[0]), PLACES) if alike else iter([(items[0],)])
        yield from (([first] * len(items),) for (first,) in firsts)
    ways = [(at, islice(reductions(item), PLACES)) for at, item in enumerate(items[:PLACES])]
    while ways:
        for way in list(ways):
            at, smaller = way
            found = next(smaller, None)
            if found is None:
                ways.remove(way)
            else:
                yield (kind([*items[:at], found[0], *items[at + 1 :]]),)


def _dictionary(value: dict[Plain, Plain]) -> Iterator[tuple[Plain]]:
    for key in list(value)[:PLACES]:
        yield ({other: item for other, item in value.items() if other != key},)
    for key, item in list(value.items())[:PLACES]:
        for (smaller,) in islice(reductions(item), PLACES):
            yield ({**value, key: smaller},)
