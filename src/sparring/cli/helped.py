"""The help in the chosen language. The parser shows what stands in the code, in English: its words are exchanged right before it does.

`locale/help.LANGUAGE.po` has what commands, options and the parser say by their English words (`calling.py`).
"""

import os
import re
from collections.abc import Iterable
from inspect import cleandoc
from typing import Any

from typer._click.core import Command, Context
from typer._click.formatting import HelpFormatter
from typer.core import TyperGroup

from sparring.cli.calling import PLACES, in_words, sentences
from sparring.cli.console import language
from sparring.cli.usage import typed, wanted_language
from sparring.core.text import Language

PARSER = ("Usage:", "Arguments", "Options", "Commands", *PLACES, "required", "default:", "Show this message and exit.")
"""What the parser itself says in a help."""
_FACTS = re.compile(r"(?<=[\[ ])(?:default:|required\])")
"""What it says of an option, in square brackets: that it must be given, what it is otherwise."""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a help text, each in one line."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", cleandoc(text)) if part.strip()]


def said_of(command: Command) -> Iterable[Any]:
    """What has a help text of its own: the command, its arguments and options."""
    return (one for one in (command, *command.params) if getattr(one, "help", None))


class Formatter(HelpFormatter):
    """The parser's own words in the chosen language, and the program called as the person at hand calls it."""

    lang: Language

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is called."""
        _, _, command = prog.partition(" ")
        called = " ".join(filter(None, (os.environ.get("SPARRING_START") or "sparring", command)))
        super().write_usage(called, in_words(args, self.lang), f"{prefix or self._in_words('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        """The title of a section."""
        super().write_heading(self._in_words(heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **more: Any) -> None:
        """Names, and what they are."""
        told = [(name, _FACTS.sub(lambda found: self._in_words(found[0]), self._in_words(text))) for name, text in rows]
        super().write_dl(told, *args, **more)

    def _in_words(self, said: str) -> str:
        end = "]" if said == "required]" else ""
        word = said.removesuffix(end)
        return sentences(self.lang).get(word, word) + end


class HelpContext(Context):
    """A command as it is called. Its help speaks the chosen language."""

    def get_help(self) -> str:
        """The help of the command; of a group, with its commands in a line each."""
        known = sentences(_language())
        group = self.command if isinstance(self.command, TyperGroup) else None
        inner = [group.get_command(self, name) for name in group.list_commands(self)] if group else []
        for command in (self.command, *filter(None, inner)):
            for one in said_of(command) if known else ():
                one.help = "\n\n".join(known.get(part, part) for part in paragraphs(one.help))
        return super().get_help()

    def make_formatter(self) -> HelpFormatter:
        """What writes the help."""
        made = Formatter(width=self.terminal_width, max_width=self.max_content_width)
        made.lang = _language()
        return made


def _language() -> Language:
    return language(wanted_language(typed()))


def speaking(command: Command) -> Command:
    """A command, or a group with all of its commands, whose help speaks the chosen language."""
    command.context_class = HelpContext
    for inner in getattr(command, "commands", {}).values():
        speaking(inner)
    return command
