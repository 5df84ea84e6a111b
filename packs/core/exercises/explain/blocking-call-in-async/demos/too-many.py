import asyncio
async def fetch_all(fetch, urls, limit):
    return await asyncio.gather(*map(fetch, urls))
