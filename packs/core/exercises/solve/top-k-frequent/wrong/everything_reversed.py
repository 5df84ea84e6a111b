from collections import Counter


def top_k(words, k):
    pairs = sorted(((count, word) for word, count in Counter(words).items()), reverse=True)
    return [(word, count) for count, word in pairs[:k]]
