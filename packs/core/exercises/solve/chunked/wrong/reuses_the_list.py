def chunked(iterable, size):
    if size < 1:
        raise ValueError("size must be at least 1")

    def chunks():
        chunk = []
        for item in iterable:
            if len(chunk) == size:
                chunk.clear()
            chunk.append(item)
            if len(chunk) == size:
                yield chunk
        if 0 < len(chunk) < size:
            yield chunk

    return chunks()
