"""`sparring study cards …`: own cards, Anki's packages, text decks."""

from typing import Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, clean, escape, out, print_json, print_removed, speaking, told_progress
from sparring.cli.study.opened import with_app
from sparring.cli.study.things import File, bytes_of, write

app = typer.Typer(help="Cards of your own: write, import, export.", no_args_is_help=True)


@app.command("list")
def list_cards(
    topic: Annotated[str, typer.Option(help="Only this topic.")] = "",
    find: Annotated[str, typer.Option(help="Only cards with these words.")] = "",
    most: Annotated[int, typer.Option(min=1, help="How many are shown at most.")] = 50,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Your cards, newest first."""
    from sparring.usecases.app import App
    from sparring.usecases.study import present
    from sparring.usecases.study.items import studied

    def show(program: App) -> None:
        found, words = studied(program).cards(0, most, topic=topic, words=find), speaking(lang)
        if as_json:
            print_json([present.card(one) for one in found])
            return
        for one in found:
            out.print(f"{escape(clean(present.card_title(one).to(words.language)))}  [dim]{escape(clean(one.deck))} · {one.key}[/]")
        out.print(escape(words("cards.count", count=studied(program).count_cards(topic=topic, words=find))))

    with_app(show, as_json=as_json, lang=lang)


@app.command("add")
def add(
    front: Annotated[str, typer.Argument(help="The front, in the language that you use Sparring in.")],
    back: Annotated[str, typer.Argument(help="The back.")],
    front_en: Annotated[str, typer.Option("--front-en", help="The front in English.")] = "",
    back_en: Annotated[str, typer.Option("--back-en", help="The back in English.")] = "",
    front_it: Annotated[str, typer.Option("--front-it", help="The front in Italian.")] = "",
    back_it: Annotated[str, typer.Option("--back-it", help="The back in Italian.")] = "",
    topic: Annotated[str, typer.Option(help="A topic of the syllabus.")] = "",
    key: Annotated[str, typer.Option("--id", help="Change this card.")] = "",
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Write a card, or change one."""
    from sparring.usecases.app import App
    from sparring.usecases.study import cards, present

    def do(program: App) -> None:
        sides = {"front": front_en, "back": back_en, "front_it": front_it, "back_it": back_it}
        own = ("front_it", "back_it") if speaking(lang).language == "it" else ("front", "back")
        made = cards.add(program, **sides | dict(zip(own, (front, back), strict=True)), topic=topic, key=key)
        print_json(present.card(made)) if as_json else out.print(made.key)

    with_app(do, as_json=as_json, lang=lang)


@app.command("remove")
def remove(
    key: Annotated[str, typer.Argument(metavar="ID", help="The id of a card.")], as_json: JsonOption = False, lang: LangOption = None
) -> None:
    """Take a card away; its history stays."""
    from sparring.usecases.study import cards

    with_app(lambda program: cards.remove(program, key), as_json=as_json, lang=lang)
    print_removed(as_json=as_json)


@app.command("import")
def import_cards(path: File, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Import an Anki package (.apkg) or a text deck (tab, semicolon or comma)."""
    from sparring.usecases.app import App
    from sparring.usecases.study import cards

    shown = (lambda _: None) if as_json else told_progress(lang, "progress.cards")

    def do(program: App) -> None:
        done, words = cards.import_deck(program, bytes_of(path), path.name, shown), speaking(lang)
        if as_json:
            left = {"without_front": list(done.no_front), "without_back": done.no_back}
            print_json({"cards": done.cards, "new": done.new, "media": done.media, "missing": list(done.missing), **left})
            return
        out.print(escape(words("cards.imported", count=done.cards, new=done.new, media=done.media)))
        if done.missing:
            out.print(escape(words("cards.missing", count=len(done.missing), names=", ".join(map(clean, done.missing[:5])))))
        if done.left_out:
            out.print(escape(words.say(done.left_out)))
        if done.no_back:
            out.print(escape(words("cards.no-back", count=done.no_back)))

    with_app(do, as_json=as_json, lang=lang)


@app.command("export")
def export(
    path: File,
    topic: Annotated[list[str] | None, typer.Option(help="Only this topic (can be repeated).")] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Export your cards and the exercises that work as cards, as an Anki package with both languages."""
    from sparring.usecases.app import App
    from sparring.usecases.study import cards

    def do(program: App) -> None:
        data = cards.export_package(program, topic or ())
        write(path, data)
        words = speaking(lang)
        print_json({"file": str(path), "bytes": len(data)}) if as_json else out.print(
            escape(words("study.written", path=str(path))), soft_wrap=True
        )

    with_app(do, as_json=as_json, lang=lang)
