def split(cents, people):
    """What each of so many people pays of a bill, in cents; ValueError without people."""
    if people < 1:
        raise ValueError("nobody pays")
    share, rest = divmod(cents, people)
    return [share + 1] * rest + [share] * (people - rest)
