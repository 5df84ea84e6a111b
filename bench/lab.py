"""How long until a snippet's 200 steps are recorded and the first is shown: `python bench/lab.py [ROUNDS] [--json]`.

Each round is another snippet, so nothing is answered from memory; the page is asked for as a browser does, through the server on this machine. Then a step of the
same recording, which is what the arrow keys wait for. Bar: 300 ms, median; the processor time is told beside, of the server and of the engine's workers, which are
processes of their own (Linux): what a loaded machine adds is not in it.
Exit code 1 if the bar is missed.
"""

import json
import re
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from urllib.parse import quote

from web import Visitor, serving, spread

from sparring.usecases.lab.recordings import Snippet, packed

BAR_MS = 300.0
STEPS = 200
SNIPPET = """# {number}
class Node:
    def __init__(self, key, after=None):
        self.key, self.after = key, after

def sort(items):
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items

head, counts = None, {{}}
for key in sort([7, 3, 8, 1, 9, 2, 6, 4, 5, 11, 10]):
    head = Node(key, head)
    counts[key % 3] = counts.get(key % 3, 0) + 1
print(head.key, counts)
"""


def main(rounds: int = 20, *, as_json: bool = False) -> int:
    """Print the figures; 1 if the bar is missed."""
    with tempfile.TemporaryDirectory() as data, serving(Path(data)) as visitor:
        first, on, work, recorded = [], [], [], []
        for number in range(rounds + 2):
            link = quote(packed(Snippet(SNIPPET.format(number=number))))
            used, before = visitor.spent(), visitor.spent_below()
            first.append(_shown(visitor, f"/lab?c={link}", 1))
            work.append(visitor.spent() - used)
            recorded.append(visitor.spent_below() - before)
            on.append(_shown(visitor, f"/lab?c={link}&s={STEPS}", STEPS))
    found = {
        "recorded and shown": spread(first[2:]),
        "server's processor": spread(work[2:]),
        "workers' processor": spread(recorded[2:]),
        "a step more": spread(on[2:]),
    }
    met = found["recorded and shown"]["p50_ms"] <= BAR_MS
    if not as_json:
        for name, times in found.items():
            print(f"{name:20} p50 {times['p50_ms']:8.2f} ms   p95 {times['p95_ms']:8.2f} ms   n {times['n']}")
        print(f"{'met' if met else 'MISSED'}: {STEPS} steps recorded and shown in at most {BAR_MS:.0f} ms (median)")
    print(json.dumps({"steps": STEPS, "bar_ms": BAR_MS, "met": met, **found}))
    return 0 if met else 1


def _shown(visitor: Visitor, path: str, step: int) -> float:
    """Seconds until the page of that step has come; it must be that step: a shorter recording has none of that number."""
    started = perf_counter()
    status, text = visitor.ask("GET", path)
    seconds = perf_counter() - started
    assert status == 200, (status, text[:300])
    field = re.search(r'<input[^>]*id="goto"[^>]*>', text)
    assert field, text[:300]
    assert f'value="{step}"' in field[0], field[0]
    return seconds


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:] if text.isdecimal()]
    sys.exit(main(*numbers[:1], as_json="--json" in sys.argv))
