def page(items, number, size):
    pages = max(1, round(len(items) / size))
    if not 1 <= number <= pages:
        raise ValueError(f"there is no page {number}")
    start = (number - 1) * size
    return items[start:start + size], pages, number < pages
