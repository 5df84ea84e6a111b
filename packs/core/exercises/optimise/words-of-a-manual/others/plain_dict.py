def frequent(text, least):
    counts = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return [(word, count) for word, count in counts.items() if count >= least]
