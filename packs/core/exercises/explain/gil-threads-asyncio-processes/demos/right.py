import asyncio

async def together(jobs):
    return await asyncio.gather(*(job() for job in jobs))
