def batches(documents, limit):
    """Cut the documents into batches for the embedding service: at most `limit` tokens each, in their order.

    A document is (id, tokens). One that is too long by itself is sent alone.
    """
    current, used = [], 0
    for name, tokens in documents:
        if current and used + tokens > limit:
            yield current
            current, used = [], 0
        else:
            current.append(name)
            used += tokens
    if current:
        yield current
