from collections import Counter


def top_k(words, k):
    return sorted(Counter(words).items(), key=lambda pair: (-pair[1], pair[0]))[:k]
