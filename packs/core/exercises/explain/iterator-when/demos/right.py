class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        yield from range(self.n, 0, -1)
