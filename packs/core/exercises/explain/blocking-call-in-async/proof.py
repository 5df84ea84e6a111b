"""Shows that a coroutine gives way at an await and nowhere else."""

import asyncio

log = []


async def polite(name):
    for turn in range(3):
        log.append((name, turn))
        await asyncio.sleep(0)


async def rude(name):
    for turn in range(3):
        log.append((name, turn))  # async, and not a single await


async def main(job):
    log.clear()
    await asyncio.gather(job("a"), job("b"))
    return [name for name, _ in log]


assert asyncio.run(main(polite)) == ["a", "b", "a", "b", "a", "b"]
assert asyncio.run(main(rude)) == ["a", "a", "a", "b", "b", "b"]
