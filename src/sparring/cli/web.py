"""`sparring web`: opens the page. The server is started by its dotted name: surfaces never import each other."""

import html
import importlib
import os
import sys
import webbrowser
from pathlib import Path
from typing import Annotated, Any

import typer

from sparring.cli.console import JsonOption, LangOption, err, escape, out, speaking, told
from sparring.config.folders import data_folder

SERVER = "sparring.web.server"
REDIRECT = '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url={address}">\n'


def opening_file(address: str) -> Path:
    """A page that only its owner can read and that leads to `address`: what a browser is started with, everybody can see."""
    path = data_folder() / "open.html"
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(REDIRECT.format(address=html.escape(address, quote=True)))
    return path


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

            sys.stdout.write(json.dumps({"address": server.address, "here": server.here, "port": server.port}) + "\n")
            sys.stdout.flush()
        else:
            out.print(words("web.open"))
            out.print(f"  {escape(server.address)}", soft_wrap=True)
            out.print(words("web.open-stop" if server.here else "web.open-there"), style="dim")
        if port and port != server.port:
            err.print(escape(words("web.open-other-port", port=str(port), running=str(server.port))))
        if browser:
            webbrowser.open(opening_file(server.address).as_uri())

    told(lambda: importlib.import_module(SERVER).serve(opened, port), as_json=as_json, lang=lang)
