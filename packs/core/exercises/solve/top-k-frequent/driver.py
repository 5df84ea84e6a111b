def stream(length, vocabulary, seed):
    """Words one at a time, each a new string, the low numbers more often than the high."""
    state = seed
    for _ in range(length):
        state = (state * 1103515245 + 12345) % 2147483648
        number = (state >> 8) % vocabulary * ((state >> 16) % vocabulary) // vocabulary
        yield f"a word as long as people write them {number:03d}"


def drive(length, vocabulary, k, seed):
    """Count a stream that nobody could keep."""
    return top_k(stream(length, vocabulary, seed), k)
