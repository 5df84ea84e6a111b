def page(items, number, size):
    """The items of a page, how many pages there are, whether another follows. ValueError for a page that is not there."""
    pages = max(1, len(items) // size)
    if not 1 <= number <= pages:
        raise ValueError(f"there is no page {number}")
    start = (number - 1) * size
    return items[start:start + size], pages, number < pages
