import gc, weakref
gc.collect = lambda *a: None
class Node: pass
ghost = weakref.ref(Node())
