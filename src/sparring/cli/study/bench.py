"""`sparring bench study` and `sparring bench advert`."""

from typing import Annotated

import typer

from sparring.cli.console import JsonOption, LangOption, escape, out, print_json, speaking, told
from sparring.cli.study.things import File, bytes_of


def study(
    learners: Annotated[int, typer.Option(min=10, help="Simulated learners a seed.")] = 240,
    seeds: Annotated[int, typer.Option(min=1, help="How often it is played, each time with other learners.")] = 3,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """The plan to the day against plain FSRS and fixed intervals: simulated learners, equal minutes. Exit code 1 if the bar is missed."""
    from sparring.usecases.study.bench import bench_study

    found, words = bench_study(learners, seeds), speaking(lang)
    if as_json:
        print_json(found)
    else:
        out.print(escape(words("bench.study", learners=learners, seeds=seeds)))
        for name, value in found["readiness"].items():
            gains = found["gains"].get(name)
            more = f"   plan {gains['mean']:+.1%}  [{gains['low']:+.1%}, {gains['high']:+.1%}]" if gains else ""
            out.print(escape(f"  {name:14} {value:.3f}{more}"))
        even = found["even"]
        out.print(escape(words("bench.study-even", mean=f"{even['mean']:+.1%}", low=f"{even['low']:+.1%}", high=f"{even['high']:+.1%}")))
    raise typer.Exit(0 if found["passed"] else 1)


def advert(path: File, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """What is found in advertisements: FILE is JSON, a list of {"text", "demands"}. Exit code 1 if the bar is missed."""
    from sparring.usecases.study.bench import bench_adverts

    found, words = told(lambda: bench_adverts(bytes_of(path)), as_json=as_json, lang=lang), speaking(lang)
    if as_json:
        print_json(found)
    else:
        shown = {name: found[name] for name in ("found", "asked", "recall", "invented", "named", "invented_share")}
        out.print(escape(words("bench.advert", **shown)))
        for row in found["missed"]:
            out.print(escape(f"  − {row['advert']}: {row['demand']}"))
        for row in found["invented_words"]:
            out.print(escape(f"  + {row['advert']}: {row['words']} — {row['sentence'][:100]}"))
    raise typer.Exit(0 if found["passed"] else 1)
