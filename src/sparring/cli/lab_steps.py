"""A recorded step in the terminal: one line of what happened, or everything there is to see."""

import sys
from pathlib import Path

from rich.table import Table

from sparring.cli.console import clean, escape, out
from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.judge.trace import Trace
from sparring.judge.trace.telling import label
from sparring.usecases.lab.recordings import MOST_SOURCE
from sparring.usecases.lab.view import Moment, inline, moment, notes, reference_count
from sparring.words import Words


def text_of(path: str) -> str:
    """The text of a file, or of standard input (`-`); UsageError if it cannot be read."""
    try:
        data = sys.stdin.buffer.read(4 * MOST_SOURCE) if path == "-" else Path(path).read_bytes()[: 4 * MOST_SOURCE]
        return data.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(Message("cli.cannot-read", {"path": path, "why": error.strerror or str(error)})) from error
    except UnicodeDecodeError as error:
        raise UsageError(Message("answer.not-utf8", {"byte": error.start})) from error


def show(trace: Trace, position: int, words: Words, *, full: bool) -> None:
    """Print a step."""
    found = moment(trace, position)
    if found is None:
        return
    told = "  ".join(words.say(message) for message in found.told)
    out.print(f"[dim]{found.step.number + 1:>5}[/]  {escape(clean(told))}")
    if found.step.printed and not full:
        out.print(f"       [green]{escape(clean(found.step.printed.rstrip()))}[/]")
    if full:
        _program(found)
        _frames(found, words)
        _objects(found, words)
        if found.printed:
            out.print(f"\n[dim]{escape(words('lab.output'))}[/]\n[green]{escape(clean(found.printed.rstrip()))}[/]")


def _program(found: Moment) -> None:
    for number, text in enumerate(found.trace.source.splitlines(), 1):
        mark = "→" if number == found.step.line else "·" if number == found.ran else " "
        out.print(escape(clean(f"{mark} {number:>3}  {text}")), style="bold" if mark == "→" else "dim" if mark == " " else "")


def _frames(found: Moment, words: Words) -> None:
    changed = {(change.serial, change.name): change.what for change in found.changes if change.name}
    signs = {"bound": "+", "rebound": "↻"}
    for frame in found.step.frames:
        title = words("lab.module") if frame.kind == "module" else frame.function
        out.print(f"\n[bold]{escape(clean(title))}[/] [dim]{escape(words('lab.at-line', line=frame.line))}[/]")
        for name in frame.names:
            sign = signs.get(changed.get((frame.serial, name.name), ""), " ")
            text = f" {sign} {name.name}{'°' if name.shared else ''} → {label(dict(found.step.things), name.to)}"
            out.print(escape(clean(text)), style="green" if sign != " " else "")


def _objects(found: Moment, words: Words) -> None:
    step, things = found.step, dict(found.step.things)
    table = Table(box=None, pad_edge=False, padding=(0, 2), header_style="dim")
    for name in ("object", "size", "references", "parts"):
        table.add_column(words(f"lab.{name}"), justify="right" if name == "size" else "left")
    mutated = {change.now for change in found.changes if change.what == "mutated"}
    reached = step.reached()
    for thing in step.things.values():
        if inline(thing):
            continue
        parts = ", ".join(f"{item.label}: {label(things, item.to)}" if item.label else label(things, item.to) for item in thing.items)
        where = "" if thing.serial in reached else f" ({words('lab.unreached')})"
        name = ("✎ " if thing.serial in mutated else "") + label(things, thing.serial) + where
        cells = (name, words.number(thing.size) if thing.size else "–", words.say(reference_count(thing)), parts or thing.text or "–")
        table.add_row(*(escape(clean(cell)) for cell in cells))
    if table.row_count:
        out.print()
        out.print(table)


def walk(trace: Trace, words: Words) -> None:
    """Step through by hand: n, p, a number, q."""
    position = 0
    while trace.steps:
        out.clear()
        out.print(f"[dim]{escape(words('lab.heading', step=position + 1, last=len(trace.steps)))} · {escape(words('lab.keys'))}[/]")
        show(trace, position, words, full=True)
        if position == len(trace.steps) - 1:
            for note in notes(trace):
                out.print(escape(clean(words.say(note))), style="dim")
        try:
            answer = input("> ").strip().lower()
        except EOFError:
            return
        if answer == "q":
            return
        if answer.isdecimal():
            position = min(max(int(answer[:9]) - 1, 0), len(trace.steps) - 1)
        elif answer in ("p", "b"):
            position = max(position - 1, 0)
        else:
            position = min(position + 1, len(trace.steps) - 1)
