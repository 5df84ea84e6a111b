def page(items, number, size):
    if size < 1:
        raise ValueError("size must be at least 1")
    pages = max(1, -(-len(items) // size))
    if not 1 <= number <= pages:
        raise LookupError("no such page")
    first = (number - 1) * size
    return {
        "items": items[first : first + size],
        "number": number,
        "pages": pages,
        "next": number + 1 if number < pages else None,
        "previous": number - 1 if number > 1 else None,
    }
