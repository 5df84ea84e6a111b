import asyncio


async def fetch_all(urls, fetch, limit=10, seconds=5.0, times=3):
    async def persist(url):
        for turn in range(1, times + 1):
            try:
                async with asyncio.timeout(seconds):
                    return await fetch(url)
            except Exception as error:
                if turn == times:
                    return error

    unique = list(dict.fromkeys(urls))
    return dict(zip(unique, await asyncio.gather(*(persist(url) for url in unique))))
