def newest(releases):
    best = None
    for release in releases:
        if best is None or number(release) > number(best):
            best = release
    return best


def number(release):
    major, minor, patch = release.split(".")
    return (float(f"{major}.{minor}"), int(patch))
