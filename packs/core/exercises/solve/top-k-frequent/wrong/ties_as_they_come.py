from collections import Counter


def top_k(words, k):
    return Counter(words).most_common(k)
