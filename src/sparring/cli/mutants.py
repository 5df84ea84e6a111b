"""`sparring mutants`: how good anyone's tests are."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from sparring.cli.console import JsonOption, LangOption, clean, escape, out, print_json, speaking, told, told_progress
from sparring.core.problem import UsageError
from sparring.core.text import Message

if TYPE_CHECKING:
    from sparring.judge.mutants.suite import Framework
    from sparring.usecases.mutants import Measured
    from sparring.words import Words


def mutants(
    module: Annotated[Path, typer.Argument(metavar="MODULE.py", help="The module under test.")],
    tests: Annotated[Path, typer.Argument(metavar="TESTS.py", help="Its tests, for pytest or unittest: a file or a folder.")],
    framework: Annotated[str | None, typer.Option(help="pytest or unittest; found out by itself where it is not said.")] = None,
    most: Annotated[int | None, typer.Option(min=1, help="Judge a sample of at most so many mutants.")] = None,
    own_machine: Annotated[
        bool, typer.Option("--on-this-machine", help="What no confined engine can run, run unconfined here: for your own code only.")
    ] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Change a module in all the ways people get it wrong, and see which changes its tests notice."""
    from random import Random

    from sparring.config.embedded import open_app
    from sparring.usecases import mutants as judging

    words = speaking(lang)
    if framework not in (None, "pytest", "unittest"):
        raise UsageError(Message("usage.not-one-of", {"name": "--framework", "value": framework[:80], "known": "pytest, unittest"}))
    program = open_app(progress=None if as_json else told_progress(lang))
    try:
        found = told(
            lambda: judging.measure(
                program, module, tests, framework=cast("Framework | None", framework), most=most, own_machine=own_machine, random=Random()
            ),
            as_json=as_json,
            lang=lang,
        )
    finally:
        program.close()
    if as_json:
        print_json(
            {**judging.as_json(found), **({"error": words.say(judging.trouble_message(found.report))} if found.report.trouble else {})}
        )
    else:
        _show(found, words)
    raise typer.Exit(0 if found.passed else 1)


def _show(found: "Measured", words: "Words") -> None:
    from sparring.cli.evidence import render
    from sparring.usecases import mutants as judging

    report = found.report
    if report.trouble:
        out.print(f"[bold red]■[/] {escape(clean(words.say(judging.trouble_message(report))))}")
    else:
        style = "green" if found.passed else "red" if report.survived else "yellow"
        timeouts = f" ({words('mutants.timeouts', count=report.timeouts)})" if report.timeouts else ""
        out.print(
            f"[bold {style}]{escape(words('mutants.summary', count=len(report.judged), killed=len(report.killed)))}[/]{escape(timeouts)}"
        )
        out.print(escape(words("mutants.speed", tests=len(report.tests), seconds=words.number(found.seconds, 2))), style="dim")
    for remark in judging.remarks(found):
        out.print(f"[yellow]![/] {escape(clean(words.say(remark)))}")
    evidence = judging.evidence(report)
    if report.trouble is None or report.trouble.tests:
        out.print(render(evidence, words))
