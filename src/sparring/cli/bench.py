"""`sparring bench`: the figures that the README states, measured here and now beside the peer."""

from typing import Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, out, print_json, speaking

app = typer.Typer(help="Measure, side by side with the peer, in one run.", no_args_is_help=True)


@app.callback()
def bench() -> None:
    """Measure, side by side with the peer, in one run."""


@app.command("verdict")
def verdict(rounds: Annotated[int, typer.Option(min=5)] = 200, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Submission to verdict, 12 cases of shortest-path, against `python -m pytest` on the same cases."""
    from sparring.config.embedded import open_app
    from sparring.usecases.bench import bench_verdict

    words = speaking(lang)
    program = open_app(workers=1)
    try:
        found = bench_verdict(program, rounds)
    finally:
        program.close()
    if as_json:
        print_json(found)
        return
    out.print(words("bench.verdict", rounds=rounds))
    for name in ("sparring", "pytest"):
        figures = found[name]
        out.print(f"  {name:9} p50 {figures['p50_ms']:8.2f} ms   p95 {figures['p95_ms']:8.2f} ms   n {figures['n']}")
    out.print(words("bench.ratio", ratio=found["ratio"], bar=found["bar"]))
