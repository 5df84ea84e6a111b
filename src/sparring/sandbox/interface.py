"""What every engine offers, and the only thing that the judge knows of it.

Theory of operation. A *job* is an untrusted program and the groups of steps to drive it with. Within a group the steps share
a namespace; groups share the module (its global state lives on between them) unless `fresh` asks for a new interpreter per
group. Steps go in one at a time: a step's text is not inside the interpreter before its turn has come. What comes out of a
step is plain data, an exception's description, or the name of what stopped it. Nothing here compares anything: expected values
never reach an engine.

After a step that stops the interpreter (a limit, a crash, an exhausted stack) the rest of that group is `None` (not run) and the next group goes on
in a new interpreter, into which the program is loaded again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol

from sparring.core.plain import Plain


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may use.

    `instructions`: WebAssembly instructions (fuel) for everything in all interpreters of the job; `step_instructions`: for any single step (or the
    loading); `memory_bytes`: linear memory of each interpreter; `output_bytes`: printed bytes before the program is stopped, of which
    the first `kept_output_bytes` are kept; `result_bytes`: size of one encoded result; `virtual_seconds`: how far the virtual clock may move
    through `sleep`. The native engine counts seconds instead of instructions: `cpu_seconds` of all threads together and `wall_seconds`, for
    loading plus all steps.
    """

    instructions: int = 20_000_000_000
    step_instructions: int = 4_000_000_000
    memory_bytes: int = 256 << 20
    output_bytes: int = 32 << 20
    kept_output_bytes: int = 64 << 10
    result_bytes: int = 4 << 20
    virtual_seconds: float = 600.0
    cpu_seconds: float = 10.0
    wall_seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do inside: `exec` a statement, `eval` an expression and hand its value out as plain data, or `load` the program (see `Job.late`).

    `bind`: put this plain data under that name into the group's namespace first (how inputs get in). `call`: of an `eval` whose source is a call with
    literals only, the name (`f`, `x.f`) and the tuple of the arguments as the text of `core.plain`: an engine may take these and compile nothing.
    """

    mode: Literal["exec", "eval", "load"]
    source: str = ""
    bind: Mapping[str, Plain] = field(default_factory=dict)
    call: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """An untrusted program and the groups of steps to drive it with.

    `files` by name (`solution.py`, …), all importable; `main` is executed first, as the module of its stem, and its public names are visible to
    the steps. `main` None: no program, steps only. `as_script`: run `main` with `__name__ == "__main__"` and no steps.
    `measure_memory`: trace allocations (a third more instructions: never mix such counts with others). `gate`: when the first group is stopped, no other is run.
    `printing_ends`: once a program was stopped for what it printed, no later group is run (its steps are `None`): it would print as much in each.

    A step `load` in every group makes the job `late`: each group has a new interpreter, and what stands before that step runs in it before any line of the
    program does, so that nothing of the program can disturb it. The job's own `load` then says nothing.
    """

    files: Mapping[str, str]
    main: str | None = "solution.py"
    groups: Sequence[Sequence[Step]] = ()
    limits: Limits = Limits()
    fresh: bool = False
    as_script: bool = False
    measure_memory: bool = False
    gate: bool = False
    printing_ends: bool = False

    @property
    def late(self) -> bool:
        """Whether the groups' own steps load the program."""
        return any(step.mode == "load" for group in self.groups for step in group)


PRINTED = "printed too much"
"""The detail of a stop for what was printed; a result that is too large has another."""


class Stop(StrEnum):
    """What stopped an interpreter from outside the program's own control."""

    TIME = "time-limit"
    MEMORY = "memory-limit"
    OUTPUT = "output-limit"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of a traceback: only frames of the candidate's files are told."""

    file: str
    line: int
    function: str


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception that came out: its type's qualified name, those of all its bases (`builtins.KeyError`, `builtins.LookupError`, …,
    itself first), its text (bounded), and where it came from, outermost frame first.
    """

    type: str
    bases: tuple[str, ...]
    text: str
    frames: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """Plain data that came out of an `eval`; `exec` gives None."""

    value: Plain


@dataclass(frozen=True, slots=True)
class NotPlain:
    """A result that is no plain data: its type's name (`solution.Node`, `builtins.generator`)."""

    type: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """The interpreter was stopped, and why; `detail` for people who debug (`stack exhausted`, `proc_exit`)."""

    why: Stop
    detail: str = ""


Result = Value | NotPlain | Raised | Stopped


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """What a step did: its result, what it printed (bounded), the instructions it took, the peak of allocated bytes if measured.

    `instructions`: of the step itself, with compiling its source (some 200,000; a `call` reads its arguments instead), without binding inputs and without encoding the result
    (a `call` encodes a short one).
    `peak_bytes`: above what was allocated when the step began. `cpu_seconds`: of all threads, by the kernel's clock; None from engines that count
    instructions (those that don't give 0 instructions).
    """

    result: Result
    output: str
    instructions: int
    peak_bytes: int | None = None
    cpu_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """What a job did.

    `load`: the outcome of executing `main` (its first interpreter); when it is not a Value no step was run and `groups` is empty.
    `groups`: for each group an outcome per step, None for steps that were not reached. `instructions`: all of it,
    binding and encoding included.
    `engine`: the engine id that counts are comparable within.
    """

    engine: str
    load: StepOutcome
    groups: tuple[tuple[StepOutcome | None, ...], ...]
    instructions: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The program could not even be compiled (syntax, encoding, NUL bytes): where and why."""

    file: str
    line: int
    column: int
    text: str


class Sandbox(Protocol):
    """Runs untrusted programs under limits. Raises `sparring.core.problem.JudgeError` when *we* fail, never for what a program does."""

    @property
    def engine_id(self) -> str:
        """The id within which instruction counts are comparable."""
        ...

    def run(self, job: Job) -> JobOutcome | Unreadable:
        """Run the job to its end. Safe to call from several threads."""
        ...

    def close(self) -> None:
        """Stop the workers; later calls raise JudgeError."""
        ...
