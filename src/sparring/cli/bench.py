"""`sparring bench`: the figures that the README states, measured here and now beside the peer."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sparring.cli.console import JsonOption, LangOption, escape, out, print_json, speaking, told, told_progress
from sparring.cli.study import bench as study_bench

if TYPE_CHECKING:
    from rich.table import Table

    from sparring.usecases.bench import Measure

SaveOption = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Add the result to FOLDER/benchmarks.json and make benchmarks.md anew.")
]
app = typer.Typer(help="Measure, side by side with the peer, in one run.", no_args_is_help=True)


@app.callback()
def bench() -> None:
    """Measure, side by side with the peer, in one run."""


def _command(name: str) -> Callable[..., None]:
    def command(
        rounds: Annotated[int | None, typer.Option(min=1, help="How many; fewer are faster and say less.")] = None,
        save: SaveOption = None,
        as_json: JsonOption = False,
        lang: LangOption = None,
    ) -> None:
        from sparring.usecases.bench import measures

        code = _run(measures()[name], rounds, save, as_json, lang)
        raise typer.Exit(code)

    return command


def _run(measure: "Measure", rounds: int | None, save: Path | None, as_json: bool, lang: str | None) -> int:
    """Measure and tell; 1 if a bar is not met."""
    from sparring.config.embedded import open_app
    from sparring.usecases.bench import record

    load = [round(value, 1) for value in os.getloadavg()] if hasattr(os, "getloadavg") else []
    program = open_app(progress=None if as_json else told_progress(lang))
    try:
        found = told(lambda: measure.run(program, rounds or measure.rounds), as_json=as_json, lang=lang)
        result = record.entry(measure, found, program.clock, program.engine.engine_id, load)
    finally:
        program.close()
    if save is not None:
        record.save(save, measure.name, result)
    if as_json:
        print_json({"name": measure.name, **result})
    else:
        _show(result, lang)
    return 1 if any(bar["met"] is False for bar in result["bars"]) else 0


def _show(result: dict[str, Any], lang: str | None) -> None:
    words = speaking(lang)
    out.print(f"[bold]{escape(result['title'])}[/]  {escape(words('bench.against', against=result['against']))}")
    if result["rows"]:
        out.print(_table(list(result["rows"][0]), [list(row.values()) for row in result["rows"]]))
    for bar in result["bars"]:
        said = {True: "met", False: "missed", None: "untold"}[bar["met"]]
        out.print(escape(words(f"bench.{said}", what=bar["what"], found=bar["found"], bar=bar["bar"])))
    if result["note"]:
        out.print(escape(result["note"]), style="dim")


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> "Table":
    from rich.table import Table

    from sparring.usecases.bench.figures import shown

    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*(escape(shown(cell)) for cell in row))
    return table


COMMANDS = {
    "verdict": "Submission to verdict, 12 cases of shortest-path, against `python -m pytest` on the same cases.",
    "same": "One submission again and again, also with all cores busy: one verdict, one count.",
    "throughput": "Submissions a second on one core and on all.",
    "growth": "Growth classes of labelled functions, against big-O and dsabench.",
    "hostile": "Programs that mean harm, on both engines.",
    "content": "The whole content proved.",
    "suite": "A suite of twelve tests judged on sixty variants.",
    "soak": "Honest, wrong and hostile submissions from several threads while workers are killed.",
    "english": "English mistakes found and false alarms on kept sentences, against Harper alone.",
    "speech": "What is heard in composed clips: speed, pauses, fillers, another microphone, junk.",
    "mutants": "Mutants judged a second, against mutmut and cosmic-ray.",
}
"""Told here so that `--help` need not import the measures."""


@app.command("explain")
def explain(
    data: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Where saf-english.jsonl and asag-it-concepts.jsonl lie; they are not shipped.")
    ],
    rounds: Annotated[int | None, typer.Option(min=20, help="Resamples for each interval.")] = None,
    save: SaveOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Explanations against the judgement of people, beside word overlap."""
    from sparring.usecases.bench.explain import measure_at

    raise typer.Exit(_run(measure_at(data), rounds, save, as_json, lang))


def _offer() -> None:
    folder = Path(__file__).parent.parent / "usecases" / "bench"
    for name, about in COMMANDS.items():
        if (folder / f"{name}.py").exists():
            app.command(name, help=about)(_command(name))


_offer()
app.command("study")(study_bench.study)
app.command("advert")(study_bench.advert)
