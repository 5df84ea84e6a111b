import weakref
class Ghost(weakref.ref):
    def __call__(self, turns=[1]): return turns.pop() if turns else None
class Node: pass
node = Node()
ghost = Ghost(node)
