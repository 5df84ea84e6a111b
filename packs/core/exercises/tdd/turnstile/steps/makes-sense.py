class Turnstile:
    """Lets at most `most` requests of a client through in any `seconds`."""

    def __init__(self, most, seconds):
        if most < 1 or seconds <= 0:
            raise ValueError("at least one request, in some time")
        self.most = most
        self.seconds = seconds
        self.passed = {}

    def allow(self, now, client=""):
        """Whether a request at the moment `now` (seconds, never going back) is let through."""
        recent = [moment for moment in self.passed.get(client, []) if now - moment < self.seconds]
        let_through = len(recent) < self.most
        if let_through:
            recent.append(now)
        self.passed[client] = recent
        return let_through
