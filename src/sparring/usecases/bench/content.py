"""Everything that the core pack claims, proved."""

from pathlib import Path
from time import perf_counter

from sparring.usecases.app import App
from sparring.usecases.bench.figures import Bar, Measure, Measured
from sparring.usecases.packs import check_pack

COLD, WARM = 120.0, 5.0


def measure(app: App, rounds: int) -> Measured:
    """Seconds for checking the whole pack, `rounds` times; the first proves everything anew."""
    pack: Path = app.packs[0]
    seconds = []
    for number in range(rounds):
        started = perf_counter()
        checked = check_pack(app, pack, anew=number == 0)
        seconds.append(perf_counter() - started)
    proved = sum(not problems for problems in checked.exercises.values())
    rows = [{"run": number + 1, "seconds": round(value, 2)} for number, value in enumerate(seconds)]
    bars = (
        Bar("exercises proved", f"{proved} of {len(checked.exercises)}", "all", checked.ok),
        Bar("cold, seconds", f"{seconds[0]:.1f}", f"<= {COLD:.0f}", seconds[0] <= COLD),
        Bar("warm, seconds", f"{min(seconds[1:], default=0):.1f}", f"<= {WARM:.0f}", min(seconds[1:]) <= WARM if rounds > 1 else None),
    )
    return Measured(rows, bars)


MEASURE = Measure("content", "The whole content proved", "itself", measure, 2, "runs")
