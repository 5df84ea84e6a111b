class Session:
    def __init__(self, clock, seconds):
        self.now, self.seconds = clock(), seconds
        self.since = self.now
    def touch(self):
        self.since = self.now
    def alive(self):
        return self.now - self.since < self.seconds
