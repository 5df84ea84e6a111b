"""English: mistakes found and false alarms on sentences kept for that, ours with and without Harper, Harper alone; time for 100 words."""

from collections.abc import Callable
from pathlib import Path
from time import process_time

from sparring.language.english import harper
from sparring.language.english.samples import Sample, Spans, Told, measured, read_samples
from sparring.usecases.app import App
from sparring.usecases.bench.figures import Bar, Measure, Measured, Row

SETS = Path(__file__).parents[2] / "language" / "english" / "tests" / "sets"
RECALL, ALARMS, MILLISECONDS = 0.8, 0.03, 20.0
BLIND = "blind"
"""Sets whose name begins so were written by people who saw neither the rules nor each other; only they decide the bars."""
ROUNDS = 5


def measure(app: App, rounds: int) -> Measured:
    """Every set, `rounds` times for the time."""
    readers = _readers(app)
    rows, bars = [], []
    for path in sorted(SETS.glob("*.txt")):
        samples = read_samples(path)
        for name, reader in readers.items():
            reader(samples[0].text)
            told, cost = measured(samples, reader), _milliseconds(samples, reader, rounds)
            rows.append(_row(path.stem, name, told, cost))
            if name == "sparring" and path.stem.startswith(BLIND):
                bars += _bars(path.stem, told)
            if name == "sparring":
                bars.append(Bar(f"{path.stem}: ms for 100 words", f"{cost:.1f}", f"<= {MILLISECONDS:.0f}", cost <= MILLISECONDS))
    note = (
        "Processor time. A mistake is found where a mark touches it; a false alarm is a right sentence with any mark. "
        "Sets that are not named blind were seen while rules were written."
    )
    return Measured(rows, tuple(bars), note)


def _readers(app: App) -> dict[str, Callable[[str], Spans]]:
    found: dict[str, Callable[[str], Spans]] = {
        "own rules": lambda text: [(slip.start, slip.end) for slip in app.english.check(text, alone=True)]
    }
    if harper.installed():
        found["sparring"] = lambda text: [(slip.start, slip.end) for slip in app.english.check(text)]
        found["Harper alone"] = lambda text: [(start, end) for start, end, _ in harper.everything(text)]
    else:
        found["sparring"] = found.pop("own rules")
    return found


def _milliseconds(samples: list[Sample], reader: Callable[[str], Spans], rounds: int) -> float:
    """The least processor time of `rounds` readings of all sentences, for 100 words."""
    words = sum(len(sample.text.split()) for sample in samples)
    text = " ".join(sample.text for sample in samples)
    best = float("inf")
    for _ in range(rounds):
        started = process_time()
        reader(text)
        best = min(best, process_time() - started)
    return best * 1000 * 100 / words


def _row(name: str, reader: str, told: Told, cost: float) -> Row:
    return {
        "set": name,
        "reader": reader,
        "found": f"{told.found}/{told.mistakes}",
        "recall": f"{told.recall:.1%}",
        "false alarms": f"{told.alarmed}/{told.right}",
        "beside a mistake": told.beside,
        "ms/100 words": round(cost, 1),
    }


def _bars(name: str, told: Told) -> list[Bar]:
    bars = []
    if told.mistakes:
        bars.append(Bar(f"{name}: recall", f"{told.recall:.1%}", f">= {RECALL:.0%}", told.recall >= RECALL))
    if told.right:
        bars.append(Bar(f"{name}: false alarms", f"{told.false_alarms:.1%}", f"<= {ALARMS:.0%}", told.false_alarms <= ALARMS))
    return bars


MEASURE = Measure("english", "English mistakes found, and false alarms", "harper-py", measure, ROUNDS, "readings")
