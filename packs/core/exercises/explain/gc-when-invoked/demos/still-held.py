import weakref
class Node: pass
node = Node()
node.itself = node
ghost = weakref.ref(node)
