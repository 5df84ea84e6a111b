"""cProfile tells own time from cumulative time and counts calls; tracemalloc names the line that holds memory."""

import cProfile
import pstats
import tracemalloc


def inner():
    return sum(range(2000))


def outer():
    return [inner() for _ in range(50)]


profile = cProfile.Profile()
profile.runcall(outer)
stats = {name[2]: row for name, row in pstats.Stats(profile).stats.items()}
assert stats["inner"][1] == 50
assert stats["outer"][3] >= stats["outer"][2]

tracemalloc.start()
before = tracemalloc.take_snapshot()
kept = [bytearray(1000) for _ in range(500)]
after = tracemalloc.take_snapshot()
tracemalloc.stop()
grown = after.compare_to(before, "lineno")[0]
assert grown.size_diff > 400_000
assert len(kept) == 500
