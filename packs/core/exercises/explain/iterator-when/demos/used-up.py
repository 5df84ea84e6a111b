class Countdown:
    def __init__(self, n):
        self.numbers = iter(range(n, 0, -1))
    def __iter__(self):
        return self.numbers
