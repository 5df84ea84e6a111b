def page(items, number, size):
    if size < 1:
        raise ValueError(size)
    chunks = [list(items[i : i + size]) for i in range(0, len(items), size)] or [[]]
    if number < 1 or number > len(chunks):
        raise LookupError(f"page {number} of {len(chunks)}")
    last = len(chunks)
    return dict(
        previous=None if number == 1 else number - 1,
        next=None if number == last else number + 1,
        pages=last,
        number=number,
        items=chunks[number - 1],
    )
