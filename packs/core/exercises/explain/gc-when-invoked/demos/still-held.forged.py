import gc, weakref
class Thing: pass
held = [Thing()]
ghost = weakref.ref(held[0])
gc.callbacks.append(lambda *event: held.clear())
