from collections import Counter


def frequent(text, least):
    """The words that occur at least `least` times, as (word, count), in the order of their first appearance."""
    counts = Counter(text.lower().split())
    return [(word, count) for word, count in counts.items() if count >= least]
