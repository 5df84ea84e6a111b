def split(cents, people):
    """What each of so many people pays of a bill, in cents; ValueError without people."""
    if people < 1:
        raise ValueError("nobody pays")
    share = int(cents / people)
    return [share] * people
