"""Handing an answer in: stored before it is judged, judged once, stored with its verdict."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sparring.core.answer import Answer, LogEntry, Raw
from sparring.core.codec import cleaned
from sparring.core.evidence import Fault, Place
from sparring.core.exercise import Exercise
from sparring.core.follow_ups import asked_after
from sparring.core.problem import JudgeError, Problem, SparringError
from sparring.core.text import Message, Text
from sparring.core.verdict import Finding, Verdict, partly, ungraded, unreadable
from sparring.records.values import ConflictError
from sparring.usecases import revealed
from sparring.usecases.app import App
from sparring.usecases.speech import spoken

Tell = Callable[[tuple[Finding, ...]], None]


@dataclass(frozen=True, slots=True)
class Graded:
    """A verdict as the surfaces show it. `attempt` is None when nothing was stored, and `not_stored` says why. `run`: tried out, nothing counts."""

    exercise: Exercise[Any]
    verdict: Verdict
    attempt: str | None
    wall_ms: float
    follow_ups: tuple[Text, ...]
    not_stored: Message | Text | None = None
    run: bool = False


def grade(
    app: App,
    exercise: Exercise[Any],
    raw: Raw,
    *,
    key: str | None = None,
    context: Mapping[str, Any] | None = None,
    store: bool = True,
    tell: Tell | None = None,
) -> Graded:
    """Judge an answer. With the same `key` twice, the second time answers with the first verdict; ConflictError if the answer is another.

    `tell` is called with the findings that stand already where the rest of the verdict takes longer.

    Where the records cannot be written the answer is judged all the same, unless it belongs to an interview. What was written down after the answer
    had been shown is judged and not kept.
    """
    from time import perf_counter

    started = perf_counter()
    if refused := spoken.refused(raw):
        return _shown(exercise, refused, None, started)
    read = app.kind(exercise).read(exercise, raw)
    if not isinstance(read, Answer):
        return _shown(exercise, _unreadable(read), None, started)
    read = replace(read, log=raw.log)
    if not store:
        return _shown(exercise, judged(app, exercise, read, tell), None, started)
    key = key or app.new_id()
    try:
        if context is None and revealed.was(app, exercise) and app.records.attempt(key) is None:
            late = _shown(exercise, whole(app, exercise, read), None, started)
            return replace(late, not_stored=Message("practice.revealed"))
        fresh = app.records.accept(key, read, context or {}, app.clock.now())
    except ConflictError:
        raise
    except SparringError as error:
        if context:
            raise
        return replace(_shown(exercise, judged(app, exercise, read, tell), None, started), not_stored=error.saying)
    earlier = None if fresh else app.records.attempt(key)
    if earlier:
        return _shown(exercise, earlier.verdict, key, started)
    verdict = judged(app, exercise, read, tell)
    app.records.judged(key, exercise, app.library.version_of(exercise.pack), verdict, app.clock.now())
    if verdict.passed or (context is not None and verdict.counts):
        revealed.note(app, exercise)
    return _shown(exercise, verdict, key, started)


def whole(app: App, exercise: Exercise[Any], answer: Answer) -> Verdict:
    """The verdict on an answer as it is told to who may see everything; it supports no level and is not kept."""
    return judged(app, exercise, replace(answer, log=(*answer.log, LogEntry(app.clock.now(), "revealed"))))


def give_up(app: App, exercise: Exercise[Any]) -> Graded | None:
    """Show everything: the verdict on the latest answer, with all its evidence; None if nothing was handed in yet."""
    revealed.note(app, exercise)
    latest = app.records.attempts(exercise.id, 1)
    if not latest or latest[0].content_hash != exercise.content_hash:
        return None
    return Graded(exercise, whole(app, exercise, latest[0].answer), None, 0.0, ())


def try_out(app: App, exercise: Exercise[Any], raw: Raw) -> Graded:
    """Run an answer without handing it in; nothing is stored and nothing counts."""
    from time import perf_counter

    started = perf_counter()
    kind = app.kind(exercise)
    if refused := spoken.refused(raw):
        return _shown(exercise, refused, None, started)
    read = kind.read(exercise, raw)
    if not isinstance(read, Answer):
        return _shown(exercise, _unreadable(read), None, started)
    read = replace(read, log=raw.log)
    return replace(_shown(exercise, _guarded(lambda: kind.run(exercise, read, app.tools)), None, started), run=True)


def read_answer(app: App, exercise: Exercise[Any], raw: Raw) -> Answer | None:
    """The answer that `raw` holds; None if it cannot be read."""
    read = app.kind(exercise).read(exercise, raw)
    return read if isinstance(read, Answer) else None


def judged(app: App, exercise: Exercise[Any], answer: Answer, tell: Tell | None = None) -> Verdict:
    """The kind's verdict, with how it was told where it was spoken; a failure of ours is `ungraded`, never the candidate's. See `grade` for `tell`."""
    tools = replace(app.tools, tell=lambda found: tell(cleaned(found))) if tell else app.tools
    return _guarded(lambda: spoken.with_delivery(partly(app.kind(exercise).grade(exercise, answer, tools)), answer))


def _guarded(grade: Callable[[], Verdict]) -> Verdict:
    """The verdict, ungraded where we fail; whatever a candidate's code returned into its sentences is readable."""
    return cleaned(_told(grade))


def _told(grade: Callable[[], Verdict]) -> Verdict:
    try:
        verdict = grade()
    except JudgeError as error:
        return ungraded((Finding("judge", None, error.saying, Fault(str(error))),), error.saying)
    except Exception as error:
        message = Message("usecases.ungraded")
        return ungraded((Finding("judge", None, message, Fault(f"{type(error).__name__}: {error}")),), message)
    return verdict


def finish_waiting(app: App) -> int:
    """Judge what was accepted before the program was killed; how many there were."""
    waiting = app.records.waiting()
    for key, answer in waiting:
        exercise = app.library.exercises.get(answer.exercise)
        if exercise is None:
            app.records.abandon(key)
            continue
        app.records.judged(key, exercise, app.library.version_of(exercise.pack), judged(app, exercise, answer), app.clock.now())
    return len(waiting)


def _unreadable(problems: tuple[Problem, ...]) -> Verdict:
    findings = tuple(Finding("readable", False, p.message, Place(p.file, p.line, 0, "")) for p in problems)
    return unreadable(findings, problems[0].message)


def _shown(exercise: Exercise[Any], verdict: Verdict, attempt: str | None, started: float) -> Graded:
    from time import perf_counter

    follow_ups = asked_after(exercise, verdict) if verdict.counts else ()
    return Graded(exercise, verdict, attempt, round((perf_counter() - started) * 1000, 2), follow_ups)
