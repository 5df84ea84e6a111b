"""Typed data that anyone can check: what a finding rests on.

Each type has one renderer in the terminal and one in the page. To add a type: one dataclass here, listed in `Evidence`; a test names the
renderers that are missing. Stored evidence carries VERSION; a changed shape raises it and brings a migration in `records`.
"""

from dataclasses import dataclass
from typing import Literal

from sparring.core.speech import Moment
from sparring.core.text import Message, Param, Saying, Text

VERSION = 1


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case that was run. `status` is a `Status` value; texts are Python source or reprs, bounded.

    `input` is what was done up to the deciding step, `why` the reason the case exists, `trace` one `file:line in function` per frame,
    `leaked` whether the case passes when it runs alone (something survived from an earlier case), `raised_nothing` whether an exception was
    expected and none came (`got` is what was returned instead, '' where a statement returns nothing), `remark` what the exercise's own
    checker says of the result.
    """

    name: str
    status: str
    input: str
    expected: str
    got: str
    why: Text | None = None
    output: str = ""
    trace: tuple[str, ...] = ()
    instructions: int = 0
    leaked: bool = False
    raised_nothing: bool = False
    remark: Message | Text | None = None


@dataclass(frozen=True, slots=True)
class Cases:
    """All the cases of a submission, in order."""

    rows: tuple[CaseRow, ...]

    @property
    def passed(self) -> int:
        """How many passed."""
        return sum(row.status == "passed" for row in self.rows)


@dataclass(frozen=True, slots=True)
class CostCurve:
    """What the answer cost as the input grew, beside the reference. `unit` is `instructions` or `bytes`.

    `measured`, `declared` and `claimed` are growth classes (`n log n`, `undecided`, '' where there is none).
    """

    unit: str
    sizes: tuple[int, ...]
    costs: tuple[int, ...]
    reference: tuple[int, ...]
    measured: str
    declared: str
    claimed: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of a text, in characters: `start` inclusive, `end` exclusive."""

    start: int
    end: int
    note: Saying | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with the stretches that a finding speaks of. No span: nothing in the text was found; `sought` says what was looked for."""

    text: str
    spans: tuple[Span, ...] = ()
    sought: Text | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip of language: characters `start` to `end` of `text`, what should stand there (the best first), why, and one right example."""

    text: str
    start: int
    end: int
    replacements: tuple[str, ...]
    why: Saying | None = None
    example: str = ""

    @property
    def marked(self) -> str:
        """The words that are marked."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A stretch of a told story and which part of it that is (`situation`, `task`, `action`, `result`, `reflection`, '' for none of them)."""

    start: int
    end: int
    part: str


@dataclass(frozen=True, slots=True)
class Outline:
    """How a story is built: its sentences in order, each with its part; `missing` are the parts that no sentence is."""

    text: str
    rows: tuple[OutlineRow, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """What a program prints beside what was predicted; `differs` is the first differing line (1-based), 0 if none.

    `source` is the program, `deciding_line` the line where it is decided, the `time`-th time that it runs. `asks`: what was predicted (`output`, `exception`,
    `identity`, `names`, `order`), `engine` where it was run. `whole`: `expected` is all that it prints; else it ends before the first
    differing line, so that the candidate can think again.
    """

    source: str
    expected: str
    got: str
    differs: int
    deciding_line: int
    whole: bool = False
    asks: str = "output"
    time: int = 1
    engine: str = "exact"


@dataclass(frozen=True, slots=True)
class Shown:
    """A few lines that were to show a claim. `task` is what they were to show; `source` '' means that it is only offered.

    `output` is what they printed, `trouble` what stopped them or the check ('' if nothing did) at line `line` (0: no line of theirs).
    """

    task: Text
    source: str = ""
    output: str = ""
    trouble: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: 1-based line and column (0: none), what is to be said of it as its reader put it, and what stands there."""

    file: str
    line: int
    column: int
    what: str
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """Places in several files; `more` were found beside them."""

    rows: tuple[Place, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Logged:
    """What the program's own log counted (`hints`, `runs`, `submissions`, `seconds`)."""

    counts: dict[str, Param]


@dataclass(frozen=True, slots=True)
class Fault:
    """A failure of ours, for whoever repairs it."""

    what: str


@dataclass(frozen=True, slots=True)
class ScheduleBar:
    """A task on somebody's row. Days count working days from 1, with fractions; `marked`: the finding speaks of it."""

    task: Text
    person: str
    begin: float
    end: float
    hours: int
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan as it was handed in. `days`: its length, `best` the shortest length there is, `due` the days until the deadline (0: none)."""

    bars: tuple[ScheduleBar, ...]
    days: float
    best: float = 0.0
    due: float = 0.0
    remedy: Text | None = None


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A person's planned hours, and the hours that they have until the plan's end."""

    person: str
    hours: int
    has: int


@dataclass(frozen=True, slots=True)
class Workload:
    """How the work is shared out."""

    rows: tuple[WorkRow, ...]


@dataclass(frozen=True, slots=True)
class EndRisk:
    """When the work will be done, simulated: within `days[i]` in the share `shares[i]` of the runs. `chance`: to be done in `due` days (0: no deadline).

    `drivers` are the tasks that decide it most.
    """

    shares: tuple[float, ...]
    days: tuple[float, ...]
    due: float
    chance: float
    drivers: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfiledLine:
    """A line of a program: how often it ran, its own cost, its cost with the program's functions that it called, and the bytes in blocks that it held at the peak."""

    line: int
    source: str
    hits: int
    own: int
    total: int
    bytes: int = 0
    blocks: int = 0


@dataclass(frozen=True, slots=True)
class ProfiledFunction:
    """A function, as cProfile tells of it: `place` is `file:line`, '' for functions written in C; `primitive`: calls that did not come from itself."""

    name: str
    place: str
    calls: int
    primitive: int
    own: int
    total: int


@dataclass(frozen=True, slots=True)
class CostProfile:
    """Where one call's cost went. `unit`: `instructions` or `nanoseconds`; `cost`: of the call when nobody looks, `accounted` the share of it that watching found.

    `peak`: the most bytes that were held, above what there was before, while `peak_line` ran (0: outside the program's lines).
    """

    unit: str
    size: int
    cost: int
    accounted: float
    lines: tuple[ProfiledLine, ...]
    functions: tuple[ProfiledFunction, ...]
    peak: int
    peak_line: int


@dataclass(frozen=True, slots=True)
class Change:
    """An edit as a diff. `lines` begin with ' ', '+' or '-' as in a unified diff, '@' where lines are left out.

    `added`, `removed`: lines of code, empty ones and comments left aside; `usual`: how many lines of code a good edit touches (0: nobody says).
    """

    file: str
    lines: tuple[str, ...]
    added: int
    removed: int
    usual: int = 0


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A figure of the structure (`cognitive`, `nesting`, `longest`, `repeated`) before and after; `aim` is what a good solution has."""

    name: str
    before: int
    after: int
    aim: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a figure comes from: its line, its function ('' where it is in none), and where a repetition stood first (`first`, else 0)."""

    line: int
    function: str
    measure: str
    value: int
    first: int = 0


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """How code is built, before and after, with the places."""

    rows: tuple[MeasureRow, ...]
    before: tuple[Spot, ...]
    after: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two programs on the same inputs: how many, how many of them ended in an exception, and how many did what was declared to change.

    `examples` are some that agree; `expected` is what both did.
    """

    inputs: int
    raised: int
    declared: int
    examples: tuple[CaseRow, ...]


@dataclass(frozen=True, slots=True)
class CostRow:
    """What one solution cost on the same input. `own`: the candidate's. `why`: a `Status` where there is no cost (instructions 0). `loading`: those of the instructions that are
    loading's, as far as it does more than the cheapest one: a table made beforehand.
    """

    who: Saying
    instructions: int
    peak_bytes: int | None = None
    own: bool = False
    why: str = ""
    loading: int = 0


@dataclass(frozen=True, slots=True)
class CostTable:
    """Solutions side by side on one input of size `size`."""

    size: int
    rows: tuple[CostRow, ...]


@dataclass(frozen=True, slots=True)
class MutantRow:
    """A wrong version that every test let pass: its diff, the changed line, the tests that run that line (none: nothing reaches it).

    `story` tells the bug that people really make, None for a generated one.
    """

    diff: str
    line: int
    tests: tuple[str, ...] = ()
    story: Text | None = None


@dataclass(frozen=True, slots=True)
class Mutants:
    """What a test suite did with wrong versions of a module. `timeouts`: killed because they did not end; `in_words`: no test ran, its cases were only told."""

    total: int
    killed: int
    timeouts: int
    survived: tuple[MutantRow, ...]
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class FailedTest:
    """A test that did not pass where it should have: what it said, and on which right implementation (None: there is only one)."""

    test: str
    text: str
    implementation: Text | None = None


@dataclass(frozen=True, slots=True)
class FailedTests:
    """Tests that did not pass where they should have."""

    rows: tuple[FailedTest, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A figure of how something was told. `measure`: `pace`, `pauses`, `silence`, …; `unit`: `words-a-minute`, `seconds`, `per-100-words`, `words`, `count`, `decibels`.

    `low`, `high`: the usual range (None: open on that side; both None: there is none), `source` who measured it. `estimate`: it rests on recognised
    words, which may be wrong. `moments` are the stretches that it speaks of in a take of `seconds`; `recording` is its key ('' where none was kept).
    """

    measure: str
    value: float
    unit: str
    low: float | None = None
    high: float | None = None
    source: str = ""
    estimate: bool = False
    seconds: float = 0.0
    moments: tuple[Moment, ...] = ()
    recording: str = ""


RunPhase = Literal["red", "stray", "green", "ahead", "unseen", "refactor", "tidy", "left"]
"""What a recorded run was: red for the right reason; red for another; the smallest green; green with more than was asked; green that no red came before; structure
changed under green; tests changed under green; a requirement left as it is.
"""


@dataclass(frozen=True, slots=True)
class RunRow:
    """One recorded run: the requirement that it belongs to (from 1), how many tests ran and failed, one sentence, and what was changed since the run before.

    `seconds`: since the first run, -1 where nobody recorded it. `changed`: `tests`, `code`, `both`, '' for neither. `diff`: bounded, lines as in `Change`.
    """

    number: int
    seconds: int
    requirement: int
    phase: RunPhase
    tests: int
    failed: int
    changed: str
    note: Saying
    diff: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunTimeline:
    """How an answer came about, run by run. `requirements`: those that appeared, in order. `recorded`: by the program itself; else a file told it."""

    rows: tuple[RunRow, ...]
    requirements: tuple[Text, ...]
    recorded: bool = True


Evidence = (
    Mutants
    | Delivery
    | RunTimeline
    | FailedTests
    | Change
    | BeforeAfter
    | Compared
    | CostTable
    | Schedule
    | Workload
    | EndRisk
    | Cases
    | CostCurve
    | CostProfile
    | Passage
    | Correction
    | Outline
    | Printed
    | Shown
    | Place
    | Places
    | Logged
    | Fault
)
