import asyncio


async def fetch_all(urls, fetch, limit=10, seconds=5.0, times=3) -> dict:
    """A slot for every attempt, a time limit inside the slot, the attempts around both."""
    slots = asyncio.Semaphore(limit)

    async def attempt(url):
        async with slots, asyncio.timeout(seconds):
            return await fetch(url)

    async def persist(url):
        for turn in range(1, times + 1):
            try:
                return await attempt(url)
            except Exception as error:
                if turn == times:
                    return error

    unique = list(dict.fromkeys(urls))
    answers = await asyncio.gather(*(persist(url) for url in unique))
    return dict(zip(unique, answers))
