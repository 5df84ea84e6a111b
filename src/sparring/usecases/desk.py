"""An exercise that is being practised outside an interview: what is being written, and what the program counted meanwhile.

The desk is cleared when the exercise is passed, so that the next time begins from the start; the answers stay in the history.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sparring.core.answer import LogEntry, Raw
from sparring.core.exercise import Exercise
from sparring.core.problem import SparringError, UsageError
from sparring.core.text import Message, Text
from sparring.kinds.kind import Asked
from sparring.records.values import AttemptRecord
from sparring.usecases import held_back, marks, revealed, steps
from sparring.usecases.app import App
from sparring.usecases.practice import Graded, Tell, grade, read_answer, try_out

RECENT = 200
"""How far back the same words are looked for."""
LEFT_AFTER = timedelta(hours=3)
"""A desk that nobody touched for so long was left: its clock begins anew."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the program counted since the desk was laid. `opened`, `touched`: ISO moments; `opened` is '' while the clock stands still.

    `spent`: seconds on the clock before `opened`; `solved`: those that the last answer that passed took. `log`: where its steps are kept, '' before the first.
    """

    hints: int = 0
    runs: int = 0
    submissions: int = 0
    opened: str = ""
    touched: str = ""
    spent: float = 0.0
    solved: float = 0.0
    log: str = ""

    def seconds(self, now: datetime) -> float:
        """Seconds on the clock."""
        running = (now - datetime.fromisoformat(self.opened)).total_seconds() if self.opened else 0.0
        return self.spent + max(0.0, running)


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk. `texts` by slot; `seq` is the number of the last save; `seconds` on its clock; `solved`: what the clock said at the last pass.

    `asked`: what a stepped exercise asks by now; `begun`: whether it has recorded anything.
    """

    texts: Mapping[str, str]
    seq: int
    hints: tuple[Text, ...]
    hints_left: int
    seconds: int
    submissions: int
    running: bool
    solved: int
    asked: Asked | None = None
    begun: bool = False


def sit_down(app: App, exercise: Exercise[Any]) -> None:
    """The exercise is looked at: its clock runs from now on, or anew if the desk was left long ago."""
    counts, now = _counts(app, exercise), app.clock.now()
    if counts.touched and now - datetime.fromisoformat(counts.touched) > LEFT_AFTER:
        counts = replace(counts, opened="", spent=0.0)
    if not counts.opened:
        _store(app, exercise, replace(counts, opened=now.isoformat()))


def get_up(app: App, exercise: Exercise[Any]) -> None:
    """The page was left: the clock stops."""
    counts, now = _counts(app, exercise), app.clock.now()
    if counts.opened:
        _store(app, exercise, replace(counts, opened="", spent=counts.seconds(now)))


def desk(app: App, exercise: Exercise[Any]) -> Desk:
    """The desk as it stands."""
    counts, now = _counts(app, exercise), app.clock.now()
    drafts = {slot.name: app.records.draft(_key(exercise, slot.name)) for slot in exercise.slots}
    texts = {slot.name: drafts[slot.name].text if drafts[slot.name].seq else slot.starter for slot in exercise.slots}
    left, seq = max(0, len(exercise.hints) - counts.hints), _seq(app, exercise)
    taken, seconds = exercise.hints[: counts.hints], int(counts.seconds(now))
    return Desk(
        texts,
        seq,
        taken,
        left,
        seconds,
        counts.submissions,
        bool(counts.opened),
        int(counts.solved),
        asked(app, exercise),
        bool(counts.log),
    )


def written(app: App, exercise: Exercise[Any]) -> dict[str, str]:
    """What was written so far, by slot."""
    drafts = {slot.name: app.records.draft(_key(exercise, slot.name)) for slot in exercise.slots}
    return {name: draft.text for name, draft in drafts.items() if draft.seq}


def write(app: App, exercise: Exercise[Any], texts: Mapping[str, str], expected: int | None) -> int:
    """Keep what is being written and return its new number; ConflictError if another window has written since `expected`."""
    return save_texts(app, {_key(exercise, slot.name): texts[slot.name] for slot in exercise.slots if slot.name in texts}, expected)


def save_texts(app: App, texts: Mapping[str, str], expected: int | None) -> int:
    """Save drafts that belong together; their number is the first one's."""
    seq = 0
    for number, (key, text) in enumerate(texts.items()):
        saved = app.records.save_draft(key, text, app.clock.now(), None if number else expected)
        seq = seq if number else saved
    return seq


def take_hint(app: App, exercise: Exercise[Any]) -> Text | None:
    """The next hint, noted; None if there is none left."""
    counts = _counts(app, exercise)
    if counts.hints >= len(exercise.hints):
        return None
    _store(app, exercise, replace(counts, hints=counts.hints + 1))
    return exercise.hints[counts.hints]


def take_hints(app: App, exercise: Exercise[Any], level: int | None = None) -> tuple[Text, ...]:
    """The hints up to `level` (the next one unless told), from the first on; those that were not taken yet are noted, and cost.

    UsageError where the exercise has none, or none of that level.
    """
    known = len(exercise.hints)
    if not known:
        raise UsageError(Message("usecases.no-hints"))
    if level is not None and not 1 <= level <= known:
        raise UsageError(Message("usecases.no-such-hint", {"count": known}))
    counts = _counts(app, exercise)
    wanted = min(known, counts.hints + 1) if level is None else level
    if wanted > counts.hints:
        _store(app, exercise, replace(counts, hints=wanted))
    return exercise.hints[:wanted]


def grade_elsewhere(app: App, exercise: Exercise[Any], raw: Raw, *, store: bool = True, tell: Tell | None = None) -> Graded:
    """Judge what was written in a file: the hints taken count as they do on the page, what lies on the desk stays; passing forgets them.

    What is not stored was not handed in: of hidden cases only their number is told.
    """
    try:
        counts = _counts(app, exercise)
    except SparringError:  # records that cannot be read cost nobody a verdict
        counts = Counts()
    taken = tuple(LogEntry(app.clock.now(), "hint") for _ in range(counts.hints))
    raw = replace(raw, log=(*raw.log, *taken))
    if store and (before := _handed_in_just_now(app, exercise, raw)):
        result = grade(app, exercise, raw, store=False, tell=tell)
        if (result.verdict.outcome, result.verdict.passed) == (before.verdict.outcome, before.verdict.passed):
            return replace(result, attempt=before.id)
    if not store:
        so_far = (lambda findings: tell(held_back.shown(exercise, findings))) if tell else None
        return held_back.before_handing_in(grade(app, exercise, raw, store=False, tell=so_far))
    result = grade(app, exercise, raw, tell=tell)
    if taken and result.verdict.passed:
        _store(app, exercise, replace(counts, hints=0))
    return result


def _handed_in_just_now(app: App, exercise: Exercise[Any], raw: Raw) -> AttemptRecord | None:
    """The latest attempt, where it is this very answer at this very exercise, handed in outside an interview not long ago: the same file counts once."""
    try:
        latest = next(iter(app.records.attempts(exercise.id, 1)), None)
    except SparringError:  # see above
        return None
    if latest is None or latest.content_hash != exercise.content_hash or latest.context or not latest.verdict.counts:
        return None
    if revealed.was(app, exercise) or app.clock.now() - latest.at >= revealed.REMEMBERED:
        return None
    answer = read_answer(app, exercise, raw)
    return latest if answer is not None and answer.parts == latest.answer.parts else None


def run(app: App, exercise: Exercise[Any], raw: Raw) -> Graded:
    """Try the answer out; it is counted, not kept. Of a stepped exercise the run is a step of the answer's log."""
    log = log_of(app, exercise)
    result = try_out(app, exercise, replace(raw, log=log))
    counts = _counts(app, exercise)
    _store(app, exercise, replace(counts, runs=counts.runs + 1))
    answer = read_answer(app, exercise, raw) if exercise.stepped else None
    step = steps.step_of(app, exercise, answer, result.verdict, log) if answer else None
    if step:
        app.records.add_step(_log_key(app, exercise), steps.RUN, step, app.clock.now())
    return replace(result, verdict=steps.counted_down(result.verdict, log, recorded=bool(step))) if answer else result


def log_of(app: App, exercise: Exercise[Any]) -> tuple[LogEntry, ...]:
    """The steps of a stepped exercise's answer, begun by the moment when it was opened; nothing for other exercises."""
    if not exercise.stepped:
        return ()
    counts = _counts(app, exercise)
    kept = app.records.steps(counts.log) if counts.log else ()
    at = kept[0].at if kept else app.clock.now()
    return (LogEntry(at, steps.OPENED), *kept)


def asked(app: App, exercise: Exercise[Any]) -> Asked | None:
    """What a stepped exercise asks by now."""
    return steps.asked(app, exercise, log_of(app, exercise)) if exercise.stepped else None


def skip(app: App, exercise: Exercise[Any]) -> None:
    """Leave what is asked now as it is, and see what comes next; UsageError where nothing is."""
    number = steps.number_to_skip(app, exercise, log_of(app, exercise))
    app.records.add_step(_log_key(app, exercise), steps.SKIP, {"number": number}, app.clock.now())


def _log_key(app: App, exercise: Exercise[Any]) -> str:
    """Where the steps of this answer are kept; a desk that is cleared begins another log, and the old one stays."""
    counts = _counts(app, exercise)
    if not counts.log:
        counts = replace(counts, log=f"desk:{app.new_id()}")
        _store(app, exercise, counts)
    return counts.log


def hand_in(app: App, exercise: Exercise[Any], raw: Raw, key: str, claim: str = "", tell: Tell | None = None) -> Graded:
    """Judge and keep the answer with what the program counted and what the candidate claimed of its cost; passing clears the desk."""
    counts = _counts(app, exercise)
    known = app.records.attempt(key) is not None
    before = _judged_before(app, exercise)
    result = grade(app, exercise, replace(raw, log=(*log_of(app, exercise), *_log(app, exercise, counts, claim))), key=key, tell=tell)
    if before and result.attempt and not known:
        _carry_marks(app, exercise, before, result.attempt)
    if result.verdict.passed:
        clear(app, exercise, solved=counts.solved if known else counts.seconds(app.clock.now()))
    elif result.verdict.counts and not known:
        _store(app, exercise, replace(counts, submissions=counts.submissions + 1))
    return result


def _judged_before(app: App, exercise: Exercise[Any]) -> str | None:
    """The attempt before this one at an exercise whose words can be shown by lines; None for other exercises."""
    if not any(slot.optional for slot in exercise.slots):
        return None
    return next((line.id for line in app.records.latest(RECENT) if line.exercise == exercise.id), None)


def _carry_marks(app: App, exercise: Exercise[Any], before: str, after: str) -> None:
    """What the candidate marked on the same words stands beside them when they come again with lines that show them."""
    first, second = app.records.attempt(before), app.records.attempt(after)
    words = [slot.name for slot in exercise.slots if slot.shape == "prose" and not slot.optional]
    if (
        first
        and second
        and all(first.answer.parts.get(name) and first.answer.prose(name).text == second.answer.prose(name).text for name in words)
    ):
        marks.carry(app, before, after)


def clear(app: App, exercise: Exercise[Any], solved: float = 0.0) -> None:
    """Begin again: the starter, no hints taken, the clock at nought and still."""
    write(app, exercise, {slot.name: slot.starter for slot in exercise.slots}, None)
    _store(app, exercise, Counts(solved=solved))


def _log(app: App, exercise: Exercise[Any], counts: Counts, claim: str) -> tuple[LogEntry, ...]:
    now = app.clock.now()
    runs = 0 if exercise.stepped else counts.runs  # its runs stand in the log one by one
    counted = (("hint", counts.hints), ("run", runs), ("submission", counts.submissions))
    claims = (LogEntry(now, "claim", {"text": claim}),) if claim else ()
    return (*(LogEntry(now, what) for what, count in counted for _ in range(count)), *claims)


def _key(exercise: Exercise[Any], slot: str) -> str:
    return f"exercise:{exercise.id}:{slot}"


def _seq(app: App, exercise: Exercise[Any]) -> int:
    return app.records.draft(_key(exercise, exercise.slots[0].name)).seq if exercise.slots else 0


def _counts(app: App, exercise: Exercise[Any]) -> Counts:
    stored = app.records.draft(f"desk:{exercise.id}").text
    return Counts(**json.loads(stored)) if stored else Counts()


def _store(app: App, exercise: Exercise[Any], counts: Counts) -> None:
    now = app.clock.now()
    app.records.save_draft(f"desk:{exercise.id}", json.dumps(asdict(replace(counts, touched=now.isoformat()))), now)
