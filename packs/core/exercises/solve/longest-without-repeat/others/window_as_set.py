def longest_distinct(pages):
    inside, start, best = set(), 0, (0, 0)
    for end, page in enumerate(pages):
        while page in inside:
            inside.remove(pages[start])
            start += 1
        inside.add(page)
        if end + 1 - start > best[1] - best[0]:
            best = start, end + 1
    return pages[best[0] : best[1]]
