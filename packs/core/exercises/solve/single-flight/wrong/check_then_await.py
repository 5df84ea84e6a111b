class SingleFlight:
    def __init__(self):
        self.results = {}

    async def do(self, key, call):
        if key not in self.results:
            self.results[key] = await call()
            result = self.results[key]
            del self.results[key]
            return result
        return self.results[key]
