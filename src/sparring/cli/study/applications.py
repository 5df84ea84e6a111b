"""`sparring study applications …`: companies, dates, stages, what was asked."""

from typing import Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, clean, escape, out, print_json, print_removed, speaking
from sparring.cli.study.opened import with_app
from sparring.cli.study.things import File, bytes_of, write
from sparring.core.exercise import short_id

app = typer.Typer(help="Your applications: companies, dates, stages, notes.", no_args_is_help=True)
Key = Annotated[str, typer.Argument(metavar="ID", help="Its id, or how the company's name begins.")]


@app.command("list")
def list_applications(as_json: JsonOption = False, lang: LangOption = None) -> None:
    """All applications, the next date first."""
    from sparring.usecases.app import App
    from sparring.usecases.study import present, processes

    def show(program: App) -> None:
        found, words = processes.processes(program), speaking(lang)
        if as_json:
            print_json([present.application(one) for one in found])
            return
        for one in found:
            when = words.moment(one.at) if one.at else "–"
            stage = words(f"process.stage.{one.stage}")
            out.print(f"{when}  [bold]{escape(clean(one.company))}[/]  {escape(clean(one.role))}  [dim]{escape(stage)} · {one.key}[/]")

    with_app(show, as_json=as_json, lang=lang)


@app.command("save")
def save(
    company: Annotated[str, typer.Argument(help="Where you apply.")],
    key: Annotated[str, typer.Option("--id", help="Change this application.")] = "",
    role: Annotated[str, typer.Option(help="What for, say Python developer.")] = "",
    stage: Annotated[str, typer.Option(help="applied, screening, technical, take-home, final, offer, rejected, withdrawn")] = "applied",
    at: Annotated[str, typer.Option(help="The next interview, local time: 2026-12-01T15:00.")] = "",
    notes: Annotated[str, typer.Option(help="What you want to remember of it.")] = "",
    advert: Annotated[str, typer.Option(help="A file with the job advertisement.")] = "",
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Add an application, or change one."""
    from sparring.usecases.app import App
    from sparring.usecases.study import present, processes
    from sparring.usecases.study.advert_file import text_of

    def do(program: App) -> None:
        text = text_of(bytes_of(advert)) if advert else ""
        made = processes.save(program, key=key, company=company, role=role, stage=stage, at=at, notes=notes, advert=text)
        print_json(present.application(made)) if as_json else out.print(made.key)

    with_app(do, as_json=as_json, lang=lang)


@app.command("remove")
def remove(key: Key, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Take an application away."""
    from sparring.usecases.study import processes

    with_app(lambda program: processes.remove(program, key), as_json=as_json, lang=lang)
    print_removed(as_json=as_json)


@app.command("asked")
def asked(
    key: Key,
    path: Annotated[str, typer.Argument(metavar="FILE", help="What they asked, in your words: a file, or - for standard input.")] = "-",
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """After the real interview: what did they ask? Questions become cards, their topics weigh more, the plan is made anew."""
    from sparring.usecases.app import App
    from sparring.usecases.study import present, processes
    from sparring.usecases.study.advert_file import text_of

    def do(program: App) -> None:
        found, words = processes.told(program, key, text_of(bytes_of(path))), speaking(lang)
        if as_json:
            asked = [present.question(one) for one in found.questions]
            more = {"not_covered": found.uncovered, "not_taken_up": list(found.left)}
            print_json({"questions": asked, "topics": found.topics, "cards": [present.card(one) for one in found.cards], **more})
            return
        names = ", ".join(present.topic_title(program, topic).to(words.language) for topic in found.topics) or "–"
        out.print(escape(words("process.told", count=len(found.cards), topics=names)))
        for one in found.questions:
            train = f"  [dim]sparring open {short_id(one.exercise)}[/]" if one.exercise else ""
            out.print(f"● {escape(clean(one.text))}{train}")
        if found.uncovered:
            out.print(escape(clean(words("process.uncovered", names=", ".join(found.uncovered)))))
        for piece in found.left:
            out.print(escape(clean(words("process.left", text=piece))))

    with_app(do, as_json=as_json, lang=lang)


@app.command("calendar")
def calendar(path: File, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """All dates as a calendar file (.ics)."""
    from sparring.usecases.app import App
    from sparring.usecases.study import processes

    def do(program: App) -> None:
        data = processes.ics(program, speaking(lang))
        write(path, data)
        if as_json:
            print_json({"file": str(path), "bytes": len(data)})

    with_app(do, as_json=as_json, lang=lang)
