class Gateway:
    def __init__(self, provider):
        self.provider = provider
    def pay(self, euros):
        return self.provider.fetch(round(euros * 100))
