from itertools import groupby


def top_k(words, k: int) -> list[tuple[str, int]]:
    """Sorts the whole stream so that equal words stand together: every word has to be in memory at once."""
    counts = [(word, len(list(group))) for word, group in groupby(sorted(words))]
    counts.sort(key=lambda pair: (-pair[1], pair[0]))
    return counts[:k]
