"""The commands by name, each loaded when it is asked for: a start pays for the one command that it runs."""

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from typer import Typer
from typer.core import TyperGroup
from typer.main import get_command_from_info, get_group_from_info
from typer.models import CommandInfo, TyperInfo

from sparring.cli.helped import HelpContext, speaking

if TYPE_CHECKING:
    from typer._click import Command, Context

COMMANDS = {
    "today": "study.today:today",
    "study": "study.main:app",
    "interview": "interviews:app",
    "list": "exercises:list_exercises",
    "show": "exercises:show",
    "grade": "exercises:grade",
    "reveal": "exercises:reveal",
    "hint": "hints:hint",
    "open": "workspace:open_",
    "watch": "workspace:watch",
    "skip": "workspace:skip",
    "submit": "workspace:submit",
    "lab": "lab:lab",
    "verify": "lab:verify",
    "growth": "growth:growth",
    "mutants": "mutants:mutants",
    "profile": "profile:profile",
    "english": "english:english",
    "glossary": "english:glossary",
    "speech": "speech:speech",
    "record": "speech:record",
    "recordings": "speech:recordings",
    "story": "stories:story",
    "project": "stories:project",
    "portfolio": "portfolio:portfolio",
    "plan": "plan:app",
    "pack": "packs:app",
    "web": "web:web",
    "install": "install:install",
    "prepare": "doctor:prepare",
    "doctor": "doctor:doctor",
    "bench": "bench:app",
}
"""Where each command is: the module below `sparring.cli`, and its function or group in there."""


class Commands(TyperGroup):
    """The group of all commands."""

    context_class = HelpContext

    def list_commands(self, ctx: "Context") -> list[str]:  # noqa: ARG002 - TyperGroup's signature
        """Their names, as the help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":  # noqa: ARG002
        """The command of that name, loaded now; None if there is none."""
        return command(cmd_name) if cmd_name in COMMANDS else None


@lru_cache(maxsize=len(COMMANDS))
def command(name: str) -> "Command":
    """A command or group, as the parser knows it."""
    module, _, attribute = COMMANDS[name].partition(":")
    found = getattr(import_module(f"sparring.cli.{module}"), attribute)
    if isinstance(found, Typer):
        info = TyperInfo(found, name=name)
        return speaking(get_group_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None, suggest_commands=True))
    return speaking(get_command_from_info(CommandInfo(name, callback=found), pretty_exceptions_short=False, rich_markup_mode=None))
