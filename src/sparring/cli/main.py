"""The command `sparring`. Exit codes: 0 passed, 1 not passed, 2 wrong usage, 3 our failure."""

import io
import os
import sys
from typing import Annotated

import typer
from typer._click.exceptions import ClickException

from sparring import __version__
from sparring.cli import usage
from sparring.cli.commands import Commands
from sparring.cli.console import LangOption, broken, language, out
from sparring.core.problem import SparringError

app = typer.Typer(cls=Commands, no_args_is_help=False, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def main() -> None:
    """Run the program; a closed pipe or Ctrl-C ends it quietly, and whatever breaks is our failure, told as such."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever a terminal's encoding lacks is written out, and ends nothing
            stream.reconfigure(errors="backslashreplace")
    try:
        code = app(standalone_mode=False, prog_name="sparring")
        sys.exit(code if isinstance(code, int) else 0)
    except ClickException as error:
        sys.exit(usage.tell(error, usage.typed()))
    except SparringError as error:
        sys.exit(usage.tell_misuse(error, usage.typed()))
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        broken(error)
        sys.exit(3)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    lang: LangOption = None,
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
) -> None:
    """Sparring: train and simulate the whole Python job interview, offline. Without a command it opens the page in the browser."""
    if lang:
        os.environ["SPARRING_LANG"] = language(lang)  # of all that follows, unless the command is given another
    if version:
        out.print(f"sparring {__version__}")
    elif context.invoked_subcommand is None:
        from sparring.cli import web

        web.web(lang=lang)
