"""`sparring web`: opens the page. The server is started by its dotted name: surfaces never import each other."""

import importlib
import sys
import webbrowser
from typing import Annotated, Any

import typer

from sparring.cli.console import JsonOption, LangOption, escape, out, speaking, told

SERVER = "sparring.web.server"


def web(
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")] = True,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Listen on this port (a free one if left out).")] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Open the page in the browser; it answers to this machine alone. Where it is open already, it is shown again."""
    words = speaking(lang)

    def opened(server: Any) -> None:
        if as_json:
            import json

            sys.stdout.write(json.dumps({"address": server.address, "here": server.here}) + "\n")
            sys.stdout.flush()
        else:
            out.print(words("web.open"))
            out.print(f"  {escape(server.address)}", soft_wrap=True)
            out.print(words("web.open-stop" if server.here else "web.open-there"), style="dim")
        if browser:
            webbrowser.open(server.address)

    told(lambda: importlib.import_module(SERVER).serve(opened, port), as_json=as_json, lang=lang)
