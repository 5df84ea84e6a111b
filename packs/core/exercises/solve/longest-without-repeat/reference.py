def longest_distinct(pages: list[str]) -> list[str]:
    """A window whose start only moves forward, past the last visit of the page that repeats."""
    last: dict[str, int] = {}
    start = best_start = best_length = 0
    for position, page in enumerate(pages):
        if page in last:
            start = max(start, last[page] + 1)
        last[page] = position
        if position - start + 1 > best_length:
            best_start, best_length = start, position - start + 1
    return pages[best_start : best_start + best_length]
