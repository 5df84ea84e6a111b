class Turnstile:
    """Lets at most `most` requests of a client through in any `seconds`."""

    def __init__(self, most, seconds):
        self.most = most
        self.seconds = seconds

    def allow(self, now, client=""):
        """Whether a request at the moment `now` (seconds, never going back) is let through."""
        raise NotImplementedError
