"""`sparring list`, `show`, `grade`, `reveal`: the exercises, and an answer judged."""

from typing import Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, clean, escape, out, print_json, speaking, told, told_progress
from sparring.cli.reading import answer_from


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
    longest = max((len(short_id(exercise.id)) for exercise in found), default=0)  # an id is there to be copied: the title gives way
    for column in ("id", "kind", "level", "minutes", "title"):
        table.add_column(
            words(f"cli.column-{column}"),
            no_wrap=column != "title",
            overflow="ellipsis" if column == "title" else "ignore",
            min_width=longest if column == "id" else None,
        )
    for exercise in found:
        table.add_row(
            short_id(exercise.id), exercise.kind, exercise.level, str(exercise.minutes), escape(clean(exercise.title.to(words.language)))
        )
    out.print(table)


def show(
    exercise_id: Annotated[str, typer.Argument(metavar="ID", help="The id of an exercise.")],
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """An exercise's prompt, and the code that it begins with."""
    from rich.syntax import Syntax

    from sparring.cli.prose import Prose
    from sparring.config.embedded import open_app
    from sparring.usecases.present import exercise_prompt

    words = speaking(lang)
    exercise = told(lambda: open_app().exercise(exercise_id), as_json=as_json, lang=lang)
    if as_json:
        print_json(exercise_prompt(exercise))
        return
    kind = words(f"kind.{exercise.kind}") if words.has(f"kind.{exercise.kind}") else exercise.kind
    out.print(
        f"[bold]{escape(clean(exercise.title.to(words.language)))}[/]  [dim]{escape(kind)} · {exercise.level} · {exercise.minutes}′[/]\n"
    )
    out.print(Prose(clean(exercise.prompt.to(words.language))))
    for slot in exercise.slots:
        if slot.shape == "code" and slot.starter:
            out.print(f"\n[dim]{escape(slot.file)}[/]")
            out.print(Syntax(clean(slot.starter.rstrip()), "python", background_color="default", word_wrap=True))


def grade(
    exercise_id: Annotated[str, typer.Argument(metavar="ID", help="The id of an exercise.")],
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file, a folder, or - for standard input.")],
    as_json: JsonOption = False,
    lang: LangOption = None,
    store: Annotated[bool, typer.Option("--store/--no-store", help="Keep the attempt: it counts for progress and readiness.")] = True,
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
        early = None if as_json else verdicts.early(words)
        result = told(lambda: desk.grade_elsewhere(program, exercise, raw, store=store, tell=early), as_json=as_json, lang=lang)
    finally:
        program.close()
    code = verdicts.tell(result, words, as_json=as_json)
    if result.attempt and result.verdict.counts and not as_json:
        out.print(escape(words("cli.counted")), style="dim")
    raise typer.Exit(code)


def reveal(
    exercise_id: Annotated[str, typer.Argument(metavar="ID", help="The id of an exercise.")],
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
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
    for command in verdicts.walk(exercise, last, words):
        out.print(command)
