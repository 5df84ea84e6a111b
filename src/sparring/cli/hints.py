"""`sparring hint`: what costs a tenth of the score on the page costs it here."""

import re
from typing import Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, clean, escape, out, print_json, speaking, told

_STRESSED = re.compile(r"(?<![\w*`])\*(?=\S)([^*`\n]+?)(?<=\S)\*(?![\w*])")


def stressed(text: str) -> str:
    """A hint's words for the console, `*so*` in italics instead of between asterisks."""
    return _STRESSED.sub(r"[italic]\1[/]", escape(clean(text)))


def hint(
    exercise_id: Annotated[str, typer.Argument(metavar="ID", help="The id of an exercise.")],
    level: Annotated[
        int | None, typer.Option(help="All hints up to this one, from a nudge (1) to nearly the answer (3); the next one unless told.")
    ] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Take a hint. Each one costs a tenth of the score; the page shows those taken here, and the other way round."""
    from sparring.config.embedded import open_app
    from sparring.core.exercise import short_id
    from sparring.usecases import desk

    words = speaking(lang)
    program = open_app()
    exercise = told(lambda: program.exercise(exercise_id), as_json=as_json, lang=lang)
    shown = told(lambda: desk.take_hints(program, exercise, level), as_json=as_json, lang=lang)
    lying = desk.desk(program, exercise)
    if as_json:
        texts = [{"level": number, "en": text.en, "it": text.it} for number, text in enumerate(shown, 1)]
        taken = len(lying.hints)
        print_json({"ok": True, "id": short_id(exercise.id), "hints": texts, "taken": taken, "left": lying.hints_left, "cost": taken / 10})
        return
    for number, text in enumerate(shown, 1):
        out.print(f"[bold]{escape(words('cli.hint', number=number))}[/] {stressed(text.to(words.language))}")
    told_left = words("cli.hints-taken", count=len(lying.hints), cost=len(lying.hints) / 10, left=lying.hints_left)
    out.print(escape(told_left), style="dim")
