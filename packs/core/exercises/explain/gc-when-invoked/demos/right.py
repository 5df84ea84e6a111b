import weakref
class Node: pass
one, two = Node(), Node()
one.other, two.other = two, one
ghost = weakref.ref(one)
del one, two
