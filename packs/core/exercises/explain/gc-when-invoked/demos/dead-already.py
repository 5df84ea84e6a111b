import weakref
class Node: pass
node = Node()
ghost = weakref.ref(node)
del node
