async def together(jobs):
    return [await job() for job in jobs]
