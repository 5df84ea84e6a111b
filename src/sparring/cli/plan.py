"""`sparring plan new|solve|check|risk|read|convert`."""

import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from sparring.cli.console import JsonOption, LangOption, clean, err, escape, out, print_json, speaking, told
from sparring.cli.reading import raw_from
from sparring.core.clock import SystemClock
from sparring.words import Words

app = typer.Typer(help="Plans of work: check them, find the best one, see the risk, read and write trackers' files.", no_args_is_help=True)
FileArgument = Annotated[str, typer.Argument(metavar="FILE", help="A plan (JSON), a tracker's export, or - for standard input.")]


def _now() -> datetime:
    return SystemClock().now()


def _content(file: str, lang: str | None, as_json: bool) -> tuple[str, bytes]:
    raw = told(lambda: raw_from(file, speaking(lang).language), as_json=as_json, lang=lang)
    return next(iter(raw.files.items()))


def _project(file: str, lang: str | None, as_json: bool) -> Any:
    from sparring.usecases import plans

    name, content = _content(file, lang, as_json)
    problems = told(lambda: plans.read_problems(name, content), as_json=as_json, lang=lang)
    words = speaking(lang)
    if problems:
        sentences = [words.say(problem.message) for problem in problems]
        if as_json:
            print_json({"error": sentences[0], "code": 2, "problems": sentences})
        for sentence in () if as_json else sentences[:20]:
            err.print(f"[bold red]✗[/] {escape(clean(sentence))}")
        raise typer.Exit(2)
    project, notes = told(lambda: plans.open_plan(name, content, _now()), as_json=as_json, lang=lang)
    for note in notes:
        err.print(escape(words.say(note)), style="dim")
    return project


@app.command("new")
def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it, say plan.json.")],
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Write a small plan to change into one's own: a team, tasks with three estimates each, what waits for what, and who does what from when."""
    from sparring.usecases import plans
    from sparring.usecases.plan_example import example

    words = speaking(lang)
    content = plans.plan_text(example(words.language))
    try:
        with file.open("x", encoding="utf-8") as written:
            written.write(content)
    except FileExistsError:
        _refused(words("plans.there-already", path=str(file)), as_json=as_json)
    except OSError as error:
        _refused(words("cli.cannot-write", path=str(file), why=error.strerror or str(error)), as_json=as_json)
    if as_json:
        print_json({"written": str(file), "bytes": len(content.encode())})
    else:
        out.print(words("plans.new", path=str(file)))


def _refused(sentence: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"error": sentence, "code": 2})
    else:
        err.print(f"[bold red]✗[/] {escape(clean(sentence))}")
    raise typer.Exit(2)


@app.command("solve")
def solve(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A PSPLIB instance (.sm), a plan (JSON) or a tracker's export.")],
    seconds: Annotated[float, typer.Option(help="Give up proving after that many seconds.", min=0.1)] = 60.0,
    heuristic: Annotated[bool, typer.Option("--heuristic", help="Do not use the solver, even where it is installed.")] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """The shortest schedule, proved where OR-Tools is installed. Exit code 1 if it could not be proved."""
    from sparring.usecases import plans

    words = speaking(lang)
    name, content = _content(file, lang, as_json)
    found = told(lambda: plans.solved(name, content, seconds, _now(), exact=not heuristic), as_json=as_json, lang=lang)
    notes = [words.say(note) for note in found["notes"]]
    if as_json:
        print_json(found | {"notes": notes})
    else:
        for note in notes:
            err.print(escape(clean(note)), style="dim")
        rows = found["schedule"]
        unit = "plans.in-hours" if isinstance(rows, list) else "plans.in-units"
        length = words(unit, count=found["makespan"])
        out.print(words("plans.proved" if found["proved"] else "plans.not-proved", makespan=length, seconds=found["seconds"]))
        if not found["solver"] and not found["proved"]:
            out.print(words("plans.no-solver"), style="dim")
        _print_schedule(rows, words)
    raise typer.Exit(0 if found["proved"] else 1)


def _print_schedule(rows: Any, words: Words) -> None:
    """A plan's rows, or the starts of a published problem's jobs, below a header."""
    if isinstance(rows, dict):
        out.print(f"  {words('plans.head-job'):>6}  {words('plans.head-start'):>6}", style="dim")
        for job, start in rows.items():
            out.print(f"  {job:>6}  {start:>6}")
        return
    out.print(f"  {words('plans.head-day'):>6}  {words('plans.head-person'):<16} {words('plans.head-task')}", style="dim")
    for row in rows:
        out.print(escape(clean(f"  {row['day']:>6g}  {row['person']:<16} {row['task']}")))


@app.command("check")
def check(file: FileArgument, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """What is wrong with a plan, where, and what to do. Exit code 1 if it cannot work."""
    from sparring.usecases import plans

    words = speaking(lang)
    found = plans.checked(_project(file, lang, as_json), words)
    if as_json:
        print_json(found)
    else:
        for one in found["remarks"]:
            out.print(f"[{'red' if one['blocker'] else 'yellow'}]{'■' if one['blocker'] else '○'}[/] {escape(clean(one['message']))}")
            out.print(f"  {escape(clean(one['remedy']))}", style="dim")
        for one in found["loads"]:
            out.print(escape(clean(f"  {one['name']:<16} {one['hours']:>4} h / {one['has']} h")))
        if found["ends"]:
            out.print(words("plans.ends", days=found["days"], date=found["ends"]))
    raise typer.Exit(1 if any(one["blocker"] for one in found["remarks"]) else 0)


@app.command("risk")
def risk(
    file: FileArgument,
    runs: Annotated[int, typer.Option(min=100, max=100_000, help="How many times the work is played through.")] = 10_000,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """When the work will be done: half of the runs, four of five, the chance to meet the date, and which task drives the risk."""
    from sparring.usecases import plans

    words = speaking(lang)
    project = _project(file, lang, as_json)
    if not project.plan:
        project = told(lambda: plans.best_plan(project), as_json=as_json, lang=lang)
    found = told(lambda: plans.risk(project, runs), as_json=as_json, lang=lang)
    if as_json:
        print_json(found)
        return
    if found["left_out"]:
        out.print(words("plans.left-out", count=found["left_out"]), style="yellow")
    for name in ("planned", "p50", "p80", "p95"):
        out.print(words(f"plans.{name}", date=found[name]["date"], day=found[name]["day"]))
    if found["chance"] is not None:
        out.print(words("plans.chance", percent=found["percent"], date=found["deadline"]))
    for one in found["drivers"]:
        out.print(escape(clean(f"  {one['correlation']:.2f}  {one['title']}")))


@app.command("read")
def read(file: FileArgument, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """What a tracker's export tells: how work was split and assigned, how long it took, what was late, who waited for whom."""
    from sparring.planning.trackers import files
    from sparring.usecases import plans

    words = speaking(lang)
    name, content = _content(file, lang, as_json)
    backlog = told(lambda: files.read(name, content), as_json=as_json, lang=lang)
    found = plans.told(backlog, _now())
    if as_json:
        print_json({"format": backlog.format, "notes": [words.say(note) for note in backlog.notes], **asdict(found)})
        return
    for sentence in (*map(words.say, backlog.notes), *sentences(found, words)):
        out.print(escape(clean(sentence)))


def sentences(found: Any, words: Words) -> list[str]:
    """The story in sentences."""
    from sparring.usecases.plan_story import told_story

    return [words.say(message) for message in told_story(found)]


@app.command("convert")
def convert(
    file: FileArgument,
    to: Annotated[
        str,
        typer.Option(
            help="jira-csv, gitlab-csv, gitlab-json, asana-csv, asana-json, github-csv, trello-json, plan-json, mermaid, svg, ics."
        ),
    ],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write here instead of standard output.")] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """A tracker's export or a plan in another format."""
    from sparring.usecases import plans

    words = speaking(lang)
    content, notes = told(lambda: plans.converted(*_content(file, lang, as_json), to, _now()), as_json=as_json, lang=lang)
    for note in notes:
        err.print(escape(words.say(note)), style="dim")
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        err.print(escape(words("cli.cannot-read", path=str(output), why=error.strerror or str(error))))
        raise typer.Exit(2) from error
    if as_json:
        print_json({"written": str(output), "bytes": len(content), "notes": [words.say(note) for note in notes]})
