class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self):
        self.at = self.n + 1
        return self
    def __next__(self):
        self.at -= 1
        return self.at if self.at > 0 else next(iter(()))
