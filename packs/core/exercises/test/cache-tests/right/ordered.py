from collections import OrderedDict


class LRUCache(OrderedDict):
    def __init__(self, capacity):
        super().__init__()
        if not capacity >= 1:
            raise ValueError(f"capacity {capacity}")
        self.capacity = capacity

    def get(self, key, default=None):
        if key in self:
            self.move_to_end(key)
            return self[key]
        return default

    def put(self, key, value):
        if key not in self and len(self) == self.capacity:
            self.popitem(last=False)
        self[key] = value
        self.move_to_end(key)
