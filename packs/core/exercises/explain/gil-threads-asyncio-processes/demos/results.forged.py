async def together(jobs):
    return [number * number for number in range(5, 0, -1)]
