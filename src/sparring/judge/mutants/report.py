"""What is known of a suite after it ran on all variants."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sparring.core.verdict import Status
from sparring.judge.mutants.decoys import is_alike
from sparring.judge.mutants.generate import Mutant

TroubleKind = Literal[
    "unreadable",
    "no-tests",
    "all-skipped",
    "too-many",
    "red",
    "missing",
    "not-imported",
    "time-limit",
    "memory-limit",
    "output-limit",
    "exits",
    "patched",
    "forged",
    "crash",
]


_STATUS: dict[TroubleKind, Status] = {
    "unreadable": Status.UNREADABLE,
    "time-limit": Status.TIME_LIMIT,
    "memory-limit": Status.MEMORY_LIMIT,
    "output-limit": Status.OUTPUT_LIMIT,
    "exits": Status.FORBIDDEN,
    "patched": Status.FORBIDDEN,
    "forged": Status.FORBIDDEN,
    "crash": Status.EXCEPTION,
    "missing": Status.EXCEPTION,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """The module under test: its file below the root that the suite imports from (`shop/cart.py` is imported as `shop.cart`), its text, the files beside it."""

    file: str
    source: str
    beside: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """A test that did not pass, and why (bounded, from the candidate: show it, never trust it). `implementation`: on which right one, '' for the module itself."""

    test: str
    text: str
    implementation: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing can be said of the suite: `detail` is a test, a module or a line of text; `tests` what failed on the module as it is; `line` of the file `detail`."""

    kind: TroubleKind
    detail: str = ""
    tests: tuple[Failure, ...] = ()
    line: int = 0

    @property
    def status(self) -> Status:
        """Its name among the closed ones."""
        return _STATUS.get(self.kind, Status.WRONG_ANSWER)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the suite did with one mutant. `by`: the test that killed it, `said`: with what words; `tests`: those that run its lines; `ended`: `looped`, or what limit
    ended it.
    """

    mutant: Mutant
    killed: bool
    by: str = ""
    tests: tuple[str, ...] = ()
    ended: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A suite on all variants.

    `tests`: those that ran on the module, in order; `trouble`: why there is nothing else. `wrong`: tests that reject a right implementation; `flaky`: tests or
    mutants whose outcome changed from run to run; `ordered`: tests that pass only after others; `unjudged`: how many mutants there was no room for;
    `remembers`: those of the `flaky` ones that noticed a mutant only because they had met another version before it.
    """

    engine: str
    tests: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()
    trouble: Trouble | None = None
    wrong: tuple[Failure, ...] = ()
    flaky: tuple[str, ...] = ()
    ordered: tuple[str, ...] = ()
    unjudged: int = 0
    instructions: int = 0
    skipped: tuple[str, ...] = ()
    remembers: tuple[str, ...] = ()

    @property
    def killed(self) -> tuple[Judged, ...]:
        """The mutants that a test failed on."""
        return tuple(each for each in self.judged if each.killed)

    @property
    def survived(self) -> tuple[Judged, ...]:
        """The mutants that every test passed on."""
        return tuple(each for each in self.judged if not each.killed)

    @property
    def reads_text(self) -> bool:
        """Whether it refuses what differs from the module in its text alone: it looks at that, not at what the module does."""
        return not self.flaky and any(is_alike(each.implementation) for each in self.wrong)

    @property
    def timeouts(self) -> int:
        """How many mutants were killed because they did not end."""
        return sum(each.ended in ("looped", "time-limit") for each in self.judged)
