class Gateway:
    def __init__(self, provider):
        self.provider = provider
    def pay(self, euros):
        try:
            return self.provider.fetch(int(euros * 100))
        except KeyError as error:
            raise PermissionError("refused") from error
