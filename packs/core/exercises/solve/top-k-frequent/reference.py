from collections import Counter
from heapq import nsmallest


def top_k(words, k: int) -> list[tuple[str, int]]:
    """Count in one pass, then pick k without sorting the rest."""
    counts = Counter(words)
    return nsmallest(k, counts.items(), key=lambda pair: (-pair[1], pair[0]))
