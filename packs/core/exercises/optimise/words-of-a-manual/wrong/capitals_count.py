from collections import Counter


def frequent(text, least):
    counts = Counter(text.split())
    return [(word, count) for word, count in counts.items() if count >= least]
