import asyncio


class SingleFlight:
    """Everybody waits for a future of their own key; a task apart from all of them makes the call and settles it."""

    def __init__(self):
        self._futures = {}
        self._tasks = set()

    async def do(self, key, call):
        if key not in self._futures:
            future = self._futures[key] = asyncio.get_running_loop().create_future()
            task = asyncio.create_task(self._settle(key, call, future))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return await asyncio.shield(self._futures[key])

    async def _settle(self, key, call, future):
        try:
            result = await call()
        except BaseException as error:
            del self._futures[key]
            future.set_exception(error)
        else:
            del self._futures[key]
            future.set_result(result)
