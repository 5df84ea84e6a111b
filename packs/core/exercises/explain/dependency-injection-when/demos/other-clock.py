class Session:
    def __init__(self, clock, seconds):
        self.until = seconds
    def touch(self):
        self.until += 30
    def alive(self):
        return self.until > 100
