"""`sparring portfolio`: one's own repositories, as an interviewer sees them."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sparring.cli.console import JsonOption, LangOption, agreed, clean, err, escape, out, print_json, speaking, told
from sparring.core.problem import UsageError
from sparring.core.text import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sparring.core.text import Saying
    from sparring.core.verdict import Finding
    from sparring.portfolio import Audit
    from sparring.portfolio.exports import Since
    from sparring.words import Words


def portfolio(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH...", help="Folders of git repositories.")] = None,
    github: Annotated[
        str | None, typer.Option(metavar="NAME", help="Clone the public repositories of this GitHub account and look at those.")
    ] = None,
    cv: Annotated[Path | None, typer.Option(metavar="FILE", help="A CV as text: what it names is looked for in the code.")] = None,
    run: Annotated[
        bool, typer.Option("--run", help="Also install a copy of each, behind the native engine's wall, and run its tests. Asks first.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask before --run.")] = False,
    form: Annotated[str, typer.Option("--format", help="text, md, json, sarif or pdf.")] = "text",
    plan: Annotated[bool, typer.Option("--plan", help="Put the questions about the code on the study plan, as exercises.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where the PDF goes (of one repository).")] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Audit repositories: reasons with places, what to mend first, what an interviewer would ask. Nothing in them is run, unless you say --run."""
    from sparring.config.embedded import open_app
    from sparring.usecases import portfolio as verbs

    words = speaking(lang)
    app = open_app(workers=1)
    form = "json" if as_json else form
    quiet = form != "text"
    folders = list(paths or ())
    if form not in ("text", "md", "json", "sarif", "pdf") or (form == "pdf" and (output is None or len(folders) + bool(github) != 1)):
        told(lambda: _usage("portfolio.form", form=form), lang=lang)
    if github:
        folders += told(lambda: verbs.fetch(app, github, os.environ.get("GITHUB_TOKEN", "")), as_json=quiet, lang=lang)
    if not folders:
        told(lambda: _usage("portfolio.nowhere"), as_json=quiet, lang=lang)
    run = run and (yes or _may_run(words, len(folders), as_json=quiet, lang=lang))
    if run:
        err.print(words("portfolio.running", seconds=300), style="dim")
    looked = []
    for folder in folders:
        with err.status(words("portfolio.reading", path=escape(clean(str(folder))))):
            looked.append(told(lambda folder=folder: verbs.look(app, folder, run=run), as_json=quiet, lang=lang))  # type: ignore[misc]
    claimed = told(lambda: verbs.claims(folders, _read(cv)), as_json=quiet, lang=lang) if cv else ()
    planned = [(a, told(lambda a=a: verbs.plan_questions(app, a.key), as_json=quiet, lang=lang)) for a, _, _ in looked if plan]  # type: ignore[misc]
    if form == "pdf" and output:
        told(lambda: _write_pdf(looked[0], output, words), lang=lang)
    else:
        _tell(form, looked, claimed if cv else None, words)
    _tell_planned(planned, words)
    raise typer.Exit(1 if any(audit.repairs for audit, _, _ in looked) else 0)


def _tell_planned(planned: "list[tuple[Audit, list[str]]]", words: "Words") -> None:
    """Last of all: how many questions went onto the plan, and how to answer the first."""
    for audit, names in planned:
        err.print(words("portfolio.planned", count=len(names), name=escape(clean(audit.name))))
    first = next((name for _, names in planned for name in names), None)
    if first:
        err.print(words("portfolio.planned-how", show=f"sparring show {first}", grade=f"sparring grade {first} FILE.md"), soft_wrap=True)


def _tell(
    form: str, looked: "list[tuple[Audit, Since | None, Saying | None]]", claimed: "Sequence[Finding] | None", words: "Words"
) -> None:
    from sparring.portfolio.exports import as_json as audit_json
    from sparring.portfolio.exports import as_markdown, as_sarif, claims_json, claims_markdown

    if form == "json":
        found: dict[str, Any] = {"repositories": [audit_json(audit, words) for audit, _, _ in looked]}
        if claimed is not None:
            found["claims"] = claims_json(claimed, words)
        print_json(found)
    elif form == "sarif":
        merged = as_sarif(looked[0][0], words)
        merged["runs"] = [as_sarif(audit, words)["runs"][0] for audit, _, _ in looked]
        print_json(merged)
    elif form == "md":
        reports = [as_markdown(audit, words, changed) for audit, changed, _ in looked]
        out.out("\n\n".join([*reports, *([claims_markdown(claimed, words)] if claimed else [])]), highlight=False)
    else:
        for audit, changed, not_kept in looked:
            _show(audit, changed, words)
            if not_kept:
                err.print(escape(words.say(not_kept)))
        if claimed is not None:
            _show_claims(claimed, words)


def _show_claims(claimed: "Sequence[Finding]", words: "Words") -> None:
    from rich.padding import Padding

    from sparring.cli.evidence import render
    from sparring.core.evidence import Places

    out.print(f"\n[bold]{words('portfolio.claims')}[/]")
    if not claimed:
        out.print(words("portfolio.claim.none"))
    for finding in claimed:
        out.print(f"{'[green]●[/]' if finding.ok else '[yellow]○[/]'} {escape(clean(words.say(finding.message)))}")
        if isinstance(finding.evidence, Places):
            out.print(Padding(render(finding.evidence, words), (0, 0, 0, 5)))


def _write_pdf(looked: "tuple[Audit, Since | None, Saying | None]", output: Path, words: "Words") -> None:
    from sparring.portfolio.paper import as_pdf

    made = as_pdf(looked[0], words, looked[1])
    try:
        output.write_bytes(made)
    except OSError as error:
        raise UsageError(Message("cli.cannot-write", {"path": str(output), "why": error.strerror or str(error)})) from error


def _may_run(words: "Words", count: int, *, as_json: bool, lang: str | None) -> bool:
    """Whether the person lets the code run; who says no is told that it is only looked at, and where nobody can answer that is said."""
    try:
        if agreed(words("portfolio.run-ask", count=count), words):
            return True
    except typer.Abort:
        err.print()
        told(lambda: _usage("portfolio.run-nobody"), as_json=as_json, lang=lang)
    err.print(words("portfolio.not-run"), style="dim")
    return False


def _usage(message: str, **params: str) -> None:
    raise UsageError(Message(message, dict(params)))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(Message("cli.cannot-read", {"path": str(path), "why": error.strerror or str(error)})) from error
    except UnicodeDecodeError as error:
        raise UsageError(Message("answer.not-utf8", {"byte": error.start})) from error


def _show(audit: "Audit", changed: "Since | None", words: "Words") -> None:
    from rich.padding import Padding

    out.rule(f"[bold]{escape(clean(audit.name))}[/]", align="left", style="dim")
    out.print(words("portfolio.md.looked", files=audit.files, commits=audit.commits, when=words.day(audit.when.date())), style="dim")
    if audit.truncated:
        err.print(words("portfolio.md.truncated"))
    for name, said in changed.lines(words) if changed else ():
        out.print(f"[{'green' if name == 'mended' else 'red'}]{words(f'portfolio.since.{name}')}:[/] {escape(clean(said))}")
    out.print(f"\n[bold]{words('portfolio.md.first')}[/]" if audit.repairs else words("portfolio.md.nothing"))
    _show_repairs(audit, words)
    for title, ok, mark in (("good", True, "[green]●[/]"), ("open", None, "[yellow]○[/]")):
        chosen = [finding for finding in audit.findings if finding.ok is ok]
        if chosen:
            out.print(f"\n[bold]{words(f'portfolio.md.{title}')}[/]")
            for finding in chosen:
                out.print(f"{mark} {escape(clean(words.say(finding.message)))}")
    if audit.questions:
        out.print(f"\n[bold]{words('portfolio.md.questions')}[/]")
        for number, question in enumerate(audit.questions, 1):
            out.print(f"{number}. {escape(clean(words.say(question.message)))}")
            if question.place.excerpt:
                out.print(Padding(escape(clean(question.place.excerpt)), (0, 0, 0, 5)), style="dim")


def _show_repairs(audit: "Audit", words: "Words") -> None:
    from rich.padding import Padding

    from sparring.cli.evidence import render
    from sparring.core.evidence import Places
    from sparring.portfolio import weight_of
    from sparring.portfolio.exports import counted

    for number, finding in enumerate(audit.repairs, 1):
        minutes = words("portfolio.md.minutes", minutes=weight_of(finding).effort)
        out.print(f"\n[red]■[/] {number}. [bold]{escape(clean(words.say(finding.message)))}[/] [dim]{minutes}[/]")
        out.print(Padding(escape(words(f"portfolio.{finding.criterion}.why")), (0, 0, 0, 5)))
        out.print(Padding(escape(words(f"portfolio.{finding.criterion}.fix")), (0, 0, 0, 5)), style="italic")
        told = counted(finding, words)
        if told or isinstance(finding.evidence, Places):
            out.print(Padding(escape(told) if told else render(finding.evidence, words), (0, 0, 0, 5)), style="dim" if told else "")
