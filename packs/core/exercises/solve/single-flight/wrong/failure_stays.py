import asyncio


class SingleFlight:
    def __init__(self):
        self.running = {}

    async def do(self, key, call):
        if key not in self.running:
            self.running[key] = asyncio.ensure_future(call())
        result = await asyncio.shield(self.running[key])
        self.running.pop(key, None)
        return result
