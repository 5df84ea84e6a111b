"""`sparring story`: the story bank; `sparring project`: project sheets."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sparring.cli.console import JsonOption, LangOption, clean, escape, out, print_json, print_removed, speaking
from sparring.cli.study.opened import with_app

if TYPE_CHECKING:
    from sparring.records.story_values import SheetRecord, StoryRecord, TakeRecord
    from sparring.usecases.app import App

story = typer.Typer(
    help="Your own experiences: by theme and project, their takes over time, the questions still uncovered.", no_args_is_help=True
)
project = typer.Typer(help="Project sheets: what can be told of a project whose code stays private.", no_args_is_help=True)
StoryArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of a story.")]
SheetArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of a project sheet.")]
TitleArgument = Annotated[str, typer.Argument(help="What it is called.")]


def _story_json(one: "StoryRecord", takes: "list[TakeRecord]") -> dict[str, Any]:
    rows = [
        {
            "attempt": t.attempt,
            "question": t.exercise.removeprefix("core:"),
            "score": t.score,
            "seconds": t.seconds,
            "parts": list(t.parts),
            "slips": t.slips,
            "at": t.at.isoformat(),
        }
        for t in takes
    ]
    return {"id": one.key, "title": one.title, "project": one.project, "themes": list(one.themes), "takes": rows}


@story.command("list")
def list_stories(as_json: JsonOption = False, lang: LangOption = None) -> None:
    """All stories with their themes and takes."""
    from sparring.usecases import stories

    words = speaking(lang)

    def do(program: "App") -> None:
        found = [(one, stories.bank(program).takes(one.key)) for one in stories.bank(program).stories()]
        if as_json:
            print_json([_story_json(one, takes) for one, takes in found])
            return
        for one, takes in found:
            themes = ", ".join(words(f"theme.{theme}") for theme in one.themes)
            out.print(f"[bold]{escape(clean(one.title))}[/]  [dim]{escape(clean(one.project))} · {one.key}[/]")
            out.print(f"    {escape(themes)}  [dim]{escape(words('stories.takes', count=len(takes)))}[/]")
            for take in takes[-3:]:
                at = take.at.astimezone().date().isoformat()
                out.print(
                    f"    {escape(words('stories.take', at=at, parts=len(take.parts), seconds=take.seconds, slips=take.slips, score=take.score))}",
                    style="dim",
                )
        if not found:
            out.print(escape(words("stories.none")))

    with_app(do, as_json=as_json, lang=lang)


@story.command("add")
def add(
    title: TitleArgument,
    theme: Annotated[list[str] | None, typer.Option(help="What it is about (can be repeated).")] = None,
    in_project: Annotated[str, typer.Option("--project", help="The project it comes from.")] = "",
    key: Annotated[str, typer.Option("--id", help="Change this story.")] = "",
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Begin a story, or change one."""
    from sparring.usecases import stories

    def do(program: "App") -> None:
        made = stories.save(program, title=title, project=in_project, themes=theme or (), key=key)
        print_json(_story_json(made, [])) if as_json else out.print(made.key)

    with_app(do, as_json=as_json, lang=lang)


@story.command("tell")
def tell(
    key: StoryArgument,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="The id of a `tell` exercise.")],
    path: Annotated[str, typer.Argument(metavar="FILE", help="A text file, or - for standard input.")],
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Tell a story as the answer to a question, and keep the take."""
    from sparring.cli import verdicts
    from sparring.cli.reading import raw_from
    from sparring.core.verdict import exit_code
    from sparring.usecases import present, stories

    words = speaking(lang)

    def do(program: "App") -> None:
        (content,) = list(raw_from(path, words.language).files.values())[:1]
        graded = stories.tell(program, key, question, content.decode("utf-8", "surrogateescape"), words.language)
        if as_json:
            print_json(present.graded(graded, words))
        else:
            out.print(verdicts.verdict(graded, words))
            if graded.follow_ups:
                out.print(verdicts.follow_ups(graded.follow_ups, words, words.language))
        raise typer.Exit(exit_code(graded.verdict))

    with_app(do, as_json=as_json, lang=lang)


@story.command("questions")
def questions(as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Every question with the stories that answer it; those that none answers come first. 1 if there are any."""
    from sparring.core.exercise import short_id
    from sparring.usecases import stories

    words = speaking(lang)

    def do(program: "App") -> None:
        found = stories.questions(program)
        open_ones = [question for question in found if not question.covered]
        if as_json:
            print_json(
                [
                    {
                        "id": short_id(q.exercise.id),
                        "title": {"en": q.exercise.title.en, "it": q.exercise.title.it},
                        "stories": [s.key for s in q.stories],
                    }
                    for q in found
                ]
            )
        else:
            for question in found:
                mark = "[green]●[/]" if question.covered else "[yellow]○[/]"
                told = ", ".join(one.title for one in question.stories)
                out.print(
                    f"{mark} {escape(question.exercise.title.to(words.language))}  [dim]{short_id(question.exercise.id)}  {escape(clean(told))}[/]"
                )
            out.print(escape(words("stories.uncovered", count=len(open_ones))))
        raise typer.Exit(1 if open_ones else 0)

    with_app(do, as_json=as_json, lang=lang)


@story.command("remove")
def remove(key: StoryArgument, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Take a story away; its attempts stay in the history."""
    from sparring.usecases import stories

    with_app(lambda program: stories.bank(program).remove(stories.story(program, key).key), as_json=as_json, lang=lang)
    print_removed(as_json=as_json)


def _sheet_json(one: "SheetRecord") -> dict[str, Any]:
    from sparring.usecases import stories

    return {
        "id": one.key,
        "kind": one.kind,
        "title": one.title,
        "fields": dict(one.fields),
        "blank": [name for name, _ in stories.digging(one)],
    }


@project.command("list")
def list_sheets(as_json: JsonOption = False, lang: LangOption = None) -> None:
    """All project sheets."""
    from sparring.usecases import stories

    words = speaking(lang)

    def do(program: "App") -> None:
        found = stories.bank(program).sheets()
        if as_json:
            print_json([_sheet_json(one) for one in found])
            return
        for one in found:
            out.print(f"[bold]{escape(clean(one.title))}[/]  [dim]{one.kind} · {one.key}[/]")
        if not found:
            out.print(escape(words("sheets.none")))

    with_app(do, as_json=as_json, lang=lang)


@project.command("new")
def new(
    title: TitleArgument,
    kind: Annotated[str, typer.Option(help="backend or ai.")] = "backend",
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Begin a sheet."""
    from sparring.usecases import stories

    def do(program: "App") -> None:
        made = stories.save_sheet(program, title=title, kind=kind)
        print_json(_sheet_json(made)) if as_json else out.print(made.key)

    with_app(do, as_json=as_json, lang=lang)


@project.command("set")
def set_field(
    key: SheetArgument,
    field: Annotated[str, typer.Argument(help="Which field of the sheet; `project show` names them.")],
    text: Annotated[str, typer.Argument(help="What stands in it from now on.")],
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Write a field of a sheet."""
    from sparring.usecases import stories

    def do(program: "App") -> None:
        one = stories.sheet(program, key)
        made = stories.save_sheet(program, title=one.title, key=key, fields={field: text})
        if as_json:
            print_json(_sheet_json(made))

    with_app(do, as_json=as_json, lang=lang)


@project.command("show")
def show(key: SheetArgument, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """A sheet, and what an interviewer would ask about its blanks."""
    from sparring.usecases import stories

    words = speaking(lang)

    def do(program: "App") -> None:
        one = stories.sheet(program, key)
        if as_json:
            print_json({**_sheet_json(one), "questions": [words.say(question) for _, question in stories.digging(one)]})
            return
        out.print(f"[bold]{escape(clean(one.title))}[/]  [dim]{one.kind}[/]")
        for name, text in one.fields.items():
            out.print(f"[dim]{escape(words(f'sheets.field.{name}'))}[/]  {escape(clean(text))}")
        asked = stories.digging(one)
        out.print(f"\n[bold]{escape(words('sheets.digging' if asked else 'sheets.filled'))}[/]")
        for number, (_, question) in enumerate(asked, 1):
            out.print(f"{number}. {escape(words.say(question))}")

    with_app(do, as_json=as_json, lang=lang)


@project.command("remove")
def remove_sheet(key: SheetArgument, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Take a sheet away."""
    from sparring.usecases import stories

    with_app(lambda program: stories.bank(program).remove_sheet(stories.sheet(program, key).key), as_json=as_json, lang=lang)
    print_removed(as_json=as_json)
