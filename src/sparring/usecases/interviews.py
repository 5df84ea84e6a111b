"""Taking a mock interview: every step is an event, stored before anything else happens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sparring.core.answer import LogEntry, Raw
from sparring.core.codec import dump, load
from sparring.core.evidence import Shown
from sparring.core.exercise import Exercise
from sparring.core.follow_ups import asked_after
from sparring.core.problem import UsageError
from sparring.core.text import Language, Message, Text
from sparring.core.verdict import Outcome, Verdict
from sparring.kinds.kind import Asked
from sparring.records.values import Event, InterviewRecord
from sparring.report.scorecard import FollowUpReply, Left, PlayedRound, Scorecard, TimelineMark, scorecard
from sparring.session.choose import Choice, choose
from sparring.session.interview import InterviewState, RoundState, fold, planned, require_running
from sparring.usecases import marks, revealed, snapshots, steps
from sparring.usecases.app import App
from sparring.usecases.composing import is_composed, plan_named
from sparring.usecases.practice import Graded, Tell, grade, read_answer, try_out
from sparring.usecases.study.weights import weights

FOLLOW_UPS = 2
"""How many follow-ups a verdict may bring."""
TRIES = 2
"""Answers in words that cannot be judged, after which a round is left."""


@dataclass
class Interview:
    """An interview that is being taken. Its methods are what a candidate can do; each stores its events first."""

    app: App
    record: InterviewRecord
    state: InterviewState

    @property
    def id(self) -> str:
        """Its id."""
        return self.record.id

    @property
    def title(self) -> Text:
        """The plan's title."""
        title: Text = load(Text, self.record.snapshot["title"])
        return title

    @property
    def language(self) -> Language:
        """The language that the interview is held in."""
        language: Language = self.record.snapshot["language"]
        return language

    def exercise(self, number: int | None = None) -> Exercise[Any]:
        """The exercise of a round (the current one if None), as it was when the interview began."""
        return snapshots.load(self.app, self.id, self.record.snapshot["rounds"], self.state.position if number is None else number)

    @property
    def done(self) -> bool:
        """Whether nothing more is asked for in this round: it passed, or was answered for good."""
        current = self.state.current
        return current is not None and (current.passed or self.answered or self.unheard)

    @property
    def answered(self) -> bool:
        """Whether words were judged in this round: the first answer counts, as when one speaks. Code can be handed in again."""
        current, slots = self.state.current, self.exercise().slots
        return current is not None and current.attempt is not None and bool(slots) and slots[0].shape == "prose"

    @property
    def unheard(self) -> bool:
        """Whether two answers in words could not be judged: nobody is to be held at a question by what the program does not understand."""
        current, slots = self.state.current, self.exercise().slots
        return current is not None and current.attempt is None and current.unreads >= TRIES and bool(slots) and slots[0].shape == "prose"

    @property
    def provable(self) -> bool:
        """Whether what was said in this round can still be shown: there is a part for it, and nothing handed in has done so yet."""
        current, offered = self.state.current, [slot for slot in self.exercise().slots if slot.optional and not slot.instead]
        if not self.answered or not offered or current is None or current.attempt is None:
            return False
        stored = self.app.records.attempt(current.attempt)
        return stored is not None and not any(isinstance(f.evidence, Shown) and f.ok for f in stored.verdict.findings)

    def _append(self, *events: tuple[str, Mapping[str, Any]], finished: bool = False) -> None:
        now = self.app.clock.now()
        numbered = [Event(self.state.seq + index, now, what, data) for index, (what, data) in enumerate(events)]
        self.app.records.append(self.id, self.state.seq, numbered, finished=finished)
        self.state = fold(self.state, numbered)

    def over(self) -> bool:
        """Whether it is finished."""
        return self.state.finished

    def resume(self) -> None:
        """Start the clock again after a pause, a kill or a night."""
        if self.over():
            raise UsageError(Message("interview.finished"))
        if self.state.running_since is None:
            self._append(("resumed", {}))
        elif self.state.seq:
            self._append(("resumed", {"until": max(self.record.alive_at, self.state.running_since).isoformat()}))
        self.open_round()

    def open_round(self) -> None:
        """Note that the current round's question is on the screen."""
        current = self.state.current
        if current and current.opened is None and self.state.running_since:
            self._append(("opened", {"round": self.state.position}))

    def pause(self) -> None:
        """Stop the clock."""
        if self.state.running_since and not self.state.finished:
            self._append(("paused", {}))

    def alive(self) -> None:
        """Note that the program is still running (called now and then)."""
        self.app.records.alive(self.id, self.app.clock.now())

    def hint(self) -> Text | None:
        """The next hint of the current round; None if there is none left."""
        current = require_running(self.state)
        hints = self.exercise().hints
        if current.hints >= len(hints):
            return None
        self._append(("hinted", {"round": self.state.position}))
        return hints[current.hints]

    def hints_taken(self) -> tuple[Text, ...]:
        """The hints already taken in the current round."""
        current = self.state.current
        return self.exercise().hints[: current.hints] if current else ()

    def claim(self, text: str) -> None:
        """Say how the cost grows, before it is measured (`O(n log n)`)."""
        if require_running(self.state).claim != text:
            self._append(("claimed", {"round": self.state.position, "text": text}))

    def note(self, text: str) -> None:
        """Keep a note of the candidate's own."""
        self._append(("noted", {"text": text}))

    def try_out(self, raw: Raw) -> Graded:
        """Run without handing in."""
        current, exercise = require_running(self.state), self.exercise()
        log = self._steps(current, exercise)
        result = try_out(self.app, exercise, replace(raw, log=log))
        answer = read_answer(self.app, exercise, raw) if exercise.stepped else None
        step = dict(steps.step_of(self.app, exercise, answer, result.verdict, log) or {}) if answer else {}
        reached = {"reached": step.pop("reached"), "files": step} if step else {}
        self._append(("ran", {"round": self.state.position, "passed": result.verdict.passed, **reached}))
        return replace(result, verdict=steps.counted_down(result.verdict, log, recorded=bool(step))) if answer else result

    @property
    def asked(self) -> Asked | None:
        """What the current round's exercise asks by now, if it asks step by step."""
        current, exercise = self.state.current, self.exercise() if self.state.current else None
        return steps.asked(self.app, exercise, current.steps) if current and exercise else None

    def pass_over(self) -> None:
        """Leave the requirement that is asked now as it is, and see the next; UsageError where there is none."""
        current = require_running(self.state)
        number = steps.number_to_skip(self.app, self.exercise(), current.steps)
        self._append(("passed-over", {"round": self.state.position, "number": number}))

    def _steps(self, current: RoundState, exercise: Exercise[Any]) -> tuple[LogEntry, ...]:
        """The log of a stepped exercise's answer so far; nothing for other exercises."""
        at = current.steps[0].at if current.steps else self.app.clock.now()
        return (LogEntry(at, steps.OPENED), *current.steps) if exercise.stepped else ()

    def submit(self, raw: Raw, key: str | None = None, tell: Tell | None = None) -> Graded:
        """Hand in the answer of the current round; the follow-ups that it earns are asked."""
        current = require_running(self.state)
        self.open_round()
        key = key or self.app.new_id()
        number = self.state.position
        if self.unheard:
            raise UsageError(Message("interview.unheard"))
        again = self.answered and key not in current.submissions
        if again:
            raw = self._shown(raw, current.attempt)
        raw = replace(raw, log=self._log(current))
        result = grade(self.app, self.exercise(), raw, key=key, context={"interview": self.id, "round": number}, tell=tell)
        if result.attempt and result.attempt in current.submissions:
            return result
        if again and current.attempt and result.attempt:
            marks.carry(self.app, current.attempt, result.attempt)
        self.note_submission(number, key, result.verdict, result.follow_ups)
        return result

    def _shown(self, raw: Raw, attempt: str | None) -> Raw:
        """The words that were judged, with the lines that are to show them; UsageError where there is nothing new to judge."""
        exercise = self.exercise()
        lines = {slot.file: raw.files[slot.file] for slot in exercise.slots if slot.optional and raw.files.get(slot.file, b"").strip()}
        stored = self.app.records.attempt(attempt or "")
        if not self.provable or not lines or stored is None:
            raise UsageError(Message("interview.answered"))
        words = {slot.file: stored.answer.prose(slot.name) for slot in exercise.slots if not slot.optional}
        language = next(iter(words.values())).language
        takes = {slot.name: take for slot in exercise.slots if slot.file in words and (take := words[slot.file].take)}
        return Raw({**{file: part.text.encode() for file, part in words.items()}, **lines}, language, takes=takes)

    def note_submission(self, number: int, key: str, verdict: Verdict, follow_ups: Sequence[Text]) -> None:
        """Note a judged submission of a round, and ask the follow-ups that it earns and that were not asked yet."""
        asked_before = [follow_up.text for follow_up in self.state.rounds[number].follow_ups]
        new = [text for text in map(dump, follow_ups[:FOLLOW_UPS]) if text not in asked_before] if verdict.counts else []
        data = {"round": number, "attempt": key, "outcome": verdict.word, "passed": verdict.passed, "counts": verdict.counts}
        self._append(("submitted", data), *(("asked", {"round": number, "text": text}) for text in new))

    def _log(self, current: RoundState) -> tuple[LogEntry, ...]:
        """What the program itself recorded of the making of the answer."""
        now = self.app.clock.now()
        exercise = self.exercise()
        runs = 0 if exercise.stepped else current.runs  # its runs stand in the log one by one
        counted = (("hint", current.hints), ("run", runs), ("submission", len(current.submissions)))
        claims = (LogEntry(now, "claim", {"text": current.claim}),) if current.claim else ()
        seen = (LogEntry(now, "revealed"),) if revealed.was(self.app, exercise) else ()
        return (*self._steps(current, exercise), *(LogEntry(now, what) for what, count in counted for _ in range(count)), *claims, *seen)

    def reply(self, text: str) -> None:
        """Answer the follow-up that waits."""
        current = require_running(self.state)
        if current.pending is None:
            raise UsageError(Message("interview.no-question"))
        self._append(("replied", {"round": self.state.position, "text": text}))

    def skip(self) -> None:
        """Leave the current round without (another) answer."""
        current = require_running(self.state)
        self._move_on("closed" if current.attempt else "skipped")

    def next_round(self) -> None:
        """Close the current round, its follow-ups answered or left, and open the next; finish after the last."""
        self.skip() if self.unheard else self._move_on("closed")

    def _move_on(self, what: str) -> None:
        last = self.state.position == len(self.state.rounds) - 1
        self._append((what, {"round": self.state.position}), *([("finished", {})] if last else []), finished=last)
        self.open_round()

    def finish(self) -> None:
        """End the interview here; rounds that were not played stay not observed."""
        if not self.state.finished:
            self._append(("finished", {}), finished=True)

    def scorecard(self) -> Scorecard:
        """What it showed so far."""
        rounds = [self._played(number, part) for number, part in enumerate(self.state.rounds)]
        timeline = [TimelineMark(mark.seconds, mark.what, mark.position, mark.seq) for mark in self.state.marks]
        seconds = self.state.clock(self.app.clock.now())
        return scorecard(self.id, self.title, seconds, rounds, timeline, self.state.notes, finished=self.state.finished)

    def _played(self, number: int, part: RoundState) -> PlayedRound:
        stored = self.record.snapshot["rounds"][number]
        attempt = self.app.records.attempt(part.attempt) if part.attempt else None
        opened = part.opened if part.opened is not None else 0.0
        closed = part.closed if part.closed is not None else (self.state.clock(self.app.clock.now()) if part.opened is not None else 0.0)
        return PlayedRound(
            exercise=part.exercise,
            title=load(Text, stored["title"]),
            kind=stored["kind"],
            minutes=part.minutes,
            seconds=closed - opened,
            verdict=attempt.verdict if attempt else None,
            attempt=part.attempt,
            hints=part.hints,
            runs=part.runs,
            submissions=len(part.submissions),
            skipped=part.skipped,
            left=self._left(part),
            follow_ups=tuple(FollowUpReply(load(Text, f.text), f.reply or "") for f in part.asked),
            marks={mark.finding: mark.value for mark in self.app.records.marks(part.attempt)} if part.attempt else {},
        )

    def _left(self, part: RoundState) -> Left:
        """How a round ended that no verdict speaks of."""
        if part.attempt or part.opened is None:
            return ""
        last = self.app.records.attempt(part.unread) if part.unread else None
        if last is None:
            return "given-up"
        if last.verdict.outcome is Outcome.UNGRADED:
            return "ungraded"
        summary = last.verdict.summary
        return "unknown" if isinstance(summary, Message) and summary.id.endswith("dont-know") else "unread"


def start(app: App, plan_id: str | None = None, language: Language = "en", key: str | None = None) -> Interview:
    """Begin an interview by a plan (the first one if None), under the caller's id if it has one."""
    plans = app.library.plans
    if not plans:
        raise UsageError(Message("interview.no-plan"))
    wanted = plan_id or next(iter(plans))
    plan = plan_named(app, wanted)
    if plan is None:
        known = ", ".join(key.removeprefix("core:") for key in plans)
        raise UsageError(Message("interview.unknown-plan", {"plan": wanted, "known": known}))
    seen: dict[str, datetime] = {}
    for line in app.records.latest(2000):
        seen.setdefault(line.exercise, line.at)
    chosen = choose(plan.rounds, app.library.exercises.values(), plan.level, seen, app.random, weights(app), level_first=is_composed(plan))
    rounds = [_snapshot(choice) for choice in chosen if isinstance(choice, Choice)]
    if len(rounds) < len(plan.rounds):
        missing = ", ".join(choice.kind for choice in chosen if not isinstance(choice, Choice))
        raise UsageError(Message("interview.no-exercise-for", {"kinds": missing}))
    key, now = key or app.new_id(), app.clock.now()
    snapshots.save(app, key, [choice.exercise for choice in chosen if isinstance(choice, Choice)])
    app.records.begin(key, {"plan": plan.id, "title": dump(plan.title), "language": language, "rounds": rounds}, now)
    interview = opened(app, key)
    interview._append(("started", {}))
    interview.open_round()
    return interview


def _snapshot(choice: Choice) -> dict[str, Any]:
    exercise = choice.exercise
    return {
        "exercise": exercise.id,
        "minutes": choice.minutes,
        "kind": exercise.kind,
        "title": dump(exercise.title),
        "content_hash": exercise.content_hash,
    }


def opened(app: App, key: str) -> Interview:
    """The interview with this id (or the beginning of one), as it stands. What was handed in when the program was killed is noted by `recover`."""
    record = app.records.interview(key) or _by_prefix(app, key)
    state = fold(planned(record.snapshot["rounds"]), record.events)
    return Interview(app, record, state)


def _by_prefix(app: App, key: str) -> InterviewRecord:
    found = [record for record in app.records.interviews() if key and record.id.startswith(key)]
    if len(found) != 1:
        raise UsageError(Message("interview.unknown", {"id": key}))
    return found[0]


def unfinished(app: App) -> Interview | None:
    """The latest interview that was not finished."""
    app.open_records()
    from sparring.usecases import history  # its tables can be imported once the database is open

    line = history.unfinished(app)
    return opened(app, line.id) if line else None


def latest(app: App, key: str | None) -> Interview:
    """The interview `key`, or the last one taken; UsageError if there is none."""
    if key:
        return opened(app, key)
    records = app.records.interviews(1)
    if not records:
        raise UsageError(Message("interview.none-taken"))
    return opened(app, records[0].id)


def recover(app: App, interview: Interview) -> None:
    """After a kill: an answer that was stored and judged but never noted in the interview is noted now."""
    noted = {attempt for part in interview.state.rounds for attempt in part.submissions}
    for key, number in app.records.submissions_of(interview.id):
        attempt = app.records.attempt(key)
        if attempt is None or key in noted or interview.state.finished or not attempt.verdict.counts:
            continue
        follow_ups = asked_after(interview.exercise(number), attempt.verdict) if number >= interview.state.position else ()
        interview.note_submission(number, key, attempt.verdict, follow_ups)
