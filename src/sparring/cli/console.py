"""What every command shares: the language, the two consoles, errors in words, exit codes."""

import json
import locale
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any, TypeVar, get_args

import typer
from rich.console import Console

from sparring.core.problem import SparringError, UsageError
from sparring.core.text import Language, Message, readable
from sparring.words import Words, words

Result = TypeVar("Result")
JsonOption = Annotated[bool, typer.Option("--json", help="Answer with JSON on standard output.")]
LangOption = Annotated[str | None, typer.Option("--lang", help="Language of the answer: en or it.")]

YES, NO = frozenset(("y", "yes", "s", "si", "sì")), frozenset(("", "n", "no"))
out = Console(highlight=False, soft_wrap=False)
err = Console(stderr=True, highlight=False)


def language(chosen: str | None = None) -> Language:
    """The language to speak: the one asked for, `SPARRING_LANG`, the system's, English."""
    candidates = (chosen, os.environ.get("SPARRING_LANG"), os.environ.get("LC_ALL"), os.environ.get("LC_MESSAGES"), os.environ.get("LANG"))
    wanted = next((value for value in candidates if value), None) or locale.getlocale()[0] or "en"
    for known in get_args(Language):
        if wanted.lower().startswith(known):
            found: Language = known
            return found
    if chosen:
        raise UsageError(Message("usage.not-one-of", {"name": "--lang", "value": chosen[:80], "known": "en, it"}))
    return "en"


def print_json(data: Any) -> None:
    """JSON on standard output, readable by people and programs."""
    sys.stdout.write(readable(json.dumps(data, ensure_ascii=False, indent=2)) + "\n")


def print_removed(*, as_json: bool) -> None:
    """What a removal answers where JSON is asked for; in the terminal it says nothing."""
    if as_json:
        print_json({"ok": True})


@contextmanager
def talk(*, as_json: bool) -> Iterator[None]:
    """A conversation in the terminal, on standard error where JSON is asked for: standard output holds the JSON alone."""
    before, out.stderr = out.stderr, as_json or out.stderr
    try:
        yield
    finally:
        out.stderr = before


def clean(text: str) -> str:
    """A text from outside with its control characters made visible: it may write, not steer the terminal."""
    return "".join(char if char in "\n\t" or char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)


def told(action: Callable[[], Result], *, as_json: bool = False, lang: str | None = None) -> Result:
    """Do `action`; an error is told in words and ends the program: 2 for wrong usage, 3 for a failure of ours."""
    try:
        return action()
    except SparringError as error:
        raise typer.Exit(tell_error(error, as_json=as_json, lang=lang)) from error


def tell_error(error: SparringError, *, as_json: bool, lang: str | None = None, then: Message | None = None) -> int:
    """Tell an error in words, and `then` what helps, or as JSON; the exit code: 2 for wrong usage, 3 for a failure of ours."""
    say = speaking(lang)
    sentence, code = say.say(error.saying), 2 if isinstance(error, UsageError) else 3
    if as_json:
        print_json({"error": sentence, "code": code})
        return code
    err.print(f"[bold red]✗[/] {escape(clean(sentence))}")
    if then:
        err.print(escape(clean(say.say(then))), style="dim")
    return code


def broken(error: Exception) -> None:
    """Say in words that we failed, and keep the details where they can be looked up."""
    import traceback

    from sparring.config.folders import data_folder

    details = "".join(traceback.format_exception(error))
    log = data_folder() / "sparring.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with log.open("a", encoding="utf-8") as file:
            file.write(details + "\n")
        where = str(log)
    except OSError:
        where = details
    sentence = speaking(None)("cli.broken", what=f"{type(error).__name__}: {error}", where=where)
    if "--json" in sys.argv:
        print_json({"error": sentence, "code": 3})
    else:
        err.print(f"[bold red]✗[/] {escape(clean(sentence))}")


def escape(text: str) -> str:
    """A text in which rich finds no markup."""
    from rich.markup import escape as rich_escape

    return rich_escape(text)


def speaking(lang: str | None) -> Words:
    """The words to speak."""
    from sparring import catalog

    return words(language(lang), catalog.locale_folders())


def agreed(question: str, words: Words) -> bool:
    """Whether the person says yes, in either language; no is what Enter says. Asked on standard error: no JSON is mixed with it."""
    while True:
        said = typer.prompt(f"{question} {words('cli.yes-no')}", default="", show_default=False, err=True).strip().lower()
        if said in YES or said in NO:
            return said in YES
        question = words("cli.yes-or-no")


def told_progress(lang: str | None, doing: str = "progress.engine") -> Callable[[float], None]:
    """Progress of preparing the engine, or of what a message names, on standard error: a line that moves, or one line where nobody watches."""
    say = speaking(lang)
    told_once = False

    def tell(share: float) -> None:
        nonlocal told_once
        if sys.stderr.isatty():
            end = "\n" if share >= 1 else ""
            sys.stderr.write(f"\r{say(doing)} {round(share * 100):3d} %{end}")
            sys.stderr.flush()
        elif not told_once:
            sys.stderr.write(say(doing) + "\n")
        told_once = True

    return tell
