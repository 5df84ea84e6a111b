import asyncio


async def fetch_all(urls, fetch, limit=10, seconds=5.0, times=3) -> dict:
    unique = dict.fromkeys(urls)
    waiting = list(unique)[::-1]

    async def once(url):
        async with asyncio.timeout(seconds):
            return await fetch(url)

    async def persist(url):
        for turn in range(1, times + 1):
            try:
                return await once(url)
            except Exception as error:
                if turn == times:
                    return error

    async def work():
        while waiting:
            url = waiting.pop()
            unique[url] = await persist(url)

    await asyncio.gather(*(work() for _ in range(min(limit, len(unique)))))
    return unique
