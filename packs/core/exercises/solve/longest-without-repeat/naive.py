def longest_distinct(pages: list[str]) -> list[str]:
    """Reads forward from every start until a page repeats."""
    best = []
    for start in range(len(pages)):
        seen = set()
        for page in pages[start:]:
            if page in seen:
                break
            seen.add(page)
        if len(seen) > len(best):
            best = pages[start : start + len(seen)]
    return best
