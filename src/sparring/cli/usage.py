"""What was typed wrongly, told in the chosen language or as JSON: the parser speaks English only.

The parser's errors differ by class and, within a class, by their English sentence; both are read here, and a sentence that nobody foresaw is passed on as it is.
"""

import difflib
import re
import sys
from collections.abc import Sequence
from typing import Any

from typer._click.exceptions import (
    BadParameter,
    ClickException,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)

from sparring.cli.calling import in_words
from sparring.cli.console import language, tell_error
from sparring.core.problem import SparringError
from sparring.core.problem import UsageError as Misuse
from sparring.core.text import Message, Param

WRONG_USAGE = 2
_EXTRA = re.compile(r"Got unexpected extra argument\(?s?\)? \((.*)\)", re.DOTALL)
_COMMAND = re.compile(r"No such command '(.*?)'\.", re.DOTALL)
_OPTION = re.compile(r"Option '(.*?)' (requires an argument|does not take a value|requires \d+ arguments)", re.DOTALL)
_NUMBERS = {"int_parsing": "usage.no-whole-number", "int_from_float": "usage.no-whole-number", "float_parsing": "usage.no-number"}
_BOUNDS = {
    "greater_than_equal": ("usage.too-small", "ge"),
    "less_than_equal": ("usage.too-great", "le"),
    "greater_than": ("usage.too-small", "gt"),
    "less_than": ("usage.too-great", "lt"),
}


def tell(error: ClickException, arguments: Sequence[str]) -> int:
    """Say what was wrong, and how the command is called; the exit code."""
    if isinstance(error, NoArgsIsHelpError) and "--json" not in arguments:
        error.show()
        return WRONG_USAGE
    lang = wanted_language(arguments)
    where = getattr(error, "ctx", None)
    usage = _how(where, lang) if where else None
    return tell_error(Misuse(message(error)), as_json="--json" in arguments, lang=lang, then=usage)


def tell_misuse(error: SparringError, arguments: Sequence[str]) -> int:
    """The same of an error of ours that a command did not tell itself."""
    return tell_error(error, as_json="--json" in arguments, lang=wanted_language(arguments))


def message(error: ClickException) -> Message:
    """The error as a message of ours."""
    if isinstance(error, NoArgsIsHelpError):
        return Message("usage.no-command")
    if isinstance(error, NoSuchOption):
        near = ", ".join(sorted(error.possibilities or ()))
        return (
            Message("usage.no-option-near", {"name": error.option_name, "near": near})
            if near
            else Message("usage.no-option", {"name": error.option_name})
        )
    if isinstance(error, MissingParameter):
        return Message(f"usage.missing-{'argument' if _is_argument(error) else 'option'}", {"name": _name(error)})
    if isinstance(error, BadParameter):
        return _bad_value(error)
    return _by_sentence(error)


def _by_sentence(error: ClickException) -> Message:
    """What the parser tells by a sentence alone."""
    if found := _COMMAND.match(error.message):
        return _no_command(error, found[1])
    if found := _EXTRA.match(error.message):
        return Message("usage.extra", {"what": found[1]})
    if found := _OPTION.match(error.message):
        return Message("usage.takes-none" if "not take" in found[2] else "usage.needs-value", {"name": found[1]})
    if error.message.startswith("Missing command"):
        return Message("usage.no-command")
    return Message("usage.wrong", {"what": error.format_message()})


def _no_command(error: ClickException, name: str) -> Message:
    group = error.ctx if isinstance(error, UsageError) else None
    known = group.command.list_commands(group) if group is not None and hasattr(group.command, "list_commands") else []
    near = ", ".join(difflib.get_close_matches(name, known, 3, 0.6))
    return Message("usage.unknown-command-near", {"name": name, "near": near}) if near else Message("usage.unknown-command", {"name": name})


def _bad_value(error: BadParameter) -> Message:
    """What is wrong with the value of an option or argument; the parser's validator tells it by a type."""
    validated = getattr(error.__cause__, "errors", None)
    first: dict[str, Any] = next(iter(validated()), {}) if callable(validated) else {}
    kind = str(first.get("type", ""))
    given: dict[str, Param] = {"name": _name(error), "value": str(first.get("input", ""))[:80]}
    if kind in _NUMBERS:
        return Message(_NUMBERS[kind], given)
    if kind in _BOUNDS:
        said, bound = _BOUNDS[kind]
        return Message(said, {**given, "bound": first["ctx"][bound]})
    return Message("usage.bad-value", {"name": _name(error), "why": error.message})


def _is_argument(error: BadParameter) -> bool:
    return error.param is not None and error.param.param_type_name == "argument"


def _name(error: BadParameter) -> str:
    """How the option or argument is written."""
    if error.param is None:
        return str(error.param_hint or "")
    return str(error.param.display_name_raw) if _is_argument(error) else max(error.param.opts, key=len)


def _how(where: Any, lang: str | None) -> Message:
    """How the command is called; `lang`: the language that was asked for, which its help is told in, too."""
    command = str(where.command_path).split()[1:]
    pieces = " ".join(where.command.collect_usage_pieces(where))
    asked = ["--lang", lang] if lang else []
    return Message(
        "usage.see",
        {"usage": " ".join([*command, in_words(pieces, language(lang))]).strip(), "help": " ".join([*asked, *command, "--help"])},
    )


def wanted_language(arguments: Sequence[str]) -> str | None:
    """The language asked for on the command line, where it is one of ours."""
    for place, argument in enumerate(arguments):
        name, sign, value = argument.partition("=")
        wanted = value if sign else next(iter(arguments[place + 1 :]), "")
        if name == "--lang":
            try:
                return language(wanted)
            except Misuse:
                return None
    return None


def typed() -> list[str]:
    """What was typed, up to a lone `--`."""
    given = sys.argv[1:]
    return given[: given.index("--")] if "--" in given else given
