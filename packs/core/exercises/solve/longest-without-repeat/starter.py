def longest_distinct(pages: list[str]) -> list[str]:
    """Return the longest run of consecutive visits without a repeated page, the first of several."""
    raise NotImplementedError
