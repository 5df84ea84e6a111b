def top_k(words, k: int) -> list[tuple[str, int]]:
    """Return the k most frequent words with their counts; ties in alphabetical order."""
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    # and now, which k of them?
    raise NotImplementedError
