def batches(documents, limit):
    current, used = [], 0
    for name, tokens in documents:
        current.append(name)
        used += tokens
        if used > limit:
            yield current
            current, used = [], 0
    if current:
        yield current
