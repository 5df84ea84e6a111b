class Session:
    def __init__(self, clock, seconds):
        self.clock, self.until = clock, clock() + seconds
    def touch(self):
        pass
    def alive(self):
        return self.clock() < self.until
