"""`sparring pack new|check`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, clean, escape, out, print_json, speaking, told, told_progress
from sparring.core.problem import UsageError
from sparring.core.text import Message

if TYPE_CHECKING:
    from sparring.words import Words

app = typer.Typer(help="Write and check packs of exercises.", no_args_is_help=True)


@app.command("check")
def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the pack.")],
    exercise: Annotated[list[str] | None, typer.Option(help="Only this exercise (can be repeated).")] = None,
    trust: Annotated[
        bool, typer.Option(help="Run proofs that need this machine's interpreters, unconfined. Only for packs that you trust.")
    ] = False,
    anew: Annotated[bool, typer.Option("--anew", help="Prove everything, also what was proved before and has not changed.")] = False,
    part: Annotated[
        str, typer.Option(metavar="K/N", help="Of the exercises that run code only the K-th of N parts, and those named by --exercise.")
    ] = "",
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
        found = told(lambda: check_pack(program, folder, exercise or (), anew=anew, part=part), as_json=as_json, lang=lang)
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
    if found.left:
        out.print(words("cli.pack-left", count=found.left), style="dim")
    if found.ok:
        _say_place(folder, words)
    raise typer.Exit(0 if found.ok else 1)


def _say_place(folder: Path, words: "Words") -> None:
    """Where a pack must lie to be used, unless it lies there."""
    from sparring.config.folders import core_packs, data_folder

    place, here = data_folder() / "packs", folder.resolve()
    if here.parent not in (place.resolve(), core_packs().resolve()):
        out.print(escape(words("cli.pack-place", path=str(place / here.name))), style="dim", soft_wrap=True)


def _told(file: str, line: int, field: str) -> str:
    where = f"{file}:{line}" if line else file
    return f"[bold]{escape(where)}[/]" + (f" [dim]{escape(field)}[/]" if field else "")


@app.command("new")
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the pack.")],
    written_in: Annotated[str, typer.Option("--lang", help="Languages of the pack: en, it or both.")] = "en",
    as_json: JsonOption = False,
) -> None:
    """Write a pack with three exercises (explain, predict, solve) to start from."""
    from sparring.core.text import LANGUAGES
    from sparring.usecases.packs import new_pack

    lang = written_in if written_in in LANGUAGES else None
    languages = LANGUAGES if written_in == "both" else tuple(known for known in LANGUAGES if known == written_in)
    if not languages:
        raise UsageError(Message("usage.not-one-of", {"name": "--lang", "value": str(written_in)[:80], "known": "en, it, both"}))
    written = told(lambda: new_pack(folder, languages), as_json=as_json, lang=lang)
    if as_json:
        print_json({"ok": True, "files": [str(path) for path in written]})
    else:
        words = speaking(lang)
        out.print(escape(words("cli.pack-written", path=str(folder), count=len(written))))
        _say_place(folder, words)


@app.command("import")
def import_(
    source: Annotated[str, typer.Argument(metavar="exercism|jsonl", help="What is imported: an Exercism Python track, or rows of JSON.")],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The checkout's folder, or the file.")],
    to: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the pack is written; one of your own packs unless told.")] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Turn problems written for elsewhere into a pack of your own; what cannot be taken over is listed with its reason."""
    from sparring.config.embedded import open_app
    from sparring.usecases.imports import SOURCES, import_pack

    if source not in SOURCES:
        raise UsageError(Message("usage.not-one-of", {"name": "exercism|jsonl", "value": source[:80], "known": ", ".join(SOURCES)}))
    words = speaking(lang)
    program = open_app(progress=None if as_json else told_progress(lang))
    try:
        found = told(lambda: import_pack(program, source, path, to), as_json=as_json, lang=lang)
    finally:
        program.close()
    rows = {
        kind: [{"name": left.name, "file": left.file, "line": left.line, "why": words.say(left.why)} for left in lefts]
        for kind, lefts in (("refused", found.refused), ("left_out", found.left_out))
    }
    if as_json:
        print_json({"ok": bool(found.imported), "pack": str(found.pack), "imported": list(found.imported), **rows})
        raise typer.Exit(0 if found.imported else 1)
    for name in found.imported:
        out.print(f"[green]●[/] {escape(name)}")
    for kind, mark in (("refused", "[red]■[/]"), ("left_out", "○")):
        for left in found.refused if kind == "refused" else found.left_out:
            out.print(f"{mark} {escape(left.name)} {_told(left.file, left.line, '')} {escape(clean(words.say(left.why)))}")
    done, refused, away = len(found.imported), len(found.refused), len(found.left_out)
    out.print(words("cli.imported", count=done, refused=refused, left=away, path=str(found.pack) if done else "-"))
    raise typer.Exit(0 if found.imported else 1)
