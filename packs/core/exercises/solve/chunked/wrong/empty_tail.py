def chunked(iterable, size):
    if size < 1:
        raise ValueError("size must be at least 1")

    def chunks():
        chunk = []
        for item in iterable:
            chunk.append(item)
            if len(chunk) == size:
                yield chunk
                chunk = []
        yield chunk

    return chunks()
