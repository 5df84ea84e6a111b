"""`sparring lab`: a snippet's execution, step by step, in the terminal."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, clean, escape, out, print_json, speaking, told, told_progress

if TYPE_CHECKING:
    from sparring.usecases.app import App
    from sparring.usecases.lab.recordings import Snippet


def lab(
    path: Annotated[
        str, typer.Argument(metavar="FILE", help="A Python file, - for standard input, or the name of a predict or explain exercise.")
    ],
    step: Annotated[int | None, typer.Option(help="Only this step, in full (the first is 1).")] = None,
    line: Annotated[int | None, typer.Option(help="Only the step right after this line first ran.")] = None,
    time: Annotated[int, typer.Option(min=1, help="With --line: after which of the times that it ran.")] = 1,
    first: Annotated[int, typer.Option("--from", min=1, help="The first step to record.")] = 1,
    typed: Annotated[str, typer.Option("--input", help="Lines that input() reads.")] = "",
    engine: Annotated[str, typer.Option(help="exact, or native for this machine's CPython behind walls.")] = "exact",
    own_machine: Annotated[bool, typer.Option("--on-this-machine", help="native without walls: for your own code only.")] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Step through a program: frames, names, objects, references, what is changed in place and what is bound anew."""
    from sparring.cli.lab_steps import show, walk
    from sparring.config.embedded import open_app
    from sparring.sandbox.interface import Unreadable
    from sparring.usecases.lab import recordings
    from sparring.usecases.lab.view import moment, notes, position_of_line

    words = speaking(lang)
    program = open_app(workers=1, progress=None if as_json else told_progress(lang))
    try:
        wanted = told(lambda: _wanted(program, path, engine), as_json=as_json, lang=lang)
        wanted = replace(wanted, typed=typed, first=first - 1)
        snippet = told(lambda: recordings.checked(wanted), as_json=as_json, lang=lang)
        found = told(lambda: recordings.RECORDINGS.get(program, snippet, own_machine=own_machine), as_json=as_json, lang=lang)
    finally:
        program.close()
    if isinstance(found, Unreadable):
        message = words("lab.unreadable", line=found.line, why=found.text)
        print_json({"error": message, "line": found.line}) if as_json else out.print(f"■ {escape(clean(message))}", style="bold red")
        raise typer.Exit(1)
    only = position_of_line(found, line, time) if line else step - first if step is not None else None
    if as_json:
        print_json(trace_data(found, only))
    elif only is None and sys.stdin.isatty() and sys.stdout.isatty() and path != "-":
        walk(found, words)
    else:
        at = moment(found, only) if only is not None else None
        for position in range(len(found.steps)) if at is None else ():
            show(found, position, words, full=False)
        if at is not None:
            show(found, at.position, words, full=True)
        for note in notes(found):
            out.print(escape(clean(words.say(note))), style="dim")
    raise typer.Exit(0 if found.ended.how == "finished" else 1)


def _wanted(program: "App", path: str, engine: str) -> "Snippet":
    """What a file holds; where there is no such file, the snippet of the exercise of that name."""
    from sparring.cli.lab_steps import text_of
    from sparring.usecases.lab.recordings import Snippet, snippet_of

    named = None if path == "-" or Path(path).exists() else snippet_of(program, path)
    return named if named is not None else Snippet(text_of(path), engine=engine)


def trace_data(trace: object, only: int | None) -> dict[str, object]:
    """A recording's stable JSON shape; `only`: the position of the one step to tell."""
    from sparring.judge.trace import Trace
    from sparring.usecases.lab.view import moment, step_data

    assert isinstance(trace, Trace)
    positions = range(len(trace.steps)) if only is None else [only]
    steps = [step_data(found) for position in positions if (found := moment(trace, position)) is not None]
    ended = trace.ended
    return {
        "python": trace.python,
        "bits": trace.bits,
        "engine": trace.engine,
        "first": trace.first + 1,
        "recorded": len(trace.steps),
        "count": trace.count,
        "counted_all": trace.counted_all,
        "bound": trace.bound,
        "output": trace.output,
        "ended": {"how": ended.how, "type": ended.type, "text": ended.text, "line": ended.line, "why": ended.why},
        "steps": steps,
    }


def verify(
    path: Annotated[str, typer.Argument(metavar="FILE", help="Lines that show it, with assert for what should hold.")],
    claim: Annotated[str, typer.Option(help="The claim, as you read it.")] = "",
    own_machine: Annotated[
        bool, typer.Option("--on-this-machine", help="Also on the other interpreters here, unconfined: for code you trust.")
    ] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Verify a claim about Python: run its lines on every interpreter there is, versions named, differences marked."""
    from sparring.cli.lab_steps import text_of
    from sparring.config.embedded import open_app
    from sparring.usecases.lab import claims
    from sparring.usecases.lab.recordings import Snippet, checked

    words = speaking(lang)
    program = open_app(workers=1, progress=None if as_json else told_progress(lang))
    try:
        snippet = told(lambda: checked(Snippet(text_of(path))), as_json=as_json, lang=lang)
        found = told(lambda: claims.check(program, claim, snippet.source, own_machine=own_machine), as_json=as_json, lang=lang)
    finally:
        program.close()
    if as_json:
        runs = [
            {"where": run.where, "version": run.version, "output": run.output, "how": run.how, "error": run.error, "line": run.line}
            for run in found.runs
        ]
        print_json({"claim": claim, "verdict": found.verdict, "runs": runs})
    else:
        out.print(f"[bold]{escape(words(f'lab.verdict.{found.verdict}'))}[/]")
        for run in found.runs:
            out.print(f"[dim]CPython {run.version} · {escape(words(f'lab.where.{run.where}'))}[/]")
            for each in found.lines(run):
                out.print(escape(clean(("≠ " if each.differs else "  ") + each.text)), style="red" if each.differs else "")
    raise typer.Exit(0 if found.verdict in ("holds", "same") else 1)
