class Turnstile:
    """Lets at most `most` requests of a client through in any `seconds`."""

    def __init__(self, most, seconds):
        self.most = most
        self.seconds = seconds
        self.passed = []

    def allow(self, now, client=""):
        """Whether a request at the moment `now` (seconds, never going back) is let through."""
        self.passed = [moment for moment in self.passed if now - moment < self.seconds]
        if len(self.passed) >= self.most:
            return False
        self.passed.append(now)
        return True
