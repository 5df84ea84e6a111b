class Turnstile:
    """Lets at most `most` requests of a client through in any `seconds`."""

    def __init__(self, most, seconds):
        self.most = most
        self.seconds = seconds
        self.passed = 0

    def allow(self, now, client=""):
        """Whether a request at the moment `now` (seconds, never going back) is let through."""
        self.passed += 1
        return self.passed <= self.most
