"""The command `sparring`. Exit codes: 0 passed, 1 not passed, 2 wrong usage, 3 our failure."""

import io
import sys
from typing import Annotated

import typer

from sparring import __version__
from sparring.cli import (
    bench,
    doctor,
    english,
    growth,
    hints,
    install,
    interviews,
    lab,
    mutants,
    packs,
    plan,
    portfolio,
    profile,
    speech,
    stories,
    web,
    workspace,
)
from sparring.cli.console import JsonOption, LangOption, broken, clean, escape, out, print_json, speaking, told, told_progress
from sparring.cli.reading import answer_from
from sparring.cli.study import bench as study_bench
from sparring.cli.study import main as study
from sparring.cli.study.today import today

app = typer.Typer(no_args_is_help=False, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(packs.app, name="pack")
app.add_typer(interviews.app, name="interview")
app.add_typer(bench.app, name="bench")
app.add_typer(plan.app, name="plan")
app.command("doctor")(doctor.doctor)
app.command("prepare")(doctor.prepare)
app.command("web")(web.web)
app.command("growth")(growth.growth)
app.command("mutants")(mutants.mutants)
app.command("lab")(lab.lab)
app.command("verify")(lab.verify)
app.command("profile")(profile.profile)
app.command("portfolio")(portfolio.portfolio)
app.add_typer(stories.story, name="story")
app.add_typer(stories.project, name="project")
app.command("english")(english.english)
app.command("glossary")(english.glossary)
app.command("speech")(speech.speech)
app.command("record")(speech.record)
app.add_typer(speech.recordings, name="recordings")
app.command("install")(install.install)
app.add_typer(study.app, name="study")
bench.app.command("study")(study_bench.study)
bench.app.command("advert")(study_bench.advert)
app.command("today")(today)
app.command("hint")(hints.hint)
app.command("open")(workspace.open_)
app.command("watch")(workspace.watch)
app.command("skip")(workspace.skip)
app.command("submit")(workspace.submit)


def main() -> None:
    """Run the program; a closed pipe or Ctrl-C ends it quietly, and whatever breaks is our failure, told as such."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever a terminal's encoding lacks is written out, and ends nothing
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        broken(error)
        sys.exit(3)


@app.callback(invoke_without_command=True)
def start(context: typer.Context, lang: LangOption = None, version: Annotated[bool, typer.Option("--version")] = False) -> None:
    """Sparring: train and simulate the whole Python job interview, offline. Without a command it opens the page in the browser."""
    if version:
        out.print(f"sparring {__version__}")
    elif context.invoked_subcommand is None:
        web.web(lang=lang)


@app.command("list")
def list_exercises(
    kind: Annotated[str | None, typer.Option(help="Only this kind.")] = None,
    topic: Annotated[str | None, typer.Option(help="Only this topic and what is below it.")] = None,
    level: Annotated[str | None, typer.Option(help="junior, mid or senior.")] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """All exercises, or those of a kind, topic or level."""
    from rich.table import Table

    from sparring.config.embedded import open_app
    from sparring.core.exercise import short_id
    from sparring.usecases.choosing import chosen
    from sparring.usecases.present import exercise_line

    words = speaking(lang)
    found = told(lambda: chosen(open_app(), kind=kind, topic=topic, level=level), as_json=as_json, lang=lang)
    if as_json:
        print_json([exercise_line(exercise) for exercise in found])
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2), header_style="dim")
    for column in ("id", "kind", "level", "minutes", "title"):
        table.add_column(words(f"cli.column-{column}"), no_wrap=column != "title", overflow="ellipsis" if column == "title" else "ignore")
    for exercise in found:
        table.add_row(
            short_id(exercise.id), exercise.kind, exercise.level, str(exercise.minutes), escape(clean(exercise.title.to(words.language)))
        )
    out.print(table)


@app.command("show")
def show(exercise_id: Annotated[str, typer.Argument(metavar="ID")], as_json: JsonOption = False, lang: LangOption = None) -> None:
    """An exercise's prompt, and the code that it begins with."""
    from rich.markdown import Markdown
    from rich.syntax import Syntax

    from sparring.config.embedded import open_app
    from sparring.usecases.present import exercise_prompt

    words = speaking(lang)
    exercise = told(lambda: open_app().exercise(exercise_id), as_json=as_json, lang=lang)
    if as_json:
        print_json(exercise_prompt(exercise))
        return
    out.print(
        f"[bold]{escape(clean(exercise.title.to(words.language)))}[/]  [dim]{exercise.kind} · {exercise.level} · {exercise.minutes}′[/]\n"
    )
    out.print(Markdown(clean(exercise.prompt.to(words.language))))
    for slot in exercise.slots:
        if slot.shape == "code" and slot.starter:
            out.print(f"\n[dim]{escape(slot.file)}[/]")
            out.print(Syntax(clean(slot.starter.rstrip()), "python", background_color="default"))


@app.command("grade")
def grade(
    exercise_id: Annotated[str, typer.Argument(metavar="ID")],
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file, a folder, or - for standard input.")],
    as_json: JsonOption = False,
    lang: LangOption = None,
    store: Annotated[bool, typer.Option("--store/--no-store", help="Keep the attempt in the history.")] = True,
) -> None:
    """Judge an answer: code for coding exercises, a text file for the others, or an audio file where words are asked for."""
    from sparring.cli import verdicts
    from sparring.config.embedded import open_app
    from sparring.usecases import desk

    words = speaking(lang)
    program = open_app(workers=1, progress=None if as_json else told_progress(lang))
    try:
        exercise = told(lambda: program.exercise(exercise_id), as_json=as_json, lang=lang)
        raw = told(lambda: answer_from(program, exercise, path, words.language), as_json=as_json, lang=lang)
        result = told(lambda: desk.grade_elsewhere(program, exercise, raw, store=store), as_json=as_json, lang=lang)
    finally:
        program.close()
    raise typer.Exit(verdicts.tell(result, words, as_json=as_json))


@app.command("reveal")
def reveal(exercise_id: Annotated[str, typer.Argument(metavar="ID")], as_json: JsonOption = False, lang: LangOption = None) -> None:
    """What is shown after the verdict: model answer, discussion, reference."""
    from sparring.cli import verdicts
    from sparring.config.embedded import open_app
    from sparring.usecases.practice import give_up
    from sparring.usecases.present import exercise_reveal

    words = speaking(lang)
    program = open_app(workers=1, progress=None if as_json else told_progress(lang))
    try:
        exercise = told(lambda: program.exercise(exercise_id), as_json=as_json, lang=lang)
        last = told(lambda: give_up(program, exercise), as_json=as_json, lang=lang) if exercise.answer_once else None
    finally:
        program.close()
    if as_json:
        print_json(exercise_reveal(exercise, words))
        return
    if last:
        out.print(verdicts.verdict(last, words))
    out.print(verdicts.reveal(exercise, words, words.language))
