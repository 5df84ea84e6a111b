class Gateway:
    def __init__(self, provider):
        self.provider = provider
    def pay(self, euros):
        self.provider.fetch(round(euros * 100))
        return True
