"""From the rounds of an interview to a level per dimension, each with the findings that it rests on.

A dimension's level is the mean of the levels that its findings support, halves rounded down; a dimension whose findings support none (free text earns
coverage, no level) is observed without a level; a dimension without findings was not observed, which is its own value and never a 1. There is no
total.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sparring.core.evidence import Logged, Passage, Shown
from sparring.core.marks import Coverage, coverage, says_said
from sparring.core.text import Message, Saying, Text
from sparring.core.verdict import Dimension, Finding, Outcome, Verdict
from sparring.report.advice import NextAction, advice

Left = Literal["", "unknown", "unread", "ungraded", "given-up"]
"""How a round that was opened ended without a verdict that counts: "I don't know", nothing that can be read, our own failure, nothing handed in."""


@dataclass(frozen=True, slots=True)
class FollowUpReply:
    """A follow-up as it was asked, and the reply."""

    text: Text
    reply: str


@dataclass(frozen=True, slots=True)
class PlayedRound:
    """What is known of a round: the exercise, the last verdict that counts (None: `left` says why; '' there: it was never opened), and what the log counted."""

    exercise: str
    title: Text
    kind: str
    minutes: int
    seconds: float
    verdict: Verdict | None
    attempt: str | None
    hints: int = 0
    runs: int = 0
    submissions: int = 0
    skipped: bool = False
    left: Left = ""
    follow_ups: tuple[FollowUpReply, ...] = ()
    marks: Mapping[int, str] = field(default_factory=dict)

    @property
    def own(self) -> Coverage | None:
        """The machine's count of the points beside the candidate's; None where they have marked nothing."""
        return coverage(self.verdict.findings, self.marks) if self.verdict and self.marks else None

    @property
    def ended(self) -> str:
        """The id of the words for how it ended."""
        if self.verdict is not None:
            return f"outcome.{self.verdict.word}"
        return f"report.left-{self.left}" if self.left else "report.not-played"


@dataclass(frozen=True, slots=True)
class Line:
    """A finding on the scorecard, and where its evidence lies: `attempt` and the finding's number in it (-1: the program's log).

    `mark` is the last word of whoever marked it (one of `core.marks.VALUES`, '' if nobody did): shown beside the finding, never changing it.
    """

    finding: Finding
    exercise: str
    title: Text
    attempt: str | None
    number: int
    mark: str = ""

    @property
    def told(self) -> Saying:
        """The finding's sentence; where it asks the candidate something that is answered beside the verdict, what is to be said here."""
        evidence = self.finding.evidence
        unheard = self.finding.ok is None and isinstance(evidence, Passage) and evidence.sought is not None and not evidence.spans
        return Message("report.unheard") if unheard else self.finding.message


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """A dimension that was observed. `level` 1..4, None where nothing observed supports a level."""

    dimension: Dimension
    level: int | None
    lines: tuple[Line, ...]

    @property
    def deciding(self) -> tuple[int, ...]:
        """The levels that the findings support, in their order: `level` is their mean, halves down."""
        return tuple(line.finding.level for line in self.lines if line.finding.level is not None)


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A moment of the interview, in seconds on its clock; `seq` is the number of the event that tells it (-1: of none)."""

    seconds: float
    what: str
    round: int
    seq: int = -1


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What an interview showed."""

    interview: str
    title: Text
    seconds: float
    rounds: tuple[PlayedRound, ...]
    dimensions: tuple[DimensionScore, ...]
    not_observed: tuple[Dimension, ...]
    next_action: NextAction | None
    timeline: tuple[TimelineMark, ...] = ()
    notes: tuple[str, ...] = ()
    finished: bool = True


def scorecard(
    interview: str,
    title: Text,
    seconds: float,
    rounds: Sequence[PlayedRound],
    timeline: Sequence[TimelineMark] = (),
    notes: Sequence[str] = (),
    *,
    finished: bool = True,
) -> Scorecard:
    """The scorecard of an interview."""
    lines = [line for part in rounds for line in _lines(part)]
    dimensions = tuple(score for dimension in Dimension if (score := _score(dimension, lines)))
    seen = {score.dimension for score in dimensions}
    missing = tuple(dimension for dimension in Dimension if dimension not in seen)
    action = _next_action(dimensions, rounds)
    return Scorecard(interview, title, seconds, tuple(rounds), dimensions, missing, action, tuple(timeline), tuple(notes), finished)


def _lines(part: PlayedRound) -> list[Line]:
    if part.verdict is None or not part.verdict.counts:
        return []
    numbered = enumerate(part.verdict.findings)
    found = [Line(f, part.exercise, part.title, part.attempt, n, part.marks.get(n, "")) for n, f in numbered if f.dimension]
    process = _solving(part)
    return found + ([Line(process, part.exercise, part.title, part.attempt, -1)] if process else [])


def _solving(part: PlayedRound) -> Finding | None:
    """How the solution came about, from the program's log: only where code was judged."""
    verdict = part.verdict
    if verdict is None or not any(finding.dimension is Dimension.CODE for finding in verdict.findings):
        return None
    counts: dict[str, str | int | float | bool] = {
        "hints": part.hints,
        "runs": part.runs,
        "submissions": part.submissions,
        "seconds": round(part.seconds),
        "minutes": part.minutes,
    }
    level, name = _solved(part, verdict)
    message = Message(f"report.{name}", {"submissions": part.submissions, "count": part.hints})
    return Finding("solving", verdict.passed, message, Logged(counts), Dimension.PROBLEM_SOLVING, level)


def _solved(part: PlayedRound, verdict: Verdict) -> tuple[int, str]:
    """The level of a round of code and what to say: right in every case and yet too dear is a brute force, not a failure."""
    if verdict.passed:
        return (3 if part.hints <= 1 else 2), "solved"
    if all(finding.ok for finding in verdict.findings if finding.dimension is Dimension.CODE and finding.level is not None):
        return 2, "solved-dearly"
    return (2 if verdict.outcome is Outcome.PARTIAL else 1), "not-solved"


def _score(dimension: Dimension, lines: Sequence[Line]) -> DimensionScore | None:
    own = tuple(line for line in lines if line.finding.dimension is dimension)
    if not own:
        return None
    levels = DimensionScore(dimension, None, own).deciding
    level = math.ceil(sum(levels) / len(levels) - 0.5) if levels else None
    return DimensionScore(dimension, level, own)


LOWEST, MISSED, PASSED = 1.0, 2.5, 3.5
"""Where a question that was left stands among the levels, and a point that nobody heard in a round that did not pass, and in one that did."""


def _next_action(dimensions: Sequence[DimensionScore], rounds: Sequence[PlayedRound]) -> NextAction | None:
    """What weighs most: the lowest level first, a question that was left among the lowest; else a round that was not reached."""
    order = {part.exercise: number for number, part in reversed(list(enumerate(rounds)))}
    found = [
        (*_weight(score, line, rounds[order[line.exercise]]), order[line.exercise], _about(line)) for score, line in _wanting(dimensions)
    ]
    left = [part for part in rounds if part.verdict is None and part.left in ("unknown", "given-up", "unread")]
    found += [
        (
            LOWEST,
            LOWEST,
            0.0,
            order[part.exercise],
            NextAction(Message("report.advise-left"), part.exercise, part.title, Message(part.ended)),
        )
        for part in left
    ]
    if found:
        return min(found, key=lambda each: each[:-1])[-1]
    for part in rounds:
        if part.verdict is None:
            return NextAction(Message("report.play", {"minutes": part.minutes}), part.exercise, part.title, Message(part.ended))
    return None


def _wanting(dimensions: Sequence[DimensionScore]) -> Iterator[tuple[DimensionScore, Line]]:
    """What was wrong, and what was not heard and the candidate does not say they said."""
    for score in dimensions:
        for line in score.lines:
            wrong = line.finding.ok is False
            if line.number >= 0 and (wrong or (line.finding.missed and not says_said(line.finding, line.mark))):
                yield score, line


def _weight(score: DimensionScore, line: Line, part: PlayedRound) -> tuple[float, float, float]:
    """The level that a line stands for, its dimension's, its round's score: what is least comes first.

    What was shown beside the words is a bonus that anybody may leave: it comes after everything that was asked for in a round that did not pass.
    """
    passed = part.verdict is not None and part.verdict.passed
    level = score.level if score.level is not None else MISSED
    points = part.verdict.score if part.verdict else 0.0
    if line.finding.ok is not False:
        return (PASSED if passed else MISSED), level, points
    if isinstance(line.finding.evidence, Shown):
        return PASSED - 0.5, level, points
    wrong = line.finding.level or (2 if passed or (part.verdict and part.verdict.outcome is not Outcome.INCORRECT) else LOWEST)
    return wrong, level, points


def _about(line: Line) -> NextAction:
    message, reason = advice(line.finding)
    return NextAction(message, line.exercise, line.title, reason, line.attempt, line.number)
