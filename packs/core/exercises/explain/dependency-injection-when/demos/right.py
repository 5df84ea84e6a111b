class Session:
    def __init__(self, clock, seconds):
        self.clock, self.seconds = clock, seconds
        self.touch()
    def touch(self):
        self.since = self.clock()
    def alive(self):
        return self.clock() - self.since < self.seconds
