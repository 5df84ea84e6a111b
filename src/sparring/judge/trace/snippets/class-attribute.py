class Basket:
    items = []
    limit = 3

    def put(self, item):
        self.items.append(item)
        self.limit -= 1


mine, yours = Basket(), Basket()
mine.put("apple")
print(yours.items, mine.limit, yours.limit)
