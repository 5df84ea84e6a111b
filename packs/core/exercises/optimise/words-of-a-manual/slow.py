def frequent(text, least):
    """The words that occur at least `least` times, as (word, count), in the order of their first appearance."""
    words = text.lower().split()
    found = []
    for word in words:
        if words.count(word) >= least and (word, words.count(word)) not in found:
            found.append((word, words.count(word)))
    return found
