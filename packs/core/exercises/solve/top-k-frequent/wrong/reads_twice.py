def top_k(words, k):
    counts = dict.fromkeys(words, 0)
    for word in words:
        counts[word] += 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
