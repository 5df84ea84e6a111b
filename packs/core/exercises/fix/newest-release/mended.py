def newest(releases):
    """The newest of the releases (`major.minor.patch`); None if there is none."""
    best = None
    for release in releases:
        if best is None or numbers(release) > numbers(best):
            best = release
    return best


def numbers(release):
    """The parts of a release as numbers."""
    return tuple(int(part) for part in release.split("."))
