"""`sparring profile`: where the cost of anyone's function goes."""

from typing import Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, escape, out, print_json, speaking, told, told_progress


def profile(
    function: Annotated[str, typer.Argument(metavar="FILE:FUNCTION", help="A file, and the name of the function in it.")],
    inputs: Annotated[
        str, typer.Option("--input", metavar="FILE:GENERATOR", help="A function that takes n and returns the tuple of arguments.")
    ],
    size: Annotated[int | None, typer.Option(help="The n; otherwise the first that costs enough to show where it goes.")] = None,
    own_machine: Annotated[
        bool, typer.Option("--on-this-machine", help="What no confined engine can run, run unconfined here: for your own code only.")
    ] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Show where a call's instructions and bytes go, by line and by function."""
    from sparring.cli.evidence import render
    from sparring.config.embedded import open_app
    from sparring.judge.profile import evidence
    from sparring.usecases import costs

    words = speaking(lang)
    program = open_app(workers=1, progress=None if as_json else told_progress(lang))
    try:
        found, source = told(
            lambda: costs.measure_file(program, function, inputs, size, own_machine=own_machine), as_json=as_json, lang=lang
        )
    finally:
        program.close()
    if as_json:
        print_json(costs.as_json(found, source))
    elif found.why:
        out.print(f"■ {escape(words(f'profile.why-{found.why}', detail=found.detail))}", style="bold red")
    else:
        out.print(render(evidence(found, source), words))
        if found.engine.startswith("unconfined"):
            out.print(escape(words("growth.unconfined", engine=found.engine)), style="bold yellow")
    raise typer.Exit(1 if found.why else 0)
