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
from sparring.planning.trackers.backlog import is_cut
from sparring.words import Words

app = typer.Typer(help="Plans of work: check them, find the best one, see the risk, read and write trackers' files.", no_args_is_help=True)
FileArgument = Annotated[str, typer.Argument(metavar="FILE", help="A plan (JSON), a tracker's export, or - for standard input.")]


def _now() -> datetime:
    return SystemClock().now()


def _content(file: str, lang: str | None, as_json: bool) -> tuple[str, bytes]:
    raw = told(lambda: raw_from(file, speaking(lang).language), as_json=as_json, lang=lang)
    return next(iter(raw.files.items()))


def _project(file: str, lang: str | None, as_json: bool) -> tuple[Any, bool]:
    """The project in a file, and whether the file was whole."""
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
    return project, not is_cut(notes)


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
    whole = not is_cut(found["notes"])
    project = found.pop("project")
    if as_json:
        print_json(found | {"notes": notes})
    else:
        for note in notes:
            err.print(escape(clean(note)), style="dim")
        length = words("plans.in-hours" if project else "plans.in-units", count=found["makespan"])
        took = words.took(found["seconds"] * 1000)
        out.print(words("plans.proved-in" if found["proved"] else "plans.best-in", makespan=length, time=took))
        if not found["solver"] and not found["proved"]:
            out.print(words("plans.no-solver"), style="dim")
        if project:
            _print_plan(project, words)
        else:
            _print_starts(found["schedule"], words)
    raise typer.Exit(0 if found["proved"] and whole else 1)


def _print_starts(starts: dict[str, int], words: Words) -> None:
    """The starts of a published problem's jobs, below a header."""
    out.print(f"  {words('plans.head-job'):>6}  {words('plans.head-start'):>6}", style="dim")
    for job, start in starts.items():
        out.print(f"  {job:>6}  {start:>6}")


def _print_plan(project: Any, words: Words) -> None:
    """When a plan ends, and its tasks in the order in which they begin, below a header."""
    from sparring.usecases import plans

    day, date = plans.ends(project)
    if project.deadline and date > project.deadline:
        out.print(words("plans.solved-late", date=words.day(date), day=int(day), deadline=words.day(project.deadline)), style="yellow")
    else:
        out.print(words("plans.solved-ends", date=words.day(date), day=int(day)))
    rows = plans.days(project)
    dates, people = max(len(words.day(row[1])) for row in rows), min(24, max(len(row[2]) for row in rows))
    head = f"{words('plans.head-date'):<{dates}}  {words('plans.head-person'):<{people}}  {words('plans.head-task')}"
    out.print(f"\n  {words('plans.head-day'):>6}  {head}", style="dim")
    for begins, when, person, title in rows:
        out.print(escape(clean(f"  {words.plain(begins):>6}  {words.day(when):<{dates}}  {person:<{people}}  {title}")))


@app.command("check")
def check(file: FileArgument, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """What is wrong with a plan, where, and what to do. Exit code 1 if it cannot work."""
    from sparring.usecases import plans

    words = speaking(lang)
    project, whole = _project(file, lang, as_json)
    found = plans.checked(project, words)
    if as_json:
        print_json(found)
    else:
        for one in found["remarks"]:
            out.print(f"[{'red' if one['blocker'] else 'yellow'}]{'■' if one['blocker'] else '○'}[/] {escape(clean(one['message']))}")
            out.print(f"  {escape(clean(one['remedy']))}", style="dim")
        for one in found["loads"]:
            out.print(escape(clean(f"  {one['name']:<16} {words.plain(one['hours']):>4} h / {words.plain(one['has'])} h")))
        if found["ends"]:
            out.print(words("plans.ends", days=found["days"], date=found["ends"]))
    raise typer.Exit(1 if any(one["blocker"] for one in found["remarks"]) or not whole else 0)


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
    project, whole = _project(file, lang, as_json)
    if not project.plan:
        project = told(lambda: plans.best_plan(project), as_json=as_json, lang=lang)
    found = told(lambda: plans.risk(project, runs), as_json=as_json, lang=lang)
    if as_json:
        print_json(found)
    else:
        _print_risk(found, words)
    raise typer.Exit(0 if whole else 1)


def _print_risk(found: dict[str, Any], words: Words) -> None:
    if found["left_out"]:
        out.print(words("plans.left-out", count=found["left_out"]), style="yellow")
    for name in ("planned", "p50", "p80", "p95"):
        out.print(words(f"plans.{name}", date=found[name]["date"], day=found[name]["day"]))
    if found["chance"] is not None:
        out.print(words("plans.chance", percent=found["percent"], date=found["deadline"]))
    for one in found["drivers"]:
        out.print(escape(clean(f"  {words.number(one['correlation'], 2)}  {one['title']}")))


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
    else:
        for note in backlog.notes:
            err.print(escape(clean(words.say(note))), style="yellow")
        for sentence in sentences(found, words):
            out.print(escape(clean(sentence)))
    raise typer.Exit(1 if is_cut(backlog.notes) else 0)


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
    code = 1 if is_cut(notes) else 0
    if output is None:
        sys.stdout.buffer.write(content)
        raise typer.Exit(code)
    try:
        output.write_bytes(content)
    except OSError as error:
        err.print(escape(words("cli.cannot-read", path=str(output), why=error.strerror or str(error))))
        raise typer.Exit(2) from error
    if as_json:
        print_json({"written": str(output), "bytes": len(content), "notes": [words.say(note) for note in notes]})
    raise typer.Exit(code)
