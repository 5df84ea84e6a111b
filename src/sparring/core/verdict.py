"""What the program says about an answer: an outcome, a score, and findings that each carry evidence."""

from dataclasses import dataclass, replace
from enum import StrEnum

from sparring.core.evidence import Evidence, Passage
from sparring.core.text import Saying


class Outcome(StrEnum):
    """`UNREADABLE`: ask again, don't count it. `UNGRADED`: our failure, never counts."""

    CORRECT = "correct"
    PARTIAL = "partial"
    INCORRECT = "incorrect"
    UNREADABLE = "unreadable"
    UNGRADED = "ungraded"


class Status(StrEnum):
    """What stopped a submission, or that nothing did. The set is closed."""

    PASSED = "passed"
    WRONG_ANSWER = "wrong-answer"
    EXCEPTION = "exception"
    TIME_LIMIT = "time-limit"
    MEMORY_LIMIT = "memory-limit"
    OUTPUT_LIMIT = "output-limit"
    FORBIDDEN = "forbidden"
    UNREADABLE = "unreadable"
    INTERNAL = "internal"


class Dimension(StrEnum):
    """The scorecard's dimensions (`docs/rubric.md`)."""

    UNDERSTANDING = "understanding"
    PROBLEM_SOLVING = "problem-solving"
    CODE = "code"
    TESTING = "testing"
    EFFICIENCY = "efficiency"
    PYTHON_DEPTH = "python-depth"
    WEB_DATA_ML = "web-data-ml"
    DESIGN = "design"
    PLANNING = "planning"
    EXPLAINING = "explaining"
    ENGLISH = "english"
    EXPERIENCE = "experience"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was observed, with the evidence for it.

    `ok` is None where something was observed that is neither right nor wrong. `level` (1..4, `docs/rubric.md`) is what this
    finding supports for `dimension`; None where the observation says something but proves no level (free text never does).
    """

    criterion: str
    ok: bool | None
    message: Saying
    evidence: Evidence
    dimension: Dimension | None = None
    level: int | None = None

    @property
    def markable(self) -> bool:
        """Whether the candidate's own word may stand beside it: it was looked for in written words, nothing was measured."""
        return isinstance(self.evidence, Passage) and (self.evidence.sought is not None or self.criterion.startswith("misconception:"))

    @property
    def missed(self) -> bool:
        """Whether what it speaks of is missing: found wrong, or looked for in words and not recognised."""
        return self.ok is False or (self.ok is None and self.markable)


OPEN = 0.02
"""A partial score below it: nothing was recognised, or next to nothing, and nothing is wrong."""


def is_open(outcome: str, score: float) -> bool:
    """Whether an answer on the matter was not understood: it is not "partly right", and says nothing of who gave it."""
    return outcome == Outcome.PARTIAL and score < OPEN


def called(outcome: str, score: float) -> str:
    """What an outcome is called, wherever it is: nothing recognised and nothing wrong is "open", not "partly right"."""
    return "open" if is_open(outcome, score) else str(outcome)


@dataclass(frozen=True, slots=True)
class Cost:
    """What running the answer cost: WebAssembly instructions of the exact engine, peak bytes allocated (None: not measured)."""

    instructions: int
    peak_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one answer. `score` is 0..1; `passed` says whether the exercise counts as done."""

    outcome: Outcome
    status: Status
    score: float
    passed: bool
    findings: tuple[Finding, ...]
    summary: Saying
    engine: str | None = None
    cost: Cost | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            raise ValueError(f"score {self.score} is outside 0..1")
        if self.passed and self.outcome not in (Outcome.CORRECT, Outcome.PARTIAL):
            raise ValueError(f"a verdict that is {self.outcome} cannot have passed")
        if (self.outcome is Outcome.UNGRADED) != (self.status is Status.INTERNAL):
            raise ValueError("'ungraded' and 'internal' go together: our failure is nobody's score")

    @property
    def counts(self) -> bool:
        """Whether the verdict says anything about the candidate."""
        return self.outcome not in (Outcome.UNREADABLE, Outcome.UNGRADED)

    @property
    def word(self) -> str:
        """What the outcome is called (`called`)."""
        return called(self.outcome, self.score)


def partly(verdict: Verdict) -> Verdict:
    """The verdict, never taken for an open one where something in it is right: hints can cost all of a score."""
    right = verdict.outcome is Outcome.PARTIAL and any(finding.ok for finding in verdict.findings)
    return replace(verdict, score=OPEN) if right and verdict.score < OPEN else verdict


EXIT_CODES: dict[Outcome, int] = {
    Outcome.CORRECT: 0,
    Outcome.PARTIAL: 1,
    Outcome.INCORRECT: 1,
    Outcome.UNREADABLE: 1,
    Outcome.UNGRADED: 3,
}


def exit_code(verdict: Verdict) -> int:
    """The process exit code of a verdict: 0 passed, 1 not passed, 3 our failure (2 is wrong usage, said elsewhere)."""
    return 0 if verdict.passed else EXIT_CODES[verdict.outcome]


def unreadable(findings: tuple[Finding, ...], summary: Saying, engine: str | None = None) -> Verdict:
    """The verdict of an answer that could not be read: ask again, it does not count."""
    return Verdict(Outcome.UNREADABLE, Status.UNREADABLE, 0.0, False, findings, summary, engine)


def ungraded(findings: tuple[Finding, ...], summary: Saying, engine: str | None = None) -> Verdict:
    """The verdict when we could not judge: our failure, it never counts."""
    return Verdict(Outcome.UNGRADED, Status.INTERNAL, 0.0, False, findings, summary, engine)
