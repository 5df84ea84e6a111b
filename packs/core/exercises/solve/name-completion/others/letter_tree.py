class Completer:
    def __init__(self, names):
        self._root = {}
        for name in sorted(set(names)):
            node = self._root
            for letter in name:
                node = node.setdefault(letter, {})
            node[""] = name

    def suggest(self, prefix, limit=5):
        if limit < 1:
            raise ValueError(f"a limit of {limit} leaves nothing to suggest")
        node = self._root
        for letter in prefix:
            node = node.get(letter)
            if node is None:
                return []
        found, stack = [], [node]
        while stack and len(found) < limit:
            node = stack.pop()
            if isinstance(node, str):
                found.append(node)
            else:
                stack += [node[letter] for letter in sorted(node, reverse=True)]
        return found
