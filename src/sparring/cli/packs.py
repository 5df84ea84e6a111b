"""`sparring pack new|check`."""

from pathlib import Path
from typing import Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, clean, escape, out, print_json, speaking, told, told_progress

app = typer.Typer(help="Write and check packs of exercises.", no_args_is_help=True)


@app.command("check")
def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR")],
    exercise: Annotated[list[str] | None, typer.Option(help="Only this exercise (can be repeated).")] = None,
    trust: Annotated[
        bool, typer.Option(help="Run proofs that need this machine's interpreters, unconfined. Only for packs that you trust.")
    ] = False,
    anew: Annotated[bool, typer.Option("--anew", help="Prove everything, also what was proved before and has not changed.")] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Read a pack, run everything that it claims, and list every problem with file, line, field and remedy."""
    from sparring.config.embedded import open_app
    from sparring.core.exercise import short_id
    from sparring.usecases.packs import check_pack
    from sparring.usecases.present import problem

    words = speaking(lang)
    program = open_app(progress=None if as_json else told_progress(lang))
    program.trust_packs = trust or folder.resolve() == program.packs[0].resolve()
    try:
        found = told(lambda: check_pack(program, folder, exercise or (), anew=anew), as_json=as_json, lang=lang)
    finally:
        program.close()
    if as_json:
        exercises = [
            {"id": short_id(key), "ok": not problems, "problems": [problem(p, words) for p in problems]}
            for key, problems in found.exercises.items()
        ]
        print_json({"ok": found.ok, "exercises": exercises, "problems": [problem(p, words) for p in found.problems]})
        raise typer.Exit(0 if found.ok else 1)
    for key, problems in found.exercises.items():
        out.print(f"[{'red' if problems else 'green'}]{'■' if problems else '●'}[/] {escape(short_id(key))}")
        for p in problems:
            out.print(f"    {_told(p.file, p.line, p.field)} {escape(clean(words.say(p.message)))}")
    for p in found.problems:
        out.print(f"[red]■[/] {_told(p.file, p.line, p.field)} {escape(clean(words.say(p.message)))}")
    bad = sum(bool(problems) for problems in found.exercises.values()) + bool(found.problems)
    out.print(words("cli.pack-ok", count=len(found.exercises)) if found.ok else words("cli.pack-bad", count=bad))
    if found.known:
        out.print(words("cli.pack-known", count=found.known), style="dim")
    raise typer.Exit(0 if found.ok else 1)


def _told(file: str, line: int, field: str) -> str:
    where = f"{file}:{line}" if line else file
    return f"[bold]{escape(where)}[/]" + (f" [dim]{escape(field)}[/]" if field else "")


@app.command("new")
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR")],
    written_in: Annotated[str, typer.Option("--lang", help="Languages of the pack: en, it or both.")] = "en",
    as_json: JsonOption = False,
) -> None:
    """Write a pack with one exercise of each kind to start from."""
    from sparring.core.text import LANGUAGES
    from sparring.usecases.packs import new_pack

    lang = written_in if written_in in LANGUAGES else None
    languages = LANGUAGES if written_in == "both" else tuple(known for known in LANGUAGES if known == written_in)
    if not languages:
        raise typer.BadParameter(f"{written_in!r} is neither en, it nor both", param_hint="--lang")
    written = told(lambda: new_pack(folder, languages), as_json=as_json, lang=lang)
    if as_json:
        print_json({"ok": True, "files": [str(path) for path in written]})
    else:
        out.print(escape(speaking(lang)("cli.pack-written", path=str(folder), count=len(written))))
