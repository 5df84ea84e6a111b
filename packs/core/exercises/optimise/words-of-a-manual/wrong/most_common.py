from collections import Counter


def frequent(text, least):
    counts = Counter(text.lower().split())
    return [(word, count) for word, count in counts.most_common() if count >= least]
