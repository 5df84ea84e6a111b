"""`fetch_all` keeps many waits going, and never more than it may."""

import asyncio


def check(source, names):
    """None when the waits overlap up to the limit."""
    now, most = [], []

    async def fetch(url):
        now.append(url)
        most.append(len(now))
        for _ in range(5):
            await asyncio.sleep(0)
        now.remove(url)
        return url.upper()

    urls = [f"page-{number}" for number in range(12)]
    results = asyncio.run(names["fetch_all"](fetch, urls, 4))
    if list(results) != [url.upper() for url in urls]:
        return "results"
    if max(most) > 4:
        return "too-many"
    return None if max(most) == 4 else "one-by-one"
