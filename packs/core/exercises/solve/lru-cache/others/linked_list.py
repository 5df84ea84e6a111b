class LRUCache:
    """A dictionary to the nodes of a ring: what interviewers ask for without OrderedDict. A node is [before, behind, key, value]."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, not {capacity}")
        self.capacity = capacity
        self._nodes = {}
        self._ring = [None, None, None, None]
        self._ring[0] = self._ring[1] = self._ring

    def _to_the_end(self, node):
        last = self._ring[0]
        node[0], node[1] = last, self._ring
        last[1] = self._ring[0] = node

    @staticmethod
    def _out(node):
        node[0][1], node[1][0] = node[1], node[0]

    def get(self, key, default=None):
        node = self._nodes.get(key)
        if node is None:
            return default
        self._out(node)
        self._to_the_end(node)
        return node[3]

    def put(self, key, value):
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = [None, None, key, value]
        else:
            self._out(node)
            node[3] = value
        self._to_the_end(node)
        if len(self._nodes) > self.capacity:
            oldest = self._ring[1]
            self._out(oldest)
            del self._nodes[oldest[2]]

    def __len__(self):
        return len(self._nodes)
