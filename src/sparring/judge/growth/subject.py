"""What is measured and with which inputs, and the jobs that do it.

Theory of operation. The generator runs in a job of its own and its inputs come out as plain data, packed into bytes that nobody reads on their way
(`Packed`); they go into the candidate's interpreter by `bind`, in a step whose cost does not count. There every size has a fresh interpreter and these steps: the garbage
collector is switched off (as `timeit` does: its pauses belong to the heap, not to the function), the arguments are bound, the same call is made twice with a function that does
nothing (the second is the baseline, for these very arguments and this very heap); only then is the program loaded, nothing called some times more, and the program. An iterator
that comes back is run to its end, and so are a coroutine and an asynchronous generator: their work is done only then. What is left is cost(n), exact up to what the allocator does
with other addresses.

A program can take the harness apart, so nothing of ours that does not count may come after its first line. Binding and the baseline come before it; loading and naming the
function come after it and cost every honest program the same at every size but for the allocator's share: what they cost clearly more than at the cheapest size is charged, and
where they cost a little more nothing is decided. So what can be hidden is a constant (`MOST_SETUP`, `NAMES`, or what is wasted on loading at every size alike), and a constant
changes no class.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sparring.core.plain import Plain
from sparring.sandbox.interface import (
    Job,
    JobOutcome,
    Limits,
    NotPlain,
    Raised,
    Result,
    Sandbox,
    Step,
    StepOutcome,
    Stopped,
    Unreadable,
    Value,
)

SEED = 20261123

SAME_SETUP, SAME_SHARE, MOST_SETUP, SURE_SETUP = 50_000, 0.025, 2_500_000, 0.1
"""What loading a program may take more at one size than at another for no reason (where the input left the allocator): instructions, that share of
what it took at the cheapest size (four dataclasses and an enum take 52 million, and 1.9 % more beside a large input), and the most of both together. Work is
believed to be hidden only where the difference is also more than the share `SURE_SETUP`; between the two nobody can tell.
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """The program whose cost is measured. `entry`: the function to call; with `driver` (source of `def drive(*args)`) that is called instead, and sees the
    program's public names.
    """

    files: Mapping[str, str]
    entry: str
    main: str = "solution.py"
    driver: str | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """The source of a generator and its function's name.

    `generate(n)`, `generate(n, random)`, `generate(n, m)` or `generate(n, m, random)`: a last parameter called `random` or `rng` is given a `random.Random(seed)`, new for each
    size. A tuple that comes back is the arguments; anything else is the only argument.
    """

    source: str
    name: str = "generate"
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Packed:
    """Arguments as `marshal` writes them, from a generator's interpreter to a candidate's: read by neither the host nor a line of the candidate's.

    Text that can be read takes the host and both interpreters a hundred times as long, which for inputs of 10,000 items is more than what is to be measured.
    """

    data: bytes


Made = Plain | Packed
Sizes = tuple[int, ...]
Group = Sequence[StepOutcome | None]


@dataclass(frozen=True, slots=True)
class Sample:
    """One size's outcome. `cost` in the unit asked for, None if there is none; `why` then says why: `generator`, `exception`, a `Stop`'s value or
    `unreadable`. `spent`: instructions used up for it, all included. `setup`: those of loading the program and naming its function.
    """

    size: int
    cost: int | None
    why: str = ""
    detail: str = ""
    spent: int = 0
    setup: int = 0


ARGUMENTS = """\
def _arguments(function, seed, *sizes):
    import inspect, random
    names = list(inspect.signature(function).parameters)
    extra = [random.Random(seed)] if names[len(sizes):] or names[-1:] in (["random"], ["rng"]) else []
    found = function(*sizes, *extra)
    return found if type(found) is tuple else (found,)

def _packed(arguments):
    import marshal
    try:
        data = marshal.dumps(arguments, 2)  # version 2 knows no references: items that are the same object come out as copies, as in plain data
    except ValueError:
        return arguments  # no plain data, or nested too deeply: handing it out says so
    return data if _exact(arguments) else arguments

def _exact(values):  # whether all types are those of plain data: marshal takes bytearrays for bytes, and knows code
    scalars = {int, float, complex, str, bytes, bool, type(None)}
    while values:
        kinds = set(map(type, values))
        if kinds <= scalars:
            return True
        if not kinds <= scalars | {list, tuple, set, frozenset, dict}:
            return False
        values = [item for value in values if type(value) not in scalars for item in (value if type(value) is not dict else [*value, *value.values()])]
    return True
"""

_QUIET = """\
import gc as _gc
_gc.disable()
_plain = {int, str, list, dict, tuple, set, bool, float, type(None)}
def _run(_function, _args):
    global _result
    _result = _function(*_args)
    if type(_result) in _plain:
        pass
    elif hasattr(type(_result), '__next__'):
        for _ in _result:
            pass
    elif hasattr(type(_result), '__await__'):
        try:
            while True:
                _result.send(None)
        except StopIteration as _end:
            _result = _end.value
    elif hasattr(type(_result), '__anext__'):
        try:
            while True:
                try:
                    _item = _result.__anext__()
                    while True:
                        _item.send(None)
                except StopIteration:
                    pass
        except StopAsyncIteration:
            pass
def _nothing(*_):
    pass
"""
BALLAST = 1 << 17
"""Bytes that are held while memory is measured: more than compiling a step's text takes, so that the peak is the call's, also where it is small."""
_MEMORY = _QUIET.replace("_gc.disable()\n", "").replace("    global _result\n", f"    global _result\n    _ballast = bytes({BALLAST})\n")
_UNPACK = """\
import marshal as _marshal
_args = _marshal.loads(_bytes)
del _marshal, _bytes
"""
_CALL = "_run(_called, _args)"
BASELINE, LOADED_BASELINE = 4, -3
"""Where in the steps the calls of nothing stand: before the program is loaded, and after."""

SETTLING = 4
"""Calls of nothing after loading, the last of which is the baseline: while the harness's own code is being specialised each costs a few thousand more or less."""

NAMES = 300_000
"""What calling nothing may cost more once the program is loaded: every step sees all of its public names."""


def generate(sandbox: Sandbox, inputs: Inputs, sizes: Sequence[Sizes], limits: Limits) -> list[tuple[Plain | Sample, int]]:
    """For each size the arguments (a tuple), or a Sample that says why there are none, and the instructions that it took."""
    return _generated(sandbox, inputs, sizes, limits, "_arguments({}, {}, {})")


def generate_packed(sandbox: Sandbox, inputs: Inputs, sizes: Sequence[Sizes], limits: Limits) -> list[tuple[Packed | Sample, int]]:
    """As `generate`, with arguments that are only to be handed on."""
    made = _generated(sandbox, inputs, sizes, limits, "_packed(_arguments({}, {}, {}))")
    return [
        (Packed(value) if isinstance(value, bytes) else _unpacked(value, size[0]), used)
        for size, (value, used) in zip(sizes, made, strict=True)
    ]


def _unpacked(value: Plain | Sample, size: int) -> Sample:
    """What came out instead of bytes: a reason, or values of a generator that plays with the harness."""
    return value if isinstance(value, Sample) else Sample(size, None, "generator", _detail(NotPlain("")))


def _generated(sandbox: Sandbox, inputs: Inputs, sizes: Sequence[Sizes], limits: Limits, call: str) -> list[tuple[Plain | Sample, int]]:
    """All in one interpreter, each with the helpers that the first defined; where one stops it, those after it are made in another."""
    asked = [Step("eval", call.format(inputs.name, inputs.seed, ", ".join(map(str, size)))) for size in sizes]
    outcome = sandbox.run(Job({"generator.py": inputs.source}, "generator.py", [[Step("exec", ARGUMENTS), *asked]], limits))
    if isinstance(outcome, Unreadable):
        return [(Sample(size[0], None, "generator", outcome.text), 0) for size in sizes]
    if not outcome.groups:
        return [(Sample(size[0], None, "generator", _detail(outcome.load.result)), outcome.load.instructions) for size in sizes]
    ready, *made = outcome.groups[0]
    if ready is None or not isinstance(ready.result, Value):
        return [(Sample(size[0], None, "generator", _detail(ready.result if ready else None)), 0) for size in sizes]
    told = [step for step in made if step]
    shares = _parts(outcome.instructions, [step.instructions for step in told])
    found = [(_arguments(size[0], step.result), spent) for size, step, spent in zip(sizes, told, shares, strict=False)]
    rest = sizes[len(told) :]
    return [*found, *_generated(sandbox, inputs, rest, limits, call)] if rest and told else found


def _arguments(size: int, result: Result) -> Plain | Sample:
    return result.value if isinstance(result, Value) else Sample(size, None, "generator", _detail(result))


def measure(
    sandbox: Sandbox, subject: Subject, arguments: Sequence[tuple[int, Made]], limits: Limits, what: Literal["time", "memory"]
) -> list[Sample]:
    """One sample per (size, arguments): instructions, or peak bytes, of the call alone."""
    groups = [steps(subject, value, what) for _, value in arguments]
    job = Job(subject.files, subject.main, groups, limits, fresh=True, measure_memory=what == "memory")
    outcome = sandbox.run(job)
    if isinstance(outcome, Unreadable):
        return [Sample(size, None, "unreadable", outcome.text) for size, _ in arguments]
    if not outcome.groups:
        why, detail = _why(outcome.load.result), _detail(outcome.load.result)
        return [Sample(size, None, why, detail, outcome.instructions) for size, _ in arguments]
    read = _instructions if what == "time" else _bytes
    return [read(size, group, spent) for (size, _), group, spent in zip(arguments, outcome.groups, _spent(outcome), strict=True)]


def steps(subject: Subject, arguments: Made, what: str) -> list[Step]:
    """What one size's interpreter does: the last step is the call whose cost counts."""
    driver = [Step("exec", subject.driver)] if subject.driver is not None else []
    return [
        Step("exec", _QUIET if what == "time" else _MEMORY),
        Step("exec", _UNPACK, {"_bytes": arguments.data}) if isinstance(arguments, Packed) else Step("exec", "pass", {"_args": arguments}),
        Step("exec", "_called = _nothing"),
        Step("exec", _CALL),
        Step("exec", _CALL),
        Step("load"),
        *driver,
        *[Step("exec", _CALL)] * SETTLING,
        Step("exec", f"_called = {'drive' if driver else subject.entry}"),
        Step("exec", _CALL),
    ]


def _instructions(size: int, group: Group, spent: int) -> Sample:
    if failed := _failure(size, group, spent):
        return failed
    clean, loaded, last = (_told(group[position]).instructions for position in (BASELINE, LOADED_BASELINE, -1))
    setup = sum(_told(step).instructions for step in group[BASELINE + 1 : -1])
    return Sample(size, last - min(loaded, clean + NAMES), spent=spent, setup=setup)


def usual_setup(samples: Sequence[Sample]) -> tuple[int, int]:
    """What setting up took at the cheapest size, and what it may take at another for no reason."""
    usual = min((sample.setup for sample in samples if sample.cost is not None), default=0)
    return usual, usual + min(SAME_SETUP + int(SAME_SHARE * usual), MOST_SETUP)


def uneven(samples: Sequence[Sample]) -> bool:
    """Whether the set-up of one took more than it may for no reason: then the costs alone do not tell the class."""
    _, alike = usual_setup(samples)
    return any(sample.setup > alike for sample in samples if sample.cost is not None)


def charged(samples: Sequence[Sample]) -> list[Sample]:
    """The samples; if the set-up of one surely held work, each has what its own cost beyond the cheapest's added to its cost."""
    usual, alike = usual_setup(samples)
    sure = max(alike, usual + int(SURE_SETUP * usual))
    if all(sample.setup <= sure for sample in samples if sample.cost is not None):
        return list(samples)
    return [sample if sample.cost is None else replace(sample, cost=sample.cost + sample.setup - usual) for sample in samples]


def _told(step: StepOutcome | None) -> StepOutcome:
    assert step is not None
    return step


def _bytes(size: int, group: Group, spent: int) -> Sample:
    """Peak bytes, above those of calling nothing in the same interpreter: see `BALLAST`."""
    if failed := _failure(size, group, spent):
        return failed
    peak, floor = (_told(step).peak_bytes or 0 for step in (group[-1], group[BASELINE]))
    return Sample(size, max(peak - floor, 0), spent=spent)


def _spent(outcome: JobOutcome) -> list[int]:
    """What each group took of all the job's instructions: encoding and decoding are in no step."""
    return _parts(outcome.instructions, [sum(step.instructions for step in group if step) for group in outcome.groups])


def _parts(whole: int, known: Sequence[int]) -> list[int]:
    """What each took of the whole, by the part that it has of what is known."""
    return [whole * own // max(1, sum(known)) for own in known]


def _failure(size: int, group: Group, spent: int) -> Sample | None:
    failed = next((step.result for step in group if step and not isinstance(step.result, Value)), None)
    if failed is None and group[-1] is not None:
        return None
    return Sample(size, None, _why(failed), _detail(failed), spent)


def _why(result: Result | None) -> str:
    return result.why.value if isinstance(result, Stopped) else "exception"


def _detail(result: Result | None) -> str:
    match result:
        case Raised(type=kind, text=text):
            return f"{kind.removeprefix('builtins.')}: {text}"[:300]
        case Stopped(why=why, detail=detail):
            return f"{why.value} {detail}".strip()[:300]
        case None:
            return ""
    return "no plain data"
