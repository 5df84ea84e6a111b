"""What a value is made of: a text, items [label, address] or [label, address, address of the key], and how many more there are.

Containers are read by their base class's methods, attributes from the instance's dictionary.
"""

import gc
import types
import weakref
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from .frames import opcode
from .kinds import (
    CLASS_NAMES,
    CLOSED,
    COROUTINES,
    FILE,
    HEAP_TYPE,
    IMMUTABLE,
    KINDS,
    OPEN,
    OWN,
    TOLD,
    YIELD,
    atom_text,
    attribute,
    bases,
    class_dict,
    flags,
    member_type,
    module_of,
    mro,
    short,
    type_name,
)

Parts = tuple[str, list[Any], int]
_get_referents = gc.get_referents


def _atom(_look: Any, value: Any, base: type, _kind: type) -> Parts:
    return atom_text(base, value), [], 0


def _opaque(_look: Any, _value: Any, _base: type, _kind: type) -> Parts:
    return "", [], 0


def _sequence(look: Any, value: Any, base: Any, kind: type) -> Parts:
    items: list[Any] = []
    size = base.__len__(value)
    plain = base in (set, frozenset)
    for item in base.__iter__(value):
        if len(items) >= look.items:
            break
        items.append(["" if plain else len(items), look.root(item)])
    if kind is not base:
        items += _attributes(look, value, kind)
    return "", items, max(0, size - look.items)


def _dict(look: Any, value: Any, _base: type, kind: type) -> Parts:
    items: list[Any] = []
    size = dict.__len__(value)
    for key, item in _ordered(value, kind, size, look.items):
        if len(items) >= look.items:
            break
        items.append(_pair(look, key, item))
    if kind is not dict:
        items += _attributes(look, value, kind)
    return "", items, max(0, size - look.items)


def _ordered(value: Any, kind: type, size: int, shown: int) -> Any:
    """The pairs as they are walked. An OrderedDict has an order of its own; walking it hashes the keys, so that it is asked only where they are plain values."""
    if OrderedDict not in mro(kind) or size > shown or any(KINDS.get(id(type(key)), ("",))[0] != "atom" for key in dict.keys(value)):
        return dict.items(value)
    return [(key, dict.__getitem__(value, key)) for key in OrderedDict.__iter__(value)]


def _pair(look: Any, key: Any, item: Any) -> list[Any]:
    found = KINDS.get(id(type(key)))
    if found is not None and found[0] == "atom":
        return [atom_text(found[1], key), look.root(item)]
    return ["", look.root(item), look.root(key)]


def _function(look: Any, value: Any, _base: type, _kind: type) -> Parts:
    code = value.__code__
    name = short(f"{value.__qualname__}()")
    if code.co_filename != FILE:
        return name, [], 0
    items: list[Any] = []
    for free, cell in zip(code.co_freevars, value.__closure__ or (), strict=False):
        items.append([f"⟨{free}⟩", look.root(cell)])
    names = code.co_varnames[: code.co_argcount]
    defaults = value.__defaults__ or ()
    for argument, default in zip(names[len(names) - len(defaults) :], defaults, strict=False):
        items.append([f"{argument}=", look.root(default)])
    for argument, default in (value.__kwdefaults__ or {}).items():
        items.append([f"{argument}=", look.root(default)])
    for label, held in dict.items(value.__dict__):
        if type(label) is str:
            items.append([f".{label}", look.root(held)])
    return name, items[: look.items], max(0, len(items) - look.items)


def _method(look: Any, value: Any, _base: type, _kind: type) -> Parts:
    if module_of(type(value.__self__)).startswith(OWN):  # reached by the collector's lists: nothing of the program's
        return "", [], 0
    return "", [["__func__", look.root(value.__func__)], ["__self__", look.root(value.__self__)]], 0


def _builtin(look: Any, value: Any, _base: type, _kind: type) -> Parts:
    owner = value.__self__
    own = [] if owner is None or type(owner) is types.ModuleType or issubclass(type(owner), type) else [["__self__", look.root(owner)]]
    return short(f"{value.__qualname__}()"), own, 0


def _cell(look: Any, value: Any, _base: type, _kind: type) -> Parts:
    try:
        return "", [["", look.root(value.cell_contents)]], 0
    except ValueError:
        return "∅", [], 0


def _module(_look: Any, value: Any, _base: type, _kind: type) -> Parts:
    name = dict.get(attribute(value, "__dict__"), "__name__", "?")
    return short(name if type(name) is str else "?"), [], 0


def _weakref(look: Any, value: Any, _base: type, _kind: type) -> Parts:
    target = weakref.ref.__call__(value)
    return ("", [["?", look.root(target)]], 0) if target is not None else ("∅", [], 0)


def _generator(look: Any, value: Any, base: Any, _kind: type) -> Parts:
    prefix = COROUTINES[base]
    frame = getattr(value, prefix + "_frame")
    name = short(value.__qualname__)
    if frame is None:
        return f"{name} ✓", [], 0
    running = getattr(value, prefix + "_running")
    state = f"{name} ▶" if running else f"{name} ⏸ {frame.f_lineno}" if frame.f_lasti > 0 and _begun(frame) else f"{name} ○"
    if frame.f_code.co_filename != FILE:
        return state, [], 0
    items: list[Any] = [] if running else [[name, address] for name, address, _ in look.names(frame)]
    awaited = getattr(value, prefix + ("_await" if prefix != "gi" else "_yieldfrom"))
    if awaited is not None:
        items.append(["…", look.root(awaited)])
    return state, items[: look.items], max(0, len(items) - look.items)


def _begun(frame: Any) -> bool:
    return bool(frame.f_lineno != frame.f_code.co_firstlineno or opcode(frame) == YIELD)


def _class(look: Any, value: Any, _base: type, kind: type) -> Parts:
    if module_of(value) != "__main__":
        return type_name(value), [], 0
    items: list[Any] = [["base", look.root(each)] for each in bases(value) if each is not object]
    if kind is not type:
        items.append(["metaclass", look.root(kind)])
    for name, held in class_dict(value).items():
        if type(name) is str and name not in CLASS_NAMES:
            items.append([f".{name}", look.root(held)])
    return type_name(value), items[: look.items], max(0, len(items) - look.items)


def _exception(look: Any, value: Any, _base: type, kind: type) -> Parts:
    args = BaseException.__dict__["args"].__get__(value)
    items = [[f"args[{number}]", look.root(held)] for number, held in enumerate(args[: look.items])]
    for name in ("__cause__", "__context__"):
        held = BaseException.__dict__[name].__get__(value)
        if held is not None:
            items.append([name, look.root(held)])
    return "", items + _attributes(look, value, kind), 0


def _object(look: Any, value: Any, _base: type, kind: Any) -> Parts:
    module = module_of(kind)
    written = flags(kind) & (HEAP_TYPE | IMMUTABLE) == HEAP_TYPE  # a class that is written in Python
    if module in CLOSED or (written and module != "__main__" and module not in OPEN):
        return "", [], 0
    if module in TOLD and not written:
        return short(kind.__repr__(value)), [], 0
    items = _attributes(look, value, kind)
    if items or flags(kind) & HEAP_TYPE:
        return "", items[: look.items], max(0, len(items) - look.items)
    found = [each for each in _get_referents(value) if each is not kind]  # in an order that means nothing: parts without a name
    return "", [["", look.root(each)] for each in found[: look.items]], max(0, len(found) - look.items)


def own_names(value: Any) -> Any:
    """The dictionary of an instance; None where it has none."""
    try:
        held = attribute(value, "__dict__")
    except AttributeError:
        return None
    return held if type(held) is dict else None


def _attributes(look: Any, value: Any, kind: type) -> list[Any]:
    """What an instance holds itself: its dictionary and its slots."""
    items: list[Any] = []
    held = own_names(value)
    if held is not None:
        items += [[f".{name}", look.root(each)] for name, each in list(dict.items(held))[: look.items + 1] if type(name) is str]
    if not flags(kind) & HEAP_TYPE:
        return items
    for base in mro(kind):
        for name, slot in class_dict(base).items() if flags(base) & HEAP_TYPE else ():
            if type(slot) is member_type and name[:2] != "__":
                try:
                    items.append([f".{name}", look.root(slot.__get__(value, kind))])
                except AttributeError:
                    continue
    return items


PARTS: dict[str, Callable[[Any, Any, Any, Any], Parts]] = {
    "atom": _atom,
    "opaque": _opaque,
    "sequence": _sequence,
    "dict": _dict,
    "function": _function,
    "method": _method,
    "builtin": _builtin,
    "cell": _cell,
    "module": _module,
    "weakref": _weakref,
    "generator": _generator,
    "class": _class,
    "exception": _exception,
    "object": _object,
}
"""How each kind is read."""


def extras(look: Any, value: Any, kind: type) -> list[Any]:
    """The attributes that a subclass of a value without parts adds."""
    return _attributes(look, value, kind)
