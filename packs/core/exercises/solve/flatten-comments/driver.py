def drive(replies, deep):
    """A post with many replies, the last of which is answered again and again."""
    tail = {"text": "last"}
    for number in range(deep):
        tail = {"text": str(number), "replies": [tail]}
    top = [{"text": "post", "replies": [{"text": text} for text in replies] + [tail]}]
    count = deepest = 0
    for depth, _ in flatten(top):
        count += 1
        deepest = max(deepest, depth)
    return count, deepest
