"""How long after a save `sparring watch` shows a verdict: `python bench/watch.py [SAVES]`.

A save is a file put in the place of another, as editors do; the verdict is the first line that says how the cases went. The cost's growth, measured
afterwards, is not waited for. Bar: 150 ms, median.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BAR_MS = 150.0
EXERCISE = "first-at-or-after"
SPARRING = (sys.executable, "-m", "sparring.cli")


def main(saves: int = 30) -> int:
    """Print median, 95th percentile and the bar; 1 if it is missed."""
    packs = Path(__file__).parents[1] / "packs" / "core" / "exercises" / "solve"
    sources = [(packs / EXERCISE / name).read_text() for name in ("reference.py", "wrong/raises_at_the_end.py")]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "work"
        subprocess.run([*SPARRING, "open", EXERCISE, "--in", folder], check=True, stdout=subprocess.DEVNULL)
        with subprocess.Popen([*SPARRING, "watch", folder, "--json"], stdout=subprocess.PIPE) as watcher:
            assert watcher.stdout
            _verdict(watcher.stdout)
            waits = [_save(folder, f"{sources[number % 2]}# {number}\n", watcher.stdout) for number in range(saves)]
            watcher.kill()
    median, high = statistics.median(waits), statistics.quantiles(waits, n=20)[-1]
    print(f"saves {saves}, to the first verdict: p50 {median:.0f} ms, p95 {high:.0f} ms, bar {BAR_MS:.0f} ms")
    return int(median > BAR_MS)


def _save(folder, text, stream) -> float:
    (folder / "saved.tmp").write_text(text)
    started = time.perf_counter()
    (folder / "saved.tmp").replace(folder / "solution.py")
    event = json.loads(stream.readline())
    shown = (time.perf_counter() - started) * 1000
    if event["event"] != "verdict":
        _verdict(stream)
    return shown


def _verdict(stream) -> None:
    while json.loads(stream.readline())["event"] != "verdict":
        pass


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:])))
