async def fetch_all(fetch, urls, limit):
    return [fetch(url).close() for url in urls]
