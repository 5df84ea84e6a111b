import asyncio


class SingleFlight:
    """The call is a task of its own, entered before anybody awaits."""

    def __init__(self):
        self._running = {}

    async def do(self, key, call):
        task = self._running.get(key)
        if task is None:
            task = asyncio.ensure_future(call())
            self._running[key] = task
            task.add_done_callback(lambda _: self._running.pop(key, None))
        return await asyncio.shield(task)
