async def fetch_all(fetch, urls, limit):
    return [await fetch(url) for url in urls]
