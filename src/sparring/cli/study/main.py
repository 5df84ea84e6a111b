"""`sparring study …`."""

from typing import Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, clean, escape, out, print_json, print_removed, speaking, talk
from sparring.cli.study import applications, cards, things
from sparring.cli.study.opened import with_app
from sparring.core.exercise import full_id, short_id
from sparring.core.problem import UsageError
from sparring.core.text import Message

app = typer.Typer(help="Study until the day: session, plan, cards, applications, progress.", invoke_without_command=True)
app.add_typer(cards.app, name="cards")
app.add_typer(applications.app, name="applications")
app.command("export-all")(things.export_all)
app.command("import-all")(things.import_all)
app.command("delete-all")(things.delete_all)
app.command("placement")(things.placement)
Item = Annotated[str, typer.Argument(metavar="ID", help="A card: an exercise or one of your own (own:…).")]


@app.callback()
def study(context: typer.Context, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Go through today's session in the terminal. With --json it is held on standard error, and ends with the day as `today --json` tells it."""
    from sparring.cli.study.session import play
    from sparring.cli.study.today import day_json
    from sparring.usecases.app import App

    def do(program: App) -> None:
        with talk(as_json=as_json):
            play(program, speaking(lang))
        if as_json:
            print_json(day_json(program))

    if context.invoked_subcommand is None:
        with_app(do, as_json=as_json, lang=lang)


@app.command("answer")
def answer(
    item: Item,
    grade: Annotated[str, typer.Argument(metavar="again|hard|good|easy", help="How it went.")],
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Say how a card went: again (not recalled), hard (recalled with effort), good (recalled), easy (at once)."""
    from sparring.mastery.memory import Grade
    from sparring.usecases.app import App
    from sparring.usecases.study import today
    from sparring.usecases.study.items import OWN

    def do(program: App) -> None:
        if grade.upper() not in Grade.__members__:
            raise UsageError(Message("study.no-grade", {"value": grade[:40]}))
        key = item if item.startswith(OWN) else full_id(item)
        memory = today.answered(program, key, Grade[grade.upper()])
        if as_json:
            print_json(
                {"item": short_id(key), "grade": grade.lower(), "due": memory.due.isoformat(), "stability_days": round(memory.stability, 2)}
            )
        else:
            words = speaking(lang)
            out.print(escape(words("study.comes-back", day=words.day(memory.due))))

    with_app(do, as_json=as_json, lang=lang)


@app.command("skip")
def skip(item: Item, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Leave a step of today out; it comes back when it is due."""
    from sparring.usecases.study import today
    from sparring.usecases.study.items import OWN

    with_app(lambda program: today.skipped(program, item if item.startswith(OWN) else full_id(item)), as_json=as_json, lang=lang)
    print_removed(as_json=as_json)


@app.command("plan")
def plan(
    wanted: Annotated[
        str | None, typer.Option("--for", help="From now on prepare for another day ahead: a company, settings, or '' for the nearest.")
    ] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """The plan to the interview: the weeks, the forecast by topic, what is left out."""
    from sparring.cli.study.session import show_aims, show_choice, show_plan
    from sparring.usecases.app import App
    from sparring.usecases.study import plan as plans
    from sparring.usecases.study import present
    from sparring.usecases.study.days import aim, aim_at
    from sparring.usecases.study.readiness import readiness

    def show(program: App) -> None:
        if wanted is not None:
            aim_at(program, wanted)
        found, words = plans.plan(program), speaking(lang)
        if found is None:
            raise UsageError(Message("study.no-day"))
        ready = readiness(program, found)
        if as_json:
            print_json(present.plan(found, ready, present.company_of(program)))
        else:
            if wanted is not None:
                show_choice(aim(program), words)
            show_aims(program, words)
            show_plan(program, found, ready, words)

    with_app(show, as_json=as_json, lang=lang)


@app.command("notes")
def notes(
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="A topic of the syllabus.")],
    path: Annotated[str | None, typer.Argument(metavar="[FILE]", help="The new notes: a file, or - for standard input.")] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Your own notes on a topic; with FILE, keep those instead."""
    from sparring.usecases.app import App
    from sparring.usecases.study import notes as kept

    def do(program: App) -> None:
        if path is not None:
            kept.write(program, topic, things.bytes_of(path).decode("utf-8", "replace"))
        text = kept.notes(program, topic).text
        if as_json:
            print_json({"topic": topic, "notes": text})
        elif text:
            out.print(escape(clean(text)))

    with_app(do, as_json=as_json, lang=lang)


@app.command("advert")
def advert(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A text file, or - for standard input.")],
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """What a job advertisement asks for, each with its sentence, and what Sparring does not cover."""
    from sparring.usecases.app import App
    from sparring.usecases.study import present
    from sparring.usecases.study.advert import read

    def show(program: App) -> None:
        found, words = read(program, things.bytes_of(path)), speaking(lang)
        if as_json:
            print_json({"demands": [present.demand(one) for one in found.demands], "weights": found.weights, "note": found.note})
            return
        for one in found.demands:
            covered = found.topics[one.skill.id]
            mark = "[green]●[/]" if covered else "[yellow]○[/]"
            topics = ", ".join(present.topic_title(program, topic).to(words.language) for topic in covered) or words("study.not-covered")
            if not one.skill.listed:
                topics = f"{topics}, {words('study.not-in-list')}"
            out.print(
                f"{mark} [bold]{escape(clean(one.words))}[/]  [dim]{escape(words(f'web.advert.force.{one.force}'))}[/]  {escape(clean(topics))}"
            )
            for sentence in (one.sentence, *one.also):
                out.print(f"    [dim]“{escape(clean(sentence))}”[/]")
        if found.note:
            out.print(escape(words(f"advert.{found.note}")))

    with_app(show, as_json=as_json, lang=lang)


@app.command("progress")
def progress(as_json: JsonOption = False, lang: LangOption = None) -> None:
    """What was done, mastery by topic, what changed and why, the forecast."""
    from sparring.usecases.app import App
    from sparring.usecases.study import present
    from sparring.usecases.study.plan import plan as planned
    from sparring.usecases.study.progress import progress as achieved
    from sparring.usecases.study.readiness import readiness

    def show(program: App) -> None:
        found, words = achieved(program), speaking(lang)
        if as_json:
            ahead = planned(program)
            print_json(present.progress(found, ahead, readiness(program, ahead) if ahead else None, present.company_of(program)))
            return
        out.print(escape(words("study.answers-in-window", count=sum(count for _, count in found.days), days=len(found.days))))
        for change in found.changes:
            title = clean(present.topic_title(program, change.topic).to(words.language))
            then = "   –" if change.then is None else f"{change.then:4.0%}"
            why = (
                words("study.change-said" if change.said else "study.change-faded")
                if change.score is None
                else words("study.change-why", count=change.results, score=change.score)
            )
            out.print(escape(f"  {then} → {change.now:4.0%}  {title}  ({why})"))

    with_app(show, as_json=as_json, lang=lang)
