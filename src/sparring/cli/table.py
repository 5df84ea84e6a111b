"""The interview's table: the question on it, the candidate's words or file, the verdict. Whatever is typed is stored line by line."""

import os
import shlex
import subprocess
import sys
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from rich.rule import Rule

from sparring.cli import scorecards, verdicts
from sparring.cli.console import clean, escape, out
from sparring.cli.evidence import MARKS
from sparring.cli.prose import Prose
from sparring.content.schema import LENGTHS, InterviewPlan
from sparring.core.answer import Raw
from sparring.core.codec import load
from sparring.core.evidence import Shown
from sparring.core.exercise import LEVELS, Exercise, Slot, short_id
from sparring.core.problem import UsageError
from sparring.core.text import Language, Text
from sparring.report.export import duration
from sparring.session.interview import RoundState
from sparring.usecases import marks
from sparring.usecases.app import App
from sparring.usecases.composing import USUAL_MINUTES, compose
from sparring.usecases.interviews import Interview, recover
from sparring.usecases.practice import Graded, finish_waiting
from sparring.words import Words

HEARTBEAT_SECONDS = 5.0
TRIES = 3
"""How often the lines that show what was said are asked for."""


class Paused(Exception):  # noqa: N818 - it is no error
    """The candidate stops here for now."""


@dataclass
class Table:
    """Reads lines and shows things; the only place that touches standard input."""

    words: Words

    def show(self, what: RenderableType) -> None:
        """Put something on the table."""
        out.print(what)

    def say(self, message_id: str, style: str = "", **params: str | int | float) -> None:
        """A sentence of the program."""
        sentence = escape(clean(self.words(message_id, **params)))
        whole = "path" in params  # a path that is broken over two lines cannot be copied
        out.print(f"[{style}]{sentence}[/]" if style else sentence, soft_wrap=whole)

    def line(self, prompt: str) -> str:
        """A line that the candidate types; Paused at the end of input or Ctrl-C."""
        try:
            out.print(prompt, end="")
            read = sys.stdin.readline()
        except KeyboardInterrupt:
            raise Paused from None
        if not read:
            raise Paused
        return read.rstrip("\n")

    def welcome(self) -> None:
        """The first words."""
        self.say("table.welcome", "bold")
        self.say("table.welcome-how")

    def welcome_back(self, interview: Interview) -> None:
        """The first words to somebody who was in the middle of it."""
        done = interview.state.position
        self.say("table.welcome-back", "bold", number=done + 1, total=len(interview.state.rounds))

    def ask_language(self) -> Language:
        """The language that the interview is held in: English unless asked for Italian."""
        return "it" if self.line(escape(self.words("table.ask-language")) + " ").strip().lower().startswith("it") else "en"

    def ask_plan(self, plans: Sequence[InterviewPlan], usual: InterviewPlan, *, own: bool) -> str | None:
        """Which interview it is to be: by its number or its name, the usual one for an empty line; None, where that is offered (`own`): one that is put together."""
        self.say("table.plans")
        names = [short_id(plan.id) for plan in plans]
        for number, plan in enumerate(plans, 1):
            minutes = self.words("table.plan-minutes", count=sum(part.minutes for part in plan.rounds))
            title, name = escape(plan.title.to(self.words.language)), escape(names[number - 1])
            out.print(f"  [bold]{number}[/]  {title}  [dim]{minutes} · {name}[/]")
        if own:
            out.print(f"  [bold]{len(plans) + 1}[/]  {escape(self.words('table.own-plan'))}")
        while True:
            said = self.line(escape(self.words("table.ask-plan", usual=plans.index(usual) + 1)) + " ").strip().lower()
            if not said:
                return usual.id
            if said in names:
                return plans[names.index(said)].id
            if said.isdecimal() and 1 <= int(said) <= len(plans):
                return plans[int(said) - 1].id
            if own and said == str(len(plans) + 1):
                return None
            self.say("table.no-such-plan", most=len(plans) + own)

    def ask_own(self, app: App) -> InterviewPlan:
        """The interview of the role, level and length that are asked for; an empty line takes what fits the advertisement."""
        usual = compose(app)
        role = self._one_of("table.ask-role", list(app.library.roles), usual.role)
        level = self._one_of("table.ask-level", list(LEVELS), usual.level)
        minutes = self._one_of("table.ask-length", list(map(str, LENGTHS)), str(USUAL_MINUTES))
        return compose(app, role, level, int(minutes))

    def _one_of(self, question: str, known: Sequence[str], usual: str) -> str:
        while said := self.line(escape(self.words(question, known=", ".join(known), usual=usual)) + " ").strip().lower():
            if said in known:
                return said
            self.say("table.one-of", known=", ".join(known))
        return usual


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
        moved = _code(interview, exercise, table) if slot.shape == "code" else _prose(interview, slot, table)
        if not moved:
            return
    held_back = _holds_back(interview)
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


def _holds_back(interview: Interview) -> bool:
    """Whether what was found waits for the follow-ups: they ask for it, and the answer stands."""
    current = interview.state.current
    return interview.done and current is not None and current.pending is not None


def _verdict(interview: Interview, result: Graded, table: Table) -> None:
    """The verdict: its sentence alone where a follow-up comes first."""
    show = verdicts.head if _holds_back(interview) else verdicts.verdict
    table.show(show(result, table.words))


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
    _asked(interview, table)
    for hint in interview.hints_taken():
        out.print(f"[dim]› {escape(hint.to(interview.language))}[/]")


def _asked(interview: Interview, table: Table) -> None:
    """What an exercise that asks step by step asks now."""
    asked = interview.asked
    if asked and asked.now < asked.total:
        head = table.words("table.asked", number=asked.now + 1, total=asked.total)
        table.show(Prose(f"**{head}** {asked.texts[asked.now][0].to(interview.language)}"))


class Left(Exception):  # noqa: N818 - it is no error
    """The round was left."""


def _prose(interview: Interview, slot: Slot, table: Table) -> bool:
    """Read an answer and hand it in until one counts, or a second one cannot be judged either; False when the round was left."""
    key = f"{interview.id}:{interview.state.position}:{slot.name}"
    table.say("table.write-output" if slot.name == "output" else "table.write", "dim")
    try:
        for last in (False, True):
            text = _written(interview, key, table)
            result = interview.submit(Raw({slot.file: text.encode("utf-8", "replace")}, interview.language))
            _verdict(interview, result, table)
            if result.verdict.counts:
                return True
            interview.app.records.save_draft(key, "", interview.app.clock.now())
            table.say("table.on" if last else "table.again", "yellow")
    except Left:
        return False
    interview.skip()  # nobody is to be held at a question by what the program does not understand
    return False


def _written(interview: Interview, key: str, table: Table) -> str:
    """Lines until one with a single dot; each is kept as soon as it is typed, and shown again after a pause or a kill."""
    records = interview.app.records
    lines = records.draft(key).text.splitlines()
    for line in lines:
        out.print(f"[dim]│ {escape(clean(line))}[/]")
    while (line := table.line("│ ")).strip() != ".":
        if not line.startswith(":"):
            lines.append(line)
        elif not _command(interview, line[1:], table, None):
            raise Left
        else:
            lines = _edited_text(line, lines, table)
        records.save_draft(key, "\n".join(lines), interview.app.clock.now())
    return "\n".join(lines)


def _edited_text(command: str, lines: list[str], table: Table) -> list[str]:
    """After `:edit`: the lines as the candidate's editor left them; after `:show` they are shown."""
    if command.strip() == ":show":
        for line in lines:
            out.print(f"[dim]│ {escape(clean(line))}[/]")
    if command.strip() != ":edit":
        return lines
    import tempfile

    with tempfile.TemporaryDirectory(prefix="sparring-") as folder:
        path = Path(folder) / "answer.md"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path.read_text(encoding="utf-8").splitlines() if _open_editor(path, table) else lines


def _code(interview: Interview, exercise: Exercise[Any], table: Table) -> bool:
    """The candidate writes in their own editor, runs and submits from here; False when the round was left."""
    path = _workspace(interview, exercise)
    if exercise.stepped:
        table.say("table.code-stepped", "bold", path=str(path.parent), files=", ".join(slot.file for slot in exercise.slots))
    else:
        table.say("table.code", "bold", path=str(path))
        for slot in exercise.slots:
            if slot.instead:
                table.say("table.instead", "dim", path=str(path.parent / slot.file), about=table.words(f"slot-about.{slot.name}"))
    table.say("table.code-stepped-commands" if exercise.stepped else "table.code-commands", "dim")
    while True:
        words = table.line("> ").strip()
        name = words.lstrip(":").partition(" ")[0]
        if name == "submit":
            result = interview.submit(_workspace_raw(path, interview.language, [slot.file for slot in exercise.slots if slot.instead]))
            _verdict(interview, result, table)
            if result.verdict.passed:
                return True
            table.say("table.mend-or-skip", "dim")
        elif name in ("next", "done") and interview.state.current and interview.state.current.attempt:
            return True
        elif words and not _command(interview, words.lstrip(":"), table, path):
            return False


def _workspace(interview: Interview, exercise: Exercise[Any]) -> Path:
    """The first file to edit; all that are to be written begin with their starters, nothing of the hidden part is written."""
    folder = interview.app.data / "workspaces" / interview.id[:8] / f"{interview.state.position + 1}-{exercise.name}"
    folder.mkdir(parents=True, exist_ok=True)
    for slot in exercise.slots:
        if slot.shape == "code" and not slot.optional and not (folder / slot.file).exists():
            (folder / "prompt.md").write_text(exercise.prompt.to(interview.language) + "\n", encoding="utf-8")
            (folder / slot.file).write_text(slot.starter, encoding="utf-8")
        elif slot.instead and not (folder / slot.file).exists():
            (folder / slot.file).write_text("", encoding="utf-8")
    return folder / exercise.slots[0].file


def _workspace_raw(path: Path, language: Language, beside: Collection[str] = ()) -> Raw:
    files = {file.name: file.read_bytes() for file in sorted(path.parent.iterdir()) if file.suffix == ".py" or file.name in beside}
    return Raw(files, language)


def _command(interview: Interview, words: str, table: Table, path: Path | None) -> bool:
    """Carry out a command; False when the round was left."""
    name, _, rest = words.partition(" ")
    match name:
        case "hint":
            hint = interview.hint()
            table.show(f"[dim]› {escape(hint.to(interview.language))}[/]" if hint else f"[dim]{escape(table.words('table.no-hint'))}[/]")
        case "note" if rest.strip():
            interview.note(rest.strip())
        case "claim" if rest.strip() and path is not None:
            interview.claim(rest.strip())
        case "pause":
            raise Paused
        case "skip":
            interview.skip()
            return False
        case "edit" if path is not None:
            _open_editor(path, table)
        case "run" | "pass" if path is not None:
            _step(interview, name, path, table)
        case "show" if path is not None:
            table.show(Prose(interview.exercise().prompt.to(interview.language)))
            _asked(interview, table)
        case "edit" | "show":
            pass
        case _:
            table.say("table.help-code" if path else "table.help-prose", "dim")
    return True


def _step(interview: Interview, name: str, path: Path, table: Table) -> None:
    """`run` tries the files out, `pass` leaves the requirement that is asked now; what is asked then is shown."""
    before = interview.asked
    try:
        if name == "pass":
            interview.pass_over()
        else:
            table.show(verdicts.verdict(interview.try_out(_workspace_raw(path, interview.language)), table.words))
    except UsageError as error:
        table.show(f"[dim]{escape(table.words.say(error.saying))}[/]")
    if interview.asked != before:
        _asked(interview, table)


def _open_editor(path: Path, table: Table) -> bool:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        table.say("table.no-editor", "yellow", path=str(path))
        return False
    try:
        return subprocess.run([*shlex.split(editor), str(path)], check=False).returncode == 0
    except OSError as error:
        table.say("table.editor-fails", "yellow", editor=editor, why=error.strerror or "")
        return False


def _follow_ups(interview: Interview, table: Table) -> bool:
    """Ask what waits; an empty reply passes on. False when the round was left."""
    while interview.state.current and (pending := interview.state.current.pending):
        asked = interview.state.current.follow_ups.index(pending)
        out.print(f"\n[bold]{escape(table.words('table.interviewer'))}[/] {escape(load(Text, pending.text).to(interview.language))}")
        table.say("table.reply", "dim")
        try:
            interview.reply(_written(interview, f"{interview.id}:{interview.state.position}:reply-{asked}", table).strip())
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
            text = _written(interview, key, table)
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
        title = verdicts.finding_title(finding, table.words)
        out.print(f"  {number}. {MARKS[finding.ok][0]} {escape(title)}")
    chosen = table.line(escape(table.words("table.marks")) + " ")
    for word in chosen.replace(",", " ").split():
        if word.isdecimal() and int(word) in markable:
            marks.mark(interview.app, current.attempt, int(word) - 1, "wrong")
    found = marks.coverage_of(interview.app, current.attempt)
    if found:
        out.print(escape(table.words.say(marks.coverage_message(found))))
