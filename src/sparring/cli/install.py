"""`sparring install`: what is only needed by a part of the program, after a yes."""

from functools import partial
from typing import Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, agreed, out, print_json, speaking, told


def install(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="What to install; without it, what there is.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Install what a part of the program needs, or list what there is."""
    from sparring.config.folders import requirements
    from sparring.usecases import extras

    words = speaking(lang)
    if not names:
        found = extras.extras(requirements())
        if as_json:
            print_json([{"name": extra.name, "megabytes": extra.megabytes, "missing": list(extra.missing)} for extra in found])
            return
        for extra in found:
            state = "extras.missing" if extra.missing else "extras.there"
            out.print(words(state, name=extra.name, megabytes=extra.megabytes), highlight=False)
        return
    told(lambda: extras.known(names), as_json=as_json, lang=lang)
    megabytes = sum(extras.MEGABYTES[name] for name in names)
    if not yes and not agreed(words("extras.ask", name=", ".join(names), megabytes=megabytes), words):
        raise typer.Exit(1)
    for name in names:
        told(partial(extras.install, requirements(), name), as_json=as_json, lang=lang)
        if not as_json:
            out.print(words("extras.done", name=name))
