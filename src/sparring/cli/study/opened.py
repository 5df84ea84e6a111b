"""Opening the program for a study command, and closing it whatever happens."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from sparring.cli.console import told

if TYPE_CHECKING:
    from sparring.usecases.app import App

Result = TypeVar("Result")


def with_app(action: Callable[["App"], Result], *, as_json: bool = False, lang: str | None = None) -> Result:
    """Do `action` with the program open; what goes wrong is told in words and ends it with its code."""
    from sparring.config.embedded import open_app

    program = open_app(workers=1)
    try:
        return told(lambda: action(program), as_json=as_json, lang=lang)
    finally:
        program.close()
