"""A verdict as a page shows it: one sentence, the findings with their evidence, what an interviewer would ask now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sparring.core import marks as own_words
from sparring.core.evidence import Delivery, Evidence, Passage, Place, Printed, Schedule
from sparring.core.exercise import Exercise, Section
from sparring.core.follow_ups import asked_after
from sparring.core.text import Saying, Text
from sparring.core.verdict import Finding, Verdict
from sparring.records.values import AttemptRecord, MarkRecord
from sparring.usecases.app import App
from sparring.usecases.lab.recordings import decided
from sparring.usecases.leading import in_short, led
from sparring.usecases.marks import latest
from sparring.usecases.practice import Graded
from sparring.usecases.revealed import was as was_revealed
from sparring.web.evidence import computed, lab_address, template
from sparring.web.marks import FINDINGS, mark_of
from sparring.words import Words
from sparring.words.findings import finding_title, says_what_was_sought

REMARK = "remark"
REMARKS = frozenset({"beside-points"})
"""Criteria of findings that tell how the score was made: nothing was judged, nothing was left unjudged."""


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding. `mark` is right, wrong or open, `word` what stands beside it; `own` is the candidate's last mark on it ('' if none).

    `markable`: it reads words, so that the candidate may say otherwise; `own_word`: what they say (`said`, `unsaid`, '').
    `titled`: the title says what was looked for, so that the evidence need not say it again; `again`: its schedule is drawn above already,
    `drawn`: with other bars marked.
    `fine`: it is right and one of many, and folded.
    """

    number: int
    title: str
    mark: str
    word: str
    message: Saying
    template: str
    evidence: Evidence
    more: dict[str, Any]
    own: str
    markable: bool
    own_word: str = ""
    titled: bool = False
    again: bool = False
    drawn: bool = False
    fine: bool = False

    @property
    def aside(self) -> bool:
        """Whether it is folded: a remark on how the score was made; a figure of how it was told that is as usual, or none at all, or that nothing is compared with."""
        if self.word == REMARK:
            return True
        if not isinstance(self.evidence, Delivery):
            return False
        unbounded = self.evidence.low is None and self.evidence.high is None
        return self.mark == "right" or (self.mark == "open" and (unbounded or not self.evidence.value))


@dataclass(frozen=True, slots=True)
class Shown:
    """A verdict. `attempt` None: nothing was kept, nothing can be marked. `run`: tried out, not handed in.

    `walk`: where the lab stands at the step that decides a `predict`, once its explanation is shown ('' where the evidence leads there already).
    `can_give_up`: what the exercise reveals is kept back until the candidate asks for it; `open`: they did.
    """

    verdict: Verdict
    findings: tuple[ShownFinding, ...]
    follow_ups: tuple[Text, ...]
    reveal: tuple[Section, ...]
    attempt: str | None = None
    wall_ms: float | None = None
    number: int = 0
    run: bool = False
    not_stored: Saying | None = None
    can_give_up: bool = False
    open: bool = False
    tally: own_words.Coverage | None = None
    engine: str = "exact"
    walk: str = ""

    @property
    def proof(self) -> str:
        """Where the lab steps through the proof that is revealed; '' if there is none, or it is too long for an address."""
        source = next((section.body.en for section in self.reveal if section.title.id == "explain.proof"), "")
        return lab_address(source, self.engine) if source else ""

    @property
    def mark(self) -> str:
        """right, half, wrong or open."""
        return mark_of(self.verdict.word)

    @property
    def foremost(self) -> tuple[ShownFinding, ...]:
        """The findings that are read at once: all, where nothing else would be left."""
        first = tuple(finding for finding in self.findings if not finding.aside and not finding.fine)
        return first or tuple(finding for finding in self.findings if not finding.aside) or self.findings

    @property
    def aside(self) -> tuple[ShownFinding, ...]:
        """Remarks and figures, folded."""
        return tuple(finding for finding in self.findings if finding.aside and finding not in self.foremost)

    @property
    def fine(self) -> tuple[ShownFinding, ...]:
        """What is right in a long verdict, folded."""
        return tuple(finding for finding in self.findings if finding.fine and not finding.aside and finding not in self.foremost)

    @property
    def given_up(self) -> bool:
        """Whether reading the solution means giving up."""
        return not self.verdict.passed


def shown(
    exercise: Exercise[Any], graded: Graded, words: Words, *, number: int = 0, run: bool = False, marks: Sequence[MarkRecord] = ()
) -> Shown:
    """A verdict that was just given, with the candidate's marks where they stand already."""
    verdict = graded.verdict
    hidden = exercise.answer_once and not verdict.passed and graded.not_stored is None
    reveal = exercise.reveal if verdict.counts and not run and not hidden else ()
    follow_ups = () if run else graded.follow_ups
    findings, counted = _findings(verdict, words, marks), counted_marks(verdict, marks)
    attempt, stored_not = graded.attempt, graded.not_stored
    return Shown(
        verdict,
        findings,
        follow_ups,
        reveal,
        attempt,
        graded.wall_ms,
        number,
        run,
        stored_not,
        hidden,
        tally=counted,
        engine=exercise.engine,
        walk=_walk(exercise, verdict),
    )


def revealed(exercise: Exercise[Any], verdict: Verdict, words: Words) -> Shown:
    """A verdict with everything to see, for who gave up or has no further answer to give."""
    findings, walk = _findings(verdict, words, ()), _walk(exercise, verdict)
    return Shown(verdict, findings, (), exercise.reveal, open=True, engine=exercise.engine, walk=walk)


def _walk(exercise: Exercise[Any], verdict: Verdict) -> str:
    """The lab's address right after the line that decides a `predict`; '' for other kinds, and where the evidence has it."""
    found = decided(exercise)
    if found is None or any(isinstance(one.evidence, Printed) and one.evidence.whole for one in verdict.findings):
        return ""
    snippet, line, time = found
    return lab_address(snippet.source, snippet.engine, **({"line": line, "time": time} if line else {}))


def stored(app: App, record: AttemptRecord, words: Words) -> Shown:
    """The verdict of an attempt from the history, with the candidate's marks; its exercise may be gone."""
    exercise = app.library.exercises.get(record.exercise)
    verdict = record.verdict
    follow_ups = asked_after(exercise, verdict) if exercise and verdict.counts else ()
    hidden = bool(exercise and exercise.answer_once and not verdict.passed and not was_revealed(app, exercise))
    reveal = exercise.reveal if exercise and verdict.counts and not hidden else ()
    marks = app.records.marks(record.id)
    counted = counted_marks(verdict, marks)
    engine, walk = (exercise.engine, _walk(exercise, verdict)) if exercise else ("exact", "")
    findings = _findings(verdict, words, marks)
    return Shown(verdict, findings, follow_ups, reveal, record.id, can_give_up=hidden, tally=counted, engine=engine, walk=walk)


def counted_marks(verdict: Verdict, marks: Sequence[MarkRecord]) -> own_words.Coverage | None:
    """The machine's count beside the candidate's; None where they have marked nothing."""
    return own_words.coverage(verdict.findings, latest(marks)) if marks else None


def _findings(verdict: Verdict, words: Words, marks: Sequence[MarkRecord]) -> tuple[ShownFinding, ...]:
    own = latest(marks)
    short = in_short(verdict.findings)
    made = [
        replace(shown_finding(number, verdict.findings[number], words, own.get(number, "")), fine=number in short)
        for number in led(verdict.findings)
    ]
    drawn = [one.evidence if isinstance(one.evidence, Schedule) else None for one in made]
    bars = [plan and tuple((bar.task, bar.person, bar.begin, bar.end) for bar in plan.bars) for plan in drawn]
    return tuple(
        replace(one, again=plan is not None and plan in drawn[:at], drawn=bool(plan) and bars[at] in bars[:at])
        for at, (one, plan) in enumerate(zip(made, drawn, strict=True))
    )


def shown_finding(number: int, finding: Finding, words: Words, own: str = "") -> ShownFinding:
    """A finding with its evidence."""
    evidence = finding.evidence
    mark, title = FINDINGS[finding.ok], finding_title(finding, words)
    if finding.criterion == "readable" and not (isinstance(evidence, Place) and evidence.line):
        mark = "open"  # nothing was read, so nothing is wrong: it is asked for again
    word = (
        REMARK
        if finding.criterion in REMARKS
        else "missing"
        if isinstance(evidence, Passage) and evidence.sought and not evidence.spans
        else mark
    )
    own_word = "" if not own else "said" if own_words.says_said(finding, own) else "unsaid"
    more = computed(evidence)
    titled = says_what_was_sought(title, finding, words)
    return ShownFinding(
        number, title, mark, word, finding.message, template(evidence), evidence, more, own, finding.markable, own_word, titled
    )
