"""`sparring growth`: how the cost of anyone's function grows."""

from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, escape, out, print_json, speaking, told, told_progress
from sparring.words import Words

if TYPE_CHECKING:
    from sparring.core.text import Message
    from sparring.judge.growth import Curve


def growth(
    function: Annotated[str, typer.Argument(metavar="FILE:FUNCTION", help="A file, and the name of the function in it.")],
    inputs: Annotated[
        str,
        typer.Option("--input", metavar="FILE:GENERATOR", help="A function that takes n (or n and m) and returns the tuple of arguments."),
    ],
    claim: Annotated[str, typer.Option(help="What you think before it is measured, e.g. 'O(n log n)'.")] = "",
    own_machine: Annotated[
        bool, typer.Option("--on-this-machine", help="What no confined engine can run, run unconfined here: for your own code only.")
    ] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Measure how a function's time and memory grow with its input, in counted instructions and bytes."""
    from sparring.config.embedded import open_app
    from sparring.usecases import growth as growing

    words = speaking(lang)
    program = open_app(workers=1, progress=None if as_json else told_progress(lang))
    try:
        found = told(
            lambda: growing.measure_file(program, function, inputs, own_machine=own_machine, claim=claim), as_json=as_json, lang=lang
        )
    finally:
        program.close()
    time = growing.main_curve(found)
    if as_json:
        print_json(growing.as_json(found, claim))
    else:
        for sentence, curve in growing.told(found):
            _show(sentence, curve, claim if curve is time else "", words)
        if engine := growing.where(found):
            out.print(escape(words.say(engine)), style="bold yellow" if found.engine.startswith("unconfined") else "dim")
        if growing.is_elsewhere(time) and not own_machine:
            out.print(words("growth.on-this-machine"), style="dim")
        if claim:
            out.print(words.say(growing.judged(claim, time)))
    raise typer.Exit(1 if not time.sizes else 0)


def _show(sentence: "Message", curve: "Curve", claim: str, words: Words) -> None:
    from sparring.cli.evidence import render
    from sparring.usecases.growth import evidence, stopped

    out.print(f"[bold]{escape(words.say(sentence))}[/]")
    if curve.detail:
        why = stopped(curve)
        out.print(escape(words(why) if words.has(why) else curve.detail), style="dim")
    if curve.sizes:
        out.print(render(evidence(curve, claim), words))
