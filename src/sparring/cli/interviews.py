"""`sparring interview …`: a mock interview in the terminal."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sparring.cli.console import JsonOption, LangOption, escape, out, print_json, speaking, talk, told, told_progress

if TYPE_CHECKING:
    from sparring.cli.table import Table
    from sparring.content.schema import InterviewPlan
    from sparring.usecases.app import App
    from sparring.usecases.interviews import Interview
    from sparring.words import Words

app = typer.Typer(help="Take a mock interview in the terminal.", invoke_without_command=True)
RoleOption = Annotated[str | None, typer.Option("--role", help="Put an interview together for this role; see `sparring interview plans`.")]
LevelOption = Annotated[str | None, typer.Option("--level", help="Its level: junior, mid or senior.")]
MinutesOption = Annotated[int | None, typer.Option("--minutes", help="Its length: 20, 40 or 60 minutes.")]
InLanguage = Annotated[str | None, typer.Option("--in", help="Language that the interview is held in: en (default) or it.")]


@app.callback()
def continue_or_start(context: typer.Context, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Take a mock interview in the terminal: without a command, go on with the one that was not finished, else begin one.

    With --json the conversation is held on standard error, and the scorecard is the answer, or the interview's id where it is not finished.
    """
    if context.invoked_subcommand is not None:
        return
    from sparring.usecases import interviews

    def chosen(program: "App", table: "Table") -> "Interview":
        found = interviews.unfinished(program)
        if found is not None:
            table.welcome_back(found)
            return found
        table.welcome()
        wanted = _wanted(program, table)
        return interviews.start(program, wanted, table.ask_language())

    _take(chosen, as_json=as_json, lang=lang)


def _take(chosen: Callable[["App", "Table"], "Interview"], *, as_json: bool, lang: str | None, seed: int | None = None) -> None:
    """Play the interview that is `chosen`, and end with its scorecard as JSON where that is asked for."""
    from random import Random

    from sparring.cli.playing import play
    from sparring.cli.table import Paused, Table
    from sparring.config.embedded import open_app

    words = speaking(lang)
    program = open_app(progress=told_progress(lang), random=Random(seed))
    try:
        with talk(as_json=as_json):
            table = Table(words)
            found = told(lambda: chosen(program, table), as_json=as_json, lang=lang)
            told(lambda: play(program, found, table), as_json=as_json, lang=lang)
        if as_json:
            print_json(_ended(found, words))
    except Paused:  # before the first question: nothing has begun
        if as_json:
            print_json({"interview": None, "finished": False})
        raise typer.Exit(0) from None
    finally:
        program.close()


def _ended(interview: "Interview", words: "Words") -> dict[str, Any]:
    """The scorecard; of an interview that is not finished, how it is gone on with."""
    from sparring.report.export import to_json

    return to_json(interview.scorecard(), words) if interview.over() else {"interview": interview.id, "finished": False}


@app.command("start")
def start(
    plan: Annotated[str | None, typer.Argument(help="Which interview; see `sparring interview plans`.")] = None,
    role: RoleOption = None,
    level: LevelOption = None,
    minutes: MinutesOption = None,
    held_in: InLanguage = None,
    seed: Annotated[int | None, typer.Option(help="Choose the exercises by this number.")] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Begin a new interview: a prepared one, or one for a role, a level and a length."""
    from sparring.cli.console import language
    from sparring.usecases import interviews

    def chosen(program: "App", table: "Table") -> "Interview":
        own = _composed(program, plan, role, level, minutes)
        return interviews.start(program, own.id if own else plan or _wanted(program, table), language(held_in or "en"))

    _take(chosen, as_json=as_json, lang=lang, seed=seed)


def _composed(program: "App", plan: str | None, role: str | None, level: str | None, minutes: int | None) -> "InterviewPlan | None":
    """The interview that role, level and length ask for; None where none of them is given. UsageError beside a `plan`."""
    from sparring.core.problem import UsageError
    from sparring.core.text import Message
    from sparring.usecases.composing import compose

    if role is None and level is None and minutes is None:
        return None
    if plan:
        raise UsageError(Message("interview.plan-or-role"))
    return compose(program, role, level, minutes)


def _wanted(program: "App", table: "Table") -> str | None:
    """The interview to begin: asked for at a terminal, else the one that fits the advertisement, backend without one; None if there is none."""
    from sparring.usecases.fitting import preferred
    from sparring.usecases.profile import profile

    usual, plans = preferred(program, profile(program).advert), list(program.library.plans.values())
    if usual is None or len(plans) == 1 or not sys.stdin.isatty():
        return usual.id if usual else None
    return table.ask_plan(plans, usual, own=bool(program.library.roles)) or table.ask_own(program).id


@app.command("resume")
def resume(
    interview: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Which interview; the latest that is not finished unless told.")
    ] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Go on with an interview (the last one that was not finished)."""
    from sparring.core.problem import UsageError
    from sparring.core.text import Message
    from sparring.usecases import interviews

    def chosen(program: "App", _: "Table") -> "Interview":
        found = interviews.opened(program, interview) if interview else interviews.unfinished(program)
        if found is None:
            raise UsageError(Message("interview.none-unfinished"))
        return found

    _take(chosen, as_json=as_json, lang=lang)


@app.command("list")
def list_interviews(as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Interviews taken, newest first."""
    from sparring.config.embedded import open_app

    words = speaking(lang)
    program = open_app()
    found = told(lambda: program.records.interviews(50), as_json=as_json, lang=lang)
    if as_json:
        print_json([{"id": r.id, "plan": r.snapshot["plan"], "created": r.created.isoformat(), "finished": r.finished} for r in found])
        return
    for record in found:
        state = words("interview.state-finished") if record.finished else words("interview.state-open")
        out.print(f"{record.id[:8]}  {words.moment(record.created)}  {state}  {escape(record.snapshot['title'][words.language])}")


@app.command("plans")
def plans(
    role: RoleOption = None, level: LevelOption = None, minutes: MinutesOption = None, as_json: JsonOption = False, lang: LangOption = None
) -> None:
    """The interviews that can be taken; with a role, level or length, the rounds that those give."""
    from sparring.config.embedded import open_app
    from sparring.content.schema import LENGTHS
    from sparring.core.exercise import LEVELS, short_id

    words = speaking(lang)
    program = open_app()

    def asked() -> "dict[str, InterviewPlan]":
        own = _composed(program, None, role, level, minutes)
        return {own.id: own} if own else program.library.plans

    found = told(asked, as_json=as_json, lang=lang)
    if as_json:
        rows = [
            {
                "id": short_id(plan.id),
                "role": plan.role,
                "level": plan.level,
                "title": {"en": plan.title.to("en"), "it": plan.title.to("it")},
                "rounds": [{"kind": r.kind, "topics": list(r.topics), "minutes": r.minutes} for r in plan.rounds],
            }
            for plan in found.values()
        ]
        print_json(rows)
        return
    for plan in found.values():
        takes = sum(part.minutes for part in plan.rounds)
        out.print(f"[bold]{escape(short_id(plan.id))}[/]  {escape(plan.title.to(words.language))}  [dim]{plan.level} · {takes}′[/]")
        for part in plan.rounds if role or level or minutes else ():
            kind = words(f"kind.{part.kind}") if words.has(f"kind.{part.kind}") else part.kind
            out.print(f"  {part.minutes:>3}′  {escape(kind)}")
    if program.library.roles and not (role or level or minutes):
        choices = {"roles": "|".join(program.library.roles), "levels": "|".join(LEVELS), "lengths": "|".join(map(str, LENGTHS))}
        out.print(escape(words("interviews.own", **choices)), style="dim")


@app.command("scorecard")
def scorecard(
    interview: Annotated[str | None, typer.Argument(metavar="[ID]", help="The last one if left out.")] = None,
    markdown: Annotated[Path | None, typer.Option("--markdown", help="Write it to this file.")] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """The scorecard of an interview."""
    from sparring.cli.scorecards import render
    from sparring.config.embedded import open_app
    from sparring.report.export import to_json, to_markdown
    from sparring.usecases import interviews

    words = speaking(lang)
    program = open_app()
    card = told(lambda: interviews.latest(program, interview).scorecard(), as_json=as_json, lang=lang)
    if markdown:
        markdown.write_text(to_markdown(card, words), encoding="utf-8")
    if as_json:
        print_json(to_json(card, words))
    elif not markdown:
        out.print(render(card, words))
