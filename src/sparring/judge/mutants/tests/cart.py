import json


class Cart:
    def __init__(self, limit=3):
        self.items = []
        self.limit = limit

    def add(self, name, price, count=1):
        if count < 1:
            raise ValueError("count")
        if len(self.items) >= self.limit:
            raise OverflowError("full")
        self.items.append((name, price * count))
        return self

    def total(self):
        result = 0
        for _, price in self.items:
            result += price
        return result

    def save(self, path):
        with open(path, "w") as file:
            json.dump(self.items, file)


def split(text, sep=","):
    parts = []
    while sep in text:
        head, _, text = text.partition(sep)
        parts.append(head.strip())
    return parts + [text.strip()]
