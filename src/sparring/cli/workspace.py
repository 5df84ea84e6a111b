"""`sparring open|watch|skip|submit`: exercises in one's own editor."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from sparring.cli.console import JsonOption, LangOption, escape, out, print_json, speaking, told, told_progress
from sparring.core.text import readable

FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The workspace; the folder you are in unless told.")]
LOOK_EVERY = 0.02
"""Seconds between two looks at a handful of files: a `stat` each, which no watcher of whole trees does more cheaply or on more file systems."""


def open_(
    exercise_id: Annotated[str, typer.Argument(metavar="ID", help="The id of an exercise.")],
    folder: Annotated[Path | None, typer.Option("--in", metavar="DIR", help="Where; below the data folder unless told.")] = None,
    anew: Annotated[bool, typer.Option("--anew", help="Begin again: what you wrote there is overwritten.")] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Write an exercise into a folder for your own editor: question, files to write in, examples."""
    from sparring.config.embedded import open_app
    from sparring.usecases import workspace

    words = speaking(lang)
    program = open_app()
    exercise = told(lambda: program.exercise(exercise_id), as_json=as_json, lang=lang)
    made = told(lambda: workspace.open_workspace(program, exercise, folder, words, anew=anew), as_json=as_json, lang=lang)
    if as_json:
        print_json(workspace.as_json(made))
        return
    out.print(escape(words("workspace.opened", path=str(made.folder))), soft_wrap=True)
    if made.kept:
        out.print(escape(words("workspace.kept", files=", ".join(made.kept))), style="dim")


def submit(folder: FolderArgument = Path(), as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Hand in what lies in a workspace."""
    from sparring.cli import verdicts
    from sparring.config.embedded import open_app
    from sparring.usecases import practice, workspace

    words = speaking(lang)
    program = open_app(workers=1, progress=None if as_json else told_progress(lang))

    def graded() -> practice.Graded:
        place = workspace.find(folder)
        return workspace.hand_in(program, place, program.exercise(place.exercise), words)

    try:
        result = told(graded, as_json=as_json, lang=lang)
    finally:
        program.close()
    raise typer.Exit(verdicts.tell(result, words, as_json=as_json))


def skip(folder: FolderArgument = Path(), as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Leave the requirement that a workspace's exercise asks now, and see the next one. It stays in the log as left."""
    from sparring.cli import verdicts
    from sparring.config.embedded import open_app
    from sparring.core.problem import UsageError
    from sparring.core.text import Message
    from sparring.usecases import desk, present, workspace

    words = speaking(lang)
    program = open_app()

    def left() -> Any:
        place = workspace.find(folder)
        exercise = program.exercise(place.exercise)
        if not exercise.stepped:
            raise UsageError(Message("steps.not-stepped"))
        desk.skip(program, exercise)
        workspace.write_readme(program, place, exercise, words)
        return desk.asked(program, exercise)

    asked = told(left, as_json=as_json, lang=lang)
    if as_json:
        print_json(present.asked(asked, words))
    else:
        out.print(verdicts.asked(asked, words))


def watch(
    folder: FolderArgument = Path(),
    times: Annotated[int, typer.Option(min=0, help="Stop after so many verdicts; 0: only with Ctrl-C.")] = 0,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Judge a workspace at every save. Nothing is handed in: that is `sparring submit`."""
    from sparring.config.embedded import open_app
    from sparring.core.problem import UsageError
    from sparring.core.text import Message
    from sparring.usecases import workspace

    words = speaking(lang)
    program = open_app(workers=1, progress=None if as_json else told_progress(lang))
    try:
        place = told(lambda: workspace.find(folder), as_json=as_json, lang=lang)
        exercise = told(lambda: program.exercise(place.exercise), as_json=as_json, lang=lang)
        if exercise.answer_once or not exercise.can_run:

            def refuse() -> None:
                raise UsageError(Message("workspace.once" if exercise.answer_once else "workspace.nothing-to-run"))

            told(refuse, as_json=as_json, lang=lang)
        say = _json_lines(words) if as_json else _screen(words)
        if not as_json:
            out.print(escape(words("workspace.watching", path=str(place.folder))), soft_wrap=True, style="dim")
        _watch(program, place, exercise, say, times, words)
    finally:
        program.close()


Say = Callable[[str, Any], None]


def _watch(program: Any, place: Any, exercise: Any, say: Say, times: int, words: Any) -> None:
    from sparring.usecases import desk, workspace

    seen: Any = None
    count = 0
    while not times or count < times:
        now = workspace.stamp(place, exercise)
        if now in (seen, ()):
            time.sleep(LOOK_EVERY)
            continue
        seen, count = now, count + 1
        result = workspace.attempt(program, place, exercise, words, tell=lambda findings: say("findings", findings))
        say("verdict", result)
        if asked := desk.asked(program, exercise):
            say("asked", asked)


def _json_lines(words: Any) -> Say:
    """An object a line, for editors' plug-ins: `{"event": "findings" | "verdict" | "asked", …}`."""
    from sparring.usecases import present

    def say(event: str, told_of: Any) -> None:
        match event:
            case "verdict":
                data = present.graded(told_of, words)
            case "asked":
                data = present.asked(told_of, words)
            case _:
                data = {"findings": present.findings(told_of, words)}
        sys.stdout.write(readable(json.dumps({"event": event, **data}, ensure_ascii=False)) + "\n")
        sys.stdout.flush()

    return say


def _screen(words: Any) -> Say:
    """The verdict alone on the screen; what stands already is shown while the rest is measured."""
    from sparring.cli import verdicts

    def say(event: str, told_of: Any) -> None:
        if out.is_terminal and event != "asked":
            out.clear()
        if event == "asked":
            out.print(verdicts.asked(told_of, words))
        elif event == "findings":
            out.print(verdicts.findings(told_of, words))
            out.print(words("workspace.measuring"), style="dim")
        else:
            out.print(verdicts.verdict(told_of, words))

    return say
