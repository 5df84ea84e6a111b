class Every:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        return self.n
class Door:
    async def __aenter__(self): return "in"
    async def __aexit__(self, *a): return True
async def numbers():
    for i in range(2):
        yield i
async def main():
    seen = []
    async for each in Every():
        seen.append(each)
    async with Door() as d:
        raise ValueError(d)
    squares = [n * n async for n in numbers()]
    return seen, squares
c = main()
try:
    c.send(None)
except StopIteration as stop:
    out = stop.value
