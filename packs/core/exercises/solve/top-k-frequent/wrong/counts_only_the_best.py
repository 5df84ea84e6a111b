def top_k(words, k):
    best = {}
    for word in words:
        best[word] = best.get(word, 0) + 1
        if len(best) > k:
            weakest = min(best, key=lambda w: (best[w], w))
            del best[weakest]
    return sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
