import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    return n * 2


async def main():
    first = await fetch(1)
    second = await fetch(first)
    return first + second


print(asyncio.run(main()))
