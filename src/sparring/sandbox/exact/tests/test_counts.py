"""The same submission, the same count: in every run, process and order, and for this engine id for ever."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sparring.sandbox.interface import Job, Limits, Step

GOLDEN = Path(__file__).parent / "golden.json"
DIJKSTRA = """
import heapq
def distances(graph, start):
    best, queue = {start: 0}, [(0, start)]
    while queue:
        cost, node = heapq.heappop(queue)
        if cost > best[node]:
            continue
        for other, weight in graph.get(node, {}).items():
            if cost + weight < best.get(other, 1e9):
                best[other] = cost + weight
                heapq.heappush(queue, (cost + weight, other))
    return best
"""
GRAPH = {"a": {"b": 2, "c": 5}, "b": {"c": 1, "d": 7}, "c": {"d": 3}}
COPIES = "def f(n):\n    items = list(range(n))\n    while items: items.pop(0)\n    return bytes(bytearray(n) * 50)[:1]\n"


def dijkstra():
    return Job({"solution.py": DIJKSTRA}, groups=[[Step("eval", "distances(graph, 'a')", {"graph": GRAPH})] for _ in range(12)])


def copies():
    return Job({"solution.py": COPIES}, groups=[[Step("eval", f"f({n})")] for n in (1000, 2000, 4000)], fresh=True)


def counts(outcome):
    return [outcome.instructions, outcome.load.instructions, *(step.instructions for group in outcome.groups for step in group)]


def test_golden_counts(engine):
    golden = json.loads(GOLDEN.read_text("ascii"))
    found = {"dijkstra": counts(engine.run(dijkstra())), "copies": counts(engine.run(copies()))}
    assert engine.engine_id in golden, f"a new engine: add to golden.json {json.dumps({engine.engine_id: found})}"
    assert found == golden[engine.engine_id]


def test_bulk_copies_are_charged_by_size(engine):
    _, _, small, middle, large = counts(engine.run(copies()))
    assert large - middle > 2.05 * (middle - small)


def test_two_workers_count_alike_whatever_ran_before(pool, engine):
    disturbers = [
        Job({"solution.py": "x = [bytearray(1 << 20) for _ in range(50)]"}),
        Job({"solution.py": "while True: pass"}, limits=Limits(step_instructions=10**8)),
        Job({"solution.py": "import random; random.seed(5)"}, measure_memory=True),
        Job({"solution.py": "def f(: pass"}),
    ]
    jobs = [job for number in range(12) for job in (dijkstra(), disturbers[number % 4])]
    with ThreadPoolExecutor(3) as threads:
        outcomes = list(threads.map(pool.run, jobs))
    assert {tuple(counts(outcome)) for outcome in outcomes[::2]} == {tuple(counts(engine.run(dijkstra())))}


def test_a_peak_is_exact_too(engine):
    job = Job({"solution.py": DIJKSTRA}, groups=[[Step("eval", "len(distances({}, 1))")]], measure_memory=True)
    assert len({engine.run(job).groups[0][0].peak_bytes for _ in range(3)}) == 1
