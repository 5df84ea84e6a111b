import asyncio


class SingleFlight:
    def __init__(self):
        self.running = {}

    async def do(self, key, call):
        if key in self.running:
            return await self.running[key]
        future = asyncio.get_running_loop().create_future()
        self.running[key] = future
        try:
            result = await call()
        except BaseException as error:
            if isinstance(error, asyncio.CancelledError):
                future.cancel()
            else:
                future.set_exception(error)
                future.exception()
            raise
        else:
            future.set_result(result)
            return result
        finally:
            del self.running[key]
