def newest(releases):
    best = None
    for release in releases:
        if best is None or (len(release), release) > (len(best), best):
            best = release
    return best
