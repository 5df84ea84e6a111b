def pages(text, count=None):
    """The page numbers that a print dialogue means by `text`, in order; `count`: how many pages the document has."""
    return [int(text)]
