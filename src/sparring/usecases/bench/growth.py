"""The growth classes of labelled functions, ours beside `big-O` and `dsabench`, on the same sources and inputs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from time import perf_counter

from sparring.judge.growth import UNDECIDED, Inputs, Subject, exceeds, measure_growth
from sparring.judge.growth.tests.labelled import LABELLED
from sparring.judge.growth.tests.labelled.registry import Labelled
from sparring.sandbox.exact import ExactPool
from sparring.usecases.app import App
from sparring.usecases.bench.figures import Bar, Measure, Measured, Row
from sparring.usecases.bench.mutants import used_by
from sparring.usecases.bench.peers import Peers

RIGHT, SECONDS = 0.97, 1.0
PEER_SECONDS = 20.0
SIZES_OF_PEERS = 8


@dataclass(frozen=True, slots=True)
class Judged:
    """What one judge said of one function, and how long that took. `cpu`: seconds of the processor, of ourselves and the engine's workers; None for peers."""

    label: str
    growth: str
    seconds: float
    cpu: float | None = None


def measure(app: App, rounds: int) -> Measured:
    """All labelled functions, or `rounds` of them, always the same choice."""
    chosen = Random(1).sample(LABELLED, min(rounds, len(LABELLED)))
    app.warm()  # compiled, if need be, and started before anything is timed
    ours, sizes = zip(*(_ours(app, item) for item in chosen), strict=True)
    columns = {"sparring": list(ours)}
    with Peers(app.cache) as peers:
        versions = peers.versions("big-O", "dsabench")
        for name in ("big_o", "dsabench"):
            columns[name] = list(_theirs(peers, name, chosen, sizes))
    rows = [_row(name, judged) for name, judged in columns.items()]
    right = sum(each.growth == each.label for each in ours) / len(ours)
    above = sum(exceeds(each.growth, each.label) and each.growth != UNDECIDED for each in ours)
    most = max(each.seconds for each in ours)
    bars = (
        Bar("classes right", f"{right:.1%}", f">= {RIGHT:.0%}", right >= RIGHT),
        Bar("a class above the truth", str(above), "0", above == 0),
        Bar("seconds each, most", f"{most:.2f}", f"<= {SECONDS:.0f} (idle)", most <= SECONDS),
    )
    note = (
        f"Peers: {versions}, each in its own process on real CPython, at most {SIZES_OF_PEERS} sizes from those that we measured, {PEER_SECONDS:.0f} s a function; an error or no "
        "answer in time counts as undecided. Seconds of the processor (`cpu`, of this process and its engine's workers) are less moved by what else the "
        "machine does. Neither peer knows n² log n; big-O has no 2ⁿ other than exponential, which counts."
    )
    return Measured(rows, bars, note)


def _ours(app: App, item: Labelled) -> tuple[Judged, Sequence[int]]:
    started, used = perf_counter(), _used(app)
    found = measure_growth(app.engine, Subject({"solution.py": item.source}, item.name), Inputs(item.generator)).time
    return Judged(item.label, found.growth, perf_counter() - started, _used(app) - used), found.sizes


def _used(app: App) -> float:
    return used_by(app.engine) if isinstance(app.engine, ExactPool) else 0.0


def _theirs(peers: Peers, name: str, items: Sequence[Labelled], sizes: Sequence[Sequence[int]]) -> Iterator[Judged]:
    for item, measured in zip(items, sizes, strict=True):
        asked = {"source": item.source, "name": item.name, "generator": item.generator, "sizes": list(measured[-SIZES_OF_PEERS:])}
        started = perf_counter()
        growth = peers.ask(f"growth_{name}.py", asked, PEER_SECONDS)
        yield Judged(item.label, growth if isinstance(growth, str) else UNDECIDED, perf_counter() - started)


def _row(name: str, judged: Sequence[Judged]) -> Row:
    counts = Counter(_verdict(each) for each in judged)
    told = {key: counts[key] for key in ("right", "undecided", "below", "above")}
    median, most = _spread([each.seconds for each in judged])
    cpu_median, cpu_most = _spread([each.cpu for each in judged if each.cpu is not None])
    return {"judge": name, "functions": len(judged), **told, "p50_s": median, "most_s": most, "cpu_p50": cpu_median, "cpu_most": cpu_most}


def _spread(seconds: Sequence[float]) -> tuple[float | None, float | None]:
    """Median and most; None where nothing was measured."""
    ordered = sorted(seconds)
    return (round(ordered[len(ordered) // 2], 2), round(ordered[-1], 2)) if ordered else (None, None)


def _verdict(each: Judged) -> str:
    if each.growth == each.label:
        return "right"
    if each.growth == UNDECIDED:
        return "undecided"
    return "above" if exceeds(each.growth, each.label) else "below"


MEASURE = Measure("growth", "Growth classes of labelled functions", "big-O and dsabench", measure, 1000, "functions")
