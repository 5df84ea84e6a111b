"""What a program does with an input, and whether another does the same.

A float may differ in its last digits: `sum` and a loop do not round alike. The words of an exception count only where the original raises that type itself: what
Python says of a `TypeError` changes with how a line is written. An iterator is run to its end, and is no list.
"""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sparring.core.plain import Approx, Plain, same
from sparring.core.verdict import Status
from sparring.judge.cases import show, status_of
from sparring.judge.outside import protected
from sparring.sandbox.interface import Job, Limits, NotPlain, Raised, Result, Sandbox, Step, StepOutcome, Stop, Stopped, Unreadable, Value

REL, ABS = 1e-9, 1e-12
_CALL = """\
_result = None
_given = {entry}(*_args)
_result = ('an iterator over', list(_given)) if hasattr(type(_given), '__next__') else _given
"""


@dataclass(frozen=True, slots=True)
class Program:
    """A program and what is called in it; with `driver` (source of `def drive(*args)`, which sees its public names) that is called instead."""

    files: Mapping[str, str]
    entry: str
    main: str = "solution.py"
    driver: str | None = None


@dataclass(frozen=True, slots=True)
class Did:
    """What happened: the result (a value, no plain data, an exception, a stop), the arguments afterwards, what was printed."""

    result: Result
    arguments: Plain
    output: str

    @property
    def kind(self) -> str:
        """`value`, or the type of the exception, or why it was stopped."""
        match self.result:
            case Raised(type=name):
                return name
            case Stopped(why=why):
                return why.value
        return "value"


def run_on(
    sandbox: Sandbox, program: Program, given: Sequence[tuple[Plain, ...]], limits: Limits
) -> list[Did] | Unreadable | Raised | Stopped:
    """What the program does with each of the inputs, in one interpreter; what is wrong with it where it cannot even be loaded."""
    call = Step("exec", protected(_CALL.format(entry="drive" if program.driver else program.entry), frozenset({program.entry})))
    before = [Step("exec", program.driver)] if program.driver else []
    groups = [[*before, replace(call, bind={"_args": arguments}), Step("eval", "(_result, _args)")] for arguments in given]
    outcome = sandbox.run(Job(program.files, program.main, groups, limits))
    if isinstance(outcome, Unreadable):
        return outcome
    if isinstance(outcome.load.result, Raised | Stopped):
        return outcome.load.result
    return [_did(group[len(before) :]) for group in outcome.groups]


def _did(group: Sequence[StepOutcome | None]) -> Did:
    """What one input did; of a value that is no plain data only the type is known, and not what became of the arguments."""
    called, looked = group
    if called is None:
        return Did(Stopped(Stop.TIME, "not reached"), None, "")
    both = looked.result if looked else None
    value, arguments = both.value if isinstance(both, Value) and isinstance(both.value, tuple) else (None, None)
    if not isinstance(called.result, Value):
        return Did(called.result, arguments, called.output)
    return Did(Value(value) if both is None or isinstance(both, Value) else both, arguments, called.output)


def raised_by(source: str) -> frozenset[str]:
    """The names of the exceptions that a source raises itself, by `raise Name(…)`."""
    raises = (node.exc for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Raise))
    called = (exc.func if isinstance(exc, ast.Call) else exc for exc in raises)
    return frozenset(name.id for name in called if isinstance(name, ast.Name))


def differs(wanted: Did, got: Did, own: frozenset[str] = frozenset()) -> str:
    """In what `got` differs from `wanted`: `exception`, `value`, `arguments` or `output`; '' if in nothing. `own`: see `raised_by`."""
    if wanted.kind != got.kind:
        return "exception"
    match wanted.result, got.result:
        case Raised(text=one, type=name), Raised(text=other) if name.rpartition(".")[2] in own and one != other:
            return "exception"
        case Value(value=one_value), Value(value=other_value) if not same(_rounded(one_value), other_value):
            return "value"
        case (Value(), NotPlain()) | (NotPlain(), Value()):
            return "value"
        case NotPlain(type=one), NotPlain(type=other) if one != other:
            return "value"
    if not same(_rounded(wanted.arguments), got.arguments):
        return "arguments"
    return "output" if wanted.output != got.output else ""


def _rounded(value: Plain) -> object:
    """The value with every float as an Approx."""
    match value:
        case float():
            return Approx(value, REL, ABS) if value == value and abs(value) != float("inf") else value
        case list() | tuple():
            return type(value)([_rounded(item) for item in value])  # type: ignore[misc]
        case dict():
            return {key: _rounded(item) for key, item in value.items()}
    return value


def told(did: Did, aspect: str) -> str:
    """What happened, in the aspect that differs."""
    if aspect == "output":
        return did.output or "''"
    if aspect == "arguments":
        return show(did.arguments)
    match did.result:
        case Value(value=value):
            return show(value)
        case NotPlain(type=name):
            return f"<{name}>"
        case Raised(type=name, text=text):
            return f"{name.removeprefix('builtins.').removeprefix('solution.')}: {text}".rstrip(": ")
        case Stopped(why=why):
            return why.value


def status(did: Did) -> Status:
    """The status of an outcome that is not as it should be."""
    return status_of(did.result)
