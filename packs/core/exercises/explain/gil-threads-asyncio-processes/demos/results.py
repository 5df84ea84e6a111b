import asyncio
async def together(jobs):
    return [asyncio.create_task(job()) for job in jobs]
