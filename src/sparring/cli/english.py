"""`sparring english`: a text read for what Italian speakers get wrong; `sparring glossary`."""

from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, clean, err, escape, out, print_json, speaking, told

if TYPE_CHECKING:
    from sparring.usecases.english import Read
    from sparring.words import Words


def english(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A text file, or - for standard input.")],
    spoken: Annotated[bool, typer.Option("--spoken", help="It is a transcript: punctuation and capitals are no mistakes.")] = False,
    deck: Annotated[bool, typer.Option("--deck", help="Put what was found into your deck.")] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Mark what is wrong in an English text: the span, the mend, why, an example."""
    from sparring.cli.study.opened import with_app
    from sparring.usecases import english as verbs
    from sparring.usecases.app import App

    words = speaking(lang)

    def do(program: App) -> None:
        found = verbs.read_text(program, _text(path), spoken=spoken)
        added = verbs.keep(program, found) if deck else 0
        if as_json:
            print_json(verbs.as_json(found, words))
        else:
            _show(found, words)
            if deck:
                out.print(words("english.kept", count=added))
        raise typer.Exit(1 if found.slips else 0)

    with_app(do, as_json=as_json, lang=lang)


def _text(path: str) -> str:
    """The file's text as it stands, line ends too: offsets count its characters."""
    from sparring.cli.reading import raw_from
    from sparring.core.problem import UsageError
    from sparring.core.text import Message

    (content,) = list(raw_from(path, "en").files.values())[:1]
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(Message("answer.not-utf8", {"byte": error.start})) from error


def _show(found: "Read", words: "Words") -> None:
    from rich.padding import Padding
    from rich.text import Text as Rich

    from sparring.cli.evidence import render
    from sparring.usecases.english import pieces

    if not found.slips:
        out.print(f"[green]●[/] {escape(words('english.nothing'))}")
    else:
        marked = [(clean(piece.replace("\r", "")), "bold red underline" if number else "") for piece, number in pieces(found)]
        out.print(Rich.assemble(*marked))
        out.print()
        for number, one in enumerate(found.findings, 1):
            out.print(f"[red]■[/] {number}. [bold]{escape(words.say(one.message))}[/]")
            out.print(Padding(render(one.evidence, words), (0, 0, 1, 5)))
        out.print(escape(words("english.count", count=len(found.slips))))
    if not found.harper:
        err.print(escape(words("english.alone")), style="dim")


def glossary(
    find: Annotated[str, typer.Argument(metavar="[WORD]", help="Only terms with this word.")] = "",
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Technical words that Italians mispronounce or mistranslate."""
    from rich.table import Table

    from sparring.config.embedded import open_app
    from sparring.usecases import english as verbs

    words = speaking(lang)
    found = told(lambda: verbs.glossary(open_app(), find), as_json=as_json, lang=lang)
    if as_json:
        rows = [
            {"term": t.term, "trap": t.trap, "say": t.say, "ipa": t.ipa, "it": t.italian, "note": words.say(t.note), "example": t.example}
            for t in found
        ]
        print_json(rows)
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2), header_style="dim")
    for column in ("term", "say", "italian", "note"):
        table.add_column(words(f"english.column-{column}"))
    for term in found:
        said = f"{term.say} /{term.ipa}/" if term.ipa else term.say
        table.add_row(f"[bold]{escape(term.term)}[/]", escape(said), escape(term.italian), escape(words.say(term.note)))
    out.print(table)
    out.print(escape(words("english.terms", count=len(found))), style="dim")
