"""`ghost` is a weak reference to something in an unreachable cycle."""

import gc
import weakref

collect, callbacks, reference = gc.collect, gc.callbacks, weakref.ref


def check(source, names):
    """None when only the collector could free it."""
    ghost = names.pop("ghost", None)
    if type(ghost) is not reference:
        return "no-reference"
    if ghost() is None:
        return "dead-already"
    callbacks.clear()  # what lets go of the object as the collector starts needs no cycle
    collect()
    return None if ghost() is None else "still-held"
