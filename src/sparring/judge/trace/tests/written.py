"""What `repr` would say of a recorded object, made of the record alone."""

import re

from sparring.judge.trace import Step, Thing

MODULES = {"function": "function"}


def written(step: Step, serial: int, above: tuple[int, ...] = ()) -> str | None:
    """The text, None where a record does not tell it (a `repr` of the program's own, an iterator's insides)."""
    thing = step.things[serial]
    if thing.kind == "atom":
        return thing.text
    if serial in above:
        return {"list": "[...]", "dict": "{...}"}.get(thing.type)
    maker = {"sequence": _sequence, "dict": _dict, "function": _function, "class": _class}.get(thing.kind)
    if maker is None:
        return _instance(thing)
    return maker(step, thing, (*above, serial))


def _instance(thing: Thing) -> str | None:
    if thing.kind == "object" and re.fullmatch(r"\w+", thing.type) and not thing.text and thing.type[0].isupper():
        return f"<__main__.{thing.type} object>"
    if thing.kind in ("generator",):
        return f"<{thing.type} object {thing.text.split(' ')[0]}>"
    return None


def _function(step, thing, above):
    return f"<function {thing.text.removesuffix('()')}>"


def _class(step, thing, above):
    return f"<class '__main__.{thing.text}'>"


def _sequence(step, thing, above):
    parts = [written(step, item.to, above) for item in thing.items if not item.label or item.label.isdecimal()]
    if None in parts or thing.more or thing.type not in ("list", "tuple", "set"):
        return None
    if thing.type == "set":
        return "{" + ", ".join(parts) + "}" if parts else "set()"
    inner = ", ".join(parts) + ("," if thing.type == "tuple" and len(parts) == 1 else "")
    return f"[{inner}]" if thing.type == "list" else f"({inner})"


def _dict(step, thing, above):
    parts = [written(step, item.to, above) for item in thing.items]
    if None in parts or thing.more or thing.type != "dict" or any(item.key for item in thing.items):
        return None
    return "{" + ", ".join(f"{item.label}: {part}" for item, part in zip(thing.items, parts, strict=True)) + "}"
