from collections import Counter


def top_k(words, k):
    ranked = sorted(Counter(words).items(), key=lambda pair: (-pair[1], pair[0]), reverse=True)
    return ranked[-k:][::-1]
