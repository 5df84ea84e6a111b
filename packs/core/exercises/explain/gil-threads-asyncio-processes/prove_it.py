"""`together` takes as long as the slowest job, not as all of them."""

import asyncio


def check(source, names):
    """None when the waits overlap."""
    started, most = [], []

    def job(number):
        async def wait():
            started.append(number)
            most.append(len(started))
            for _ in range(10 - number):
                await asyncio.sleep(0)
            started.remove(number)
            return number * number

        return wait

    results = asyncio.run(names["together"]([job(number) for number in range(5)]))
    if list(results) != [0, 1, 4, 9, 16]:
        return "results"
    return None if max(most) == 5 else "one-after-another"
