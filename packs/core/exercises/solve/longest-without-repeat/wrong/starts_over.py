def longest_distinct(pages):
    best, run = [], []
    for page in pages:
        if page in run:
            run = []
        run.append(page)
        if len(run) > len(best):
            best = list(run)
    return best
