"""An interview played at the table, round by round: the question, the answer, what is asked then, what the candidate says of the verdict."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.rule import Rule

from sparring.cli import scorecards, verdicts
from sparring.cli.answering import Left, code, holds_back, prose, show_asked, written
from sparring.cli.console import escape, out
from sparring.cli.evidence import MARKS
from sparring.cli.prose import Prose
from sparring.cli.table import Paused, Table
from sparring.core.answer import Raw
from sparring.core.codec import load
from sparring.core.evidence import Shown
from sparring.core.exercise import Exercise
from sparring.core.text import Text
from sparring.report.export import duration
from sparring.session.interview import RoundState
from sparring.usecases import marks
from sparring.usecases.app import App
from sparring.usecases.interviews import Interview, recover
from sparring.usecases.practice import finish_waiting
from sparring.words.findings import finding_title

HEARTBEAT_SECONDS = 5.0
TRIES = 3
"""How often the lines that show what was said are asked for."""


def play(app: App, interview: Interview, table: Table) -> None:
    """Play the interview to its end, or to where the candidate pauses."""
    finish_waiting(app)
    recover(app, interview)
    if interview.over():
        table.show(scorecards.render(interview.scorecard(), table.words))
        return
    interview.resume()
    try:
        with _heartbeat(interview):
            while not interview.over():
                _round(interview, table)
    except Paused:
        interview.pause()
        table.say("table.paused", id=interview.id[:8])
        return
    table.show(scorecards.render(interview.scorecard(), table.words))


@contextmanager
def _heartbeat(interview: Interview) -> Iterator[None]:
    """Note every few seconds that the interview is alive, so that a kill costs no more time than that."""
    stop = threading.Event()

    def beat() -> None:
        from sparring.records.database import close_connection

        while not stop.wait(HEARTBEAT_SECONDS):
            interview.alive()
        close_connection()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _round(interview: Interview, table: Table) -> None:
    state, words = interview.state, table.words
    current, exercise = state.current, interview.exercise()
    assert current is not None
    _question(interview, current, exercise, table)
    if current.pending is None and not current.passed and not (current.attempt and exercise.slots[0].shape == "prose"):
        slot = exercise.slots[0]
        moved = code(interview, exercise, table) if slot.shape == "code" else prose(interview, slot, table)
        if not moved:
            return
    held_back = holds_back(interview)
    if not _follow_ups(interview, table):
        return
    if held_back:
        _findings(interview, table)
    if not _prove(interview, exercise, table):
        return
    if exercise.slots[0].shape == "prose" or (interview.state.current and interview.state.current.passed):
        table.show(verdicts.reveal(exercise, words, interview.language))
    _marks(interview, table)
    interview.next_round()


def _findings(interview: Interview, table: Table) -> None:
    """What was held back."""
    current = interview.state.current
    attempt = interview.app.records.attempt(current.attempt) if current and current.attempt else None
    if attempt:
        asked_next = [item for item in attempt.verdict.findings if isinstance(item.evidence, Shown) and not item.evidence.source]
        found = tuple(item for item in attempt.verdict.findings if item not in asked_next)
        table.show(verdicts.findings(found, table.words))


def _question(interview: Interview, current: RoundState, exercise: Exercise[Any], table: Table) -> None:
    words, number = table.words, interview.state.position + 1
    table.show(Rule(style="green"))
    seconds = interview.state.round_seconds(interview.app.clock.now())
    head = words("table.round", number=number, total=len(interview.state.rounds))  # a title can give the answer away
    clock = words("table.clock", spent=duration(seconds), minutes=current.minutes)
    out.print(f"[bold]{escape(head)}[/]  [dim]{escape(clock)}[/]\n")
    table.show(Prose(exercise.prompt.to(interview.language)))
    show_asked(interview, table)
    for hint in interview.hints_taken():
        out.print(f"[dim]› {escape(hint.to(interview.language))}[/]")


def _follow_ups(interview: Interview, table: Table) -> bool:
    """Ask what waits; an empty reply passes on. False when the round was left."""
    while interview.state.current and (pending := interview.state.current.pending):
        asked = interview.state.current.follow_ups.index(pending)
        out.print(f"\n[bold]{escape(table.words('table.interviewer'))}[/] {escape(load(Text, pending.text).to(interview.language))}")
        table.say("table.reply", "dim")
        try:
            interview.reply(written(interview, f"{interview.id}:{interview.state.position}:reply-{asked}", table).strip())
        except Left:
            return False
    return True


def _prove(interview: Interview, exercise: Exercise[Any], table: Table) -> bool:
    """Let the candidate show in a few lines what they said, until it is shown or they go on. False when the round was left."""
    slot = next((slot for slot in exercise.slots if slot.optional), None)
    for _ in range(TRIES):
        if not slot or not interview.provable:
            break
        task = slot.before.to(interview.language) if slot.before else ""
        out.print(f"\n[bold]{escape(table.words('table.interviewer'))}[/] {escape(task)}")
        table.say("table.prove-it", "dim")
        key = f"{interview.id}:{interview.state.position}:{slot.name}"
        try:
            text = written(interview, key, table)
        except Left:
            return False
        interview.app.records.save_draft(key, "", interview.app.clock.now())
        if not text.strip():
            break
        result = interview.submit(Raw({slot.file: text.encode("utf-8", "replace")}, interview.language))
        made = [finding for finding in result.verdict.findings if isinstance(finding.evidence, Shown)]
        for item in made:
            table.show(verdicts.finding(item, table.words))
    return True


def _marks(interview: Interview, table: Table) -> None:
    """Let the candidate confirm or correct what was found in their words; both are kept."""
    current = interview.state.current
    attempt = interview.app.records.attempt(current.attempt) if current and current.attempt else None
    if current is None or current.attempt is None or attempt is None:
        return
    markable = {number: finding for number, finding in enumerate(attempt.verdict.findings, 1) if finding.markable}
    if not markable:
        return
    for number, finding in markable.items():
        title = finding_title(finding, table.words)
        out.print(f"  {number}. {MARKS[finding.ok][0]} {escape(title)}")
    chosen = table.line(escape(table.words("table.marks")) + " ")
    for word in chosen.replace(",", " ").split():
        if word.isdecimal() and int(word) in markable:
            marks.mark(interview.app, current.attempt, int(word) - 1, "wrong")
    found = marks.coverage_of(interview.app, current.attempt)
    if found:
        out.print(escape(table.words.say(marks.coverage_message(found))))
