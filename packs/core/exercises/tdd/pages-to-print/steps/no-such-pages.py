def pages(text, count=None):
    """The page numbers that a print dialogue means by `text`, in order; `count`: how many pages the document has."""
    found = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        stretch = range(int(first), int(last or first) + 1)
        if not stretch or stretch[0] < 1:
            raise ValueError(f"no such pages: {part}")
        found |= set(stretch)
    return sorted(found)
