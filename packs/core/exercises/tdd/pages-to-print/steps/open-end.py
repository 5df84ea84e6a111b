def pages(text, count=None):
    """The page numbers that a print dialogue means by `text`, in order; `count`: how many pages the document has."""
    found = set()
    for part in text.split(","):
        first, dash, last = part.partition("-")
        end = count if dash and not last.strip() else int(last or first)
        if end is None:
            raise ValueError(f"no last page: {part}")
        stretch = range(int(first), end + 1)
        if not stretch or stretch[0] < 1:
            raise ValueError(f"no such pages: {part}")
        found |= set(stretch)
    return sorted(found)
