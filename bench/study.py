"""Measures Today with 100,000 reviews stored, and the import of 100,000 cards.

    python bench/study.py [--reviews 100000] [--rounds 60] [--json]

Exit code 1 if Today takes more than 100 ms of the server's processor time (p95; wall time, which a busy machine stretches, stands beside it).
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent))
from web import page_times, serving

TODAY_MS = 100.0
PAGES = ("/", "/study", "/plan", "/topics", "/progress", "/cards")


def fill(data: Path, reviews: int, cards: int) -> dict[str, float]:
    """Cards imported from a text deck, reviews over the last half year, a date ahead; seconds that the import took."""
    os.environ["SPARRING_DATA"] = str(data)
    from sparring.config.embedded import open_app
    from sparring.core.clock import FakeClock
    from sparring.mastery.memory import Grade
    from sparring.records.study_values import ReviewRecord
    from sparring.usecases.profile import introduce
    from sparring.usecases.study.cards import import_deck
    from sparring.usecases.study.items import studied

    now = datetime.now(UTC)
    app = open_app(clock=FakeClock(now))
    deck = "#separator:tab\n" + "".join(f"What is term {n} of the long list?\tTerm {n} means {n * 7}.\n" for n in range(cards))
    started = perf_counter()
    done = import_deck(app, deck.encode(), "big.txt")
    seconds = perf_counter() - started
    assert done.new == cards
    introduce(app, day=(now + timedelta(days=21)).date().isoformat(), minutes="30", advert="Python and Django required, SQL is a plus")
    keys = [card.key for card in studied(app).cards(0, max(1, reviews // 10))] + list(app.library.exercises)
    batch = []
    for number in range(reviews):
        at = now - timedelta(minutes=(reviews - number) * 2 + 1500)
        batch.append(ReviewRecord(keys[number % len(keys)], Grade(1 + number % 4), at.date(), at, "button"))
    for start in range(0, reviews, 20_000):
        studied(app).review(batch[start : start + 20_000])
    app.close()
    return {"cards": cards, "seconds": round(seconds, 2)}


def main() -> int:
    """Fill a folder, serve it, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviews", type=int, default=100_000)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        script = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import json, study, pathlib\n"
        script += f"print(json.dumps(study.fill(pathlib.Path({str(data)!r}), {asked.reviews}, {asked.cards})))"
        command = [sys.executable, "-c", script]
        imported = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
        with serving(data) as visitor:
            pages = {path: page_times(visitor, path, asked.rounds) for path in PAGES}
    found = {
        "reviews": asked.reviews,
        "import": imported,
        "pages": pages,
        "bar_ms": TODAY_MS,
        "passed": pages["/"]["server_p95_ms"] <= TODAY_MS,
    }
    if asked.json:
        print(json.dumps(found, indent=2))
    else:
        print(f"{imported['cards']} cards imported in {imported['seconds']} s; with {asked.reviews} reviews:")
        for path, figures in pages.items():
            print(
                f"  {path:12} p50 {figures['p50_ms']:8.1f} ms   p95 {figures['p95_ms']:8.1f} ms   processor p95 {figures['server_p95_ms']:8.1f} ms"
            )
    return 0 if found["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
