"""`sparring growth`: how the cost of anyone's function grows."""

from typing import Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, escape, out, print_json, speaking, told, told_progress


def growth(
    function: Annotated[str, typer.Argument(metavar="FILE:FUNCTION")],
    inputs: Annotated[
        str, typer.Option("--input", metavar="FILE:GENERATOR", help="A function that takes n and returns the tuple of arguments.")
    ],
    claim: Annotated[str, typer.Option(help="What you think before it is measured, e.g. 'O(n log n)'.")] = "",
    own_machine: Annotated[
        bool, typer.Option("--on-this-machine", help="What no confined engine can run, run unconfined here: for your own code only.")
    ] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Measure how a function's time and memory grow with its input, in counted instructions and bytes."""
    from sparring.cli.evidence import render
    from sparring.config.embedded import open_app
    from sparring.judge.growth import parse_claim, written
    from sparring.usecases import growth as growing

    words = speaking(lang)
    program = open_app(workers=1, progress=None if as_json else told_progress(lang))
    try:
        found = told(lambda: growing.measure(program, function, inputs, own_machine=own_machine), as_json=as_json, lang=lang)
    finally:
        program.close()
    if as_json:
        print_json(growing.as_json(found, claim))
    else:
        for name, curve in (("time", found.time), ("memory", found.memory)):
            if curve is not None:
                out.print(f"[bold]{escape(words(f'growth.{name}', growth=written(curve.growth)))}[/]")
                if curve.detail:
                    out.print(escape(curve.detail), style="dim")
                out.print(render(growing.evidence(curve, claim), words))
        if found.time.unit == "nanoseconds":
            kind = "unconfined" if found.engine.startswith("unconfined") else "timed"
            out.print(escape(words(f"growth.{kind}", engine=found.engine)), style="bold yellow" if kind == "unconfined" else "dim")
        if not found.time.sizes and not own_machine:
            out.print(words("growth.on-this-machine"), style="dim")
        if claim:
            read = parse_claim(claim)
            said = "unread" if read is None else "right" if read == found.time.growth else "wrong"
            out.print(words(f"growth.claim-{said}", claim=claim))
    raise typer.Exit(1 if not found.time.sizes else 0)
