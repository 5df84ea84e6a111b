def batches(documents, limit):
    current, used = [], 0
    for name, tokens in documents:
        if current and used + tokens > limit:
            yield current
            current, used = [name], 0
        else:
            current.append(name)
            used += tokens
    if current:
        yield current
