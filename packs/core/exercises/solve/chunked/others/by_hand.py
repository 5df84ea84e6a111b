def chunked(iterable, size):
    if size < 1:
        raise ValueError(f"size must be at least 1, not {size}")

    def chunks():
        chunk = []
        for element in iterator:
            chunk.append(element)
            if len(chunk) == size:
                yield chunk
                chunk = []
        if chunk:
            yield chunk

    iterator = iter(iterable)
    return chunks()
