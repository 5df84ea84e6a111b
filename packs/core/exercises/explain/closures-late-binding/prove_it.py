"""`funcs` holds three functions made by the same lines, each with a number of its own."""

import functools
import types


def check(source, names):
    """None when each remembers its own number."""
    funcs = list(names.get("funcs") or ())
    if len(funcs) != 3 or [f() for f in funcs] != [0, 1, 2] or [f() for f in reversed(funcs)] != [2, 1, 0]:
        return "not-three"
    if any(getattr(f, "__defaults__", None) or getattr(f, "__kwdefaults__", None) for f in funcs):
        return "defaults"
    if all(type(f) is functools.partial for f in funcs):
        return None if len({id(f.func) for f in funcs}) == 1 else "not-one-loop"
    if not all(type(f) is types.FunctionType for f in funcs) or len({id(f.__code__) for f in funcs}) != 1:
        return "not-one-loop"
    return None if all(f.__closure__ for f in funcs) else "not-one-loop"
