"""The candidate's words or files, until they are handed in or the round is left. Whatever is typed is stored line by line."""

import os
import shlex
import subprocess
from collections.abc import Collection
from pathlib import Path
from typing import Any

from sparring.cli import verdicts
from sparring.cli.console import clean, escape, out
from sparring.cli.prose import Prose
from sparring.cli.table import Paused, Table
from sparring.core.answer import Raw
from sparring.core.exercise import Exercise, Slot
from sparring.core.problem import UsageError
from sparring.core.text import Language
from sparring.usecases.interviews import Interview
from sparring.usecases.practice import Graded


class Left(Exception):  # noqa: N818 - it is no error
    """The round was left."""


def holds_back(interview: Interview) -> bool:
    """Whether what was found waits for the follow-ups: they ask for it, and the answer stands."""
    current = interview.state.current
    return interview.done and current is not None and current.pending is not None


def _verdict(interview: Interview, result: Graded, table: Table) -> None:
    """The verdict: its sentence alone where a follow-up comes first."""
    show = verdicts.head if holds_back(interview) else verdicts.verdict
    table.show(show(result, table.words))


def show_asked(interview: Interview, table: Table) -> None:
    """What an exercise that asks step by step asks now."""
    asked = interview.asked
    if asked and asked.now < asked.total:
        head = table.words("table.asked", number=asked.now + 1, total=asked.total)
        table.show(Prose(f"**{head}** {asked.texts[asked.now][0].to(interview.language)}"))


def prose(interview: Interview, slot: Slot, table: Table) -> bool:
    """Read an answer and hand it in until one counts, or a second one cannot be judged either; False when the round was left."""
    key = f"{interview.id}:{interview.state.position}:{slot.name}"
    table.say("table.write-output" if slot.name == "output" else "table.write", "dim")
    unheard = interview.unheard
    try:
        while not unheard:
            text = written(interview, key, table)
            result = interview.submit(Raw({slot.file: text.encode("utf-8", "replace")}, interview.language))
            _verdict(interview, result, table)
            if result.verdict.counts:
                return True
            interview.app.records.save_draft(key, "", interview.app.clock.now())
            unheard = interview.unheard
            table.say("interview.unheard" if unheard else "table.again", "yellow")
    except Left:
        return False
    interview.skip()  # nobody is to be held at a question by what the program does not understand
    return False


def written(interview: Interview, key: str, table: Table) -> str:
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


def code(interview: Interview, exercise: Exercise[Any], table: Table) -> bool:
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
            show_asked(interview, table)
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
        show_asked(interview, table)


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
