def pages(text, count=None):
    """The page numbers that a print dialogue means by `text`, in order; `count`: how many pages the document has."""
    found = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    return sorted(found)
