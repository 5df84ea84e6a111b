"""Files in and out, the placement, and the end of everything."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, clean, err, escape, out, print_json, print_removed, speaking
from sparring.cli.study.opened import with_app
from sparring.core.problem import UsageError
from sparring.core.text import Message

if TYPE_CHECKING:
    from sparring.usecases.app import App
    from sparring.usecases.study.placement import Row
    from sparring.words import Words

MOST = 1 << 30
File = Annotated[Path, typer.Argument(metavar="FILE", help="The file to read or to write.")]


def bytes_of(path: str | Path) -> bytes:
    """What a file, or standard input for `-`, holds; UsageError if it cannot be read."""
    if str(path) == "-":
        return sys.stdin.buffer.read(MOST)
    try:
        with Path(path).open("rb") as file:
            return file.read(MOST)
    except OSError as error:
        raise UsageError(Message("cli.cannot-read", {"path": str(path), "why": error.strerror or str(error)})) from error


def write(path: Path, data: bytes) -> None:
    """Write a new file; one that is there is never written over."""
    try:
        with path.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise UsageError(Message("study.cannot-write", {"path": str(path), "why": error.strerror or str(error)})) from error


def export_all(path: File, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Everything that is known of you, as open files in one archive."""
    from sparring.usecases.study import archive

    def do(app: "App") -> None:
        data = archive.export_all(app)
        write(path, data)
        if as_json:
            print_json({"file": str(path), "bytes": len(data)})
        else:
            out.print(escape(speaking(lang)("study.written", path=str(path))), soft_wrap=True)

    with_app(do, as_json=as_json, lang=lang)


def import_all(path: File, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Bring such an archive back; what is there already stays as it is."""
    from sparring.usecases.study import archive

    def do(app: "App") -> None:
        counts = archive.import_all(app, bytes_of(path))
        if as_json:
            print_json(counts)
        else:
            out.print(escape(speaking(lang)("archive.imported", count=sum(counts.values()))))

    with_app(do, as_json=as_json, lang=lang)


def delete_all(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask the first time.")] = False,
    really: Annotated[bool, typer.Option("--really", help="Do not ask the second time.")] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Delete everything that is known of you. Asks twice."""
    from sparring.usecases.study import archive

    words = speaking(lang)
    for given, question in ((yes, "archive.delete-1"), (really, "archive.delete-2")):
        if given:
            continue
        err.print(escape(words(question)), end=" ")
        if sys.stdin.readline().strip().lower() != words("archive.delete-word"):
            err.print(escape(words("archive.kept")))
            if as_json:
                print_json({"ok": False})
            raise typer.Exit(1)
    with_app(archive.delete_all, as_json=as_json, lang=lang)
    if as_json:
        print_removed(as_json=True)
    else:
        out.print(escape(words("archive.deleted")))


def placement(
    exercise: Annotated[str | None, typer.Argument(metavar="[ID]", help="The question that FILE answers.")] = None,
    path: Annotated[str | None, typer.Argument(metavar="[FILE]", help="The answer: a file, or - for standard input.")] = None,
    begin: Annotated[bool, typer.Option("--begin", help="Begin anew.")] = False,
    stop: Annotated[bool, typer.Option("--stop", help="End it; what is known so far counts.")] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Placement: without arguments the next question; with its ID and a file, the answer to it."""
    from sparring.core.answer import Raw
    from sparring.core.exercise import short_id
    from sparring.usecases.practice import grade
    from sparring.usecases.study import placement as placing

    def do(app: "App") -> None:
        words = speaking(lang)
        if begin or not app.records.setting("placement"):
            placing.begin(app)
        if stop:
            placing.stop(app)
        if exercise and path:
            found, data = app.exercise(exercise), bytes_of(path)
            if placing.is_unknown(data.decode("utf-8", "replace")):
                placing.unknown(app, found.id)
            else:
                result = grade(app, found, Raw({"stdin": data}, words.language))
                placing.took(app, found.id, result.verdict.outcome, result.verdict.score)
        asked = placing.question(app)
        now = placing.state(app)
        if as_json:
            rows = placing.rows(app, now.results)
            told = {"topics": {row.topic: row.level for row in rows}, "rows": [asdict(row) for row in rows]}
            print_json({"question": short_id(asked.id) if asked else None, "minutes": now.minutes, "over": now.over, **told})
        elif asked is None:
            out.print(escape(words(f"placement.over-{now.over}", count=len(now.results))))
            _show_rows(app, placing.rows(app, now.results), words)
        else:
            out.print(escape(words("placement.next", id=short_id(asked.id))))
            out.print(escape(clean(asked.prompt.to(words.language))))
            out.print(escape(words("placement.how-unknown")))

    with_app(do, as_json=as_json, lang=lang)


def _show_rows(app: "App", rows: "Sequence[Row]", words: "Words") -> None:
    """What came out, a topic a line: the range, and whether it was asked."""
    from sparring.usecases.study.present import topic_title

    def title(topic: str) -> str:
        return topic_title(app, topic).to(words.language)

    for row in rows:
        why = words("placement.inferred", topics=", ".join(map(title, row.inferred))) if row.inferred else words("placement.asked")
        out.print(escape(clean(f"  {f'{row.low:.0%}–{row.high:.0%}':>10}  {title(row.topic)}  ({why})")), soft_wrap=True)
