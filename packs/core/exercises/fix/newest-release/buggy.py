def newest(releases):
    """The newest of the releases (`major.minor.patch`); None if there is none."""
    best = None
    for release in releases:
        if best is None or release > best:
            best = release
    return best
