class errors:
    def __init__(self, lines): self.lines = lines
    def __iter__(self): return iter(list(self.lines))
