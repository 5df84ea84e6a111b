"""What a value is to the recorder, decided by its base classes alone: no code of the program runs here."""

import sys
import types
import weakref
from collections import deque
from opcode import opmap
from typing import Any

FILE = "snippet.py"
MOST_TEXT = 60

mro = type.__dict__["__mro__"].__get__
qualname = type.__dict__["__qualname__"].__get__
_module_of = type.__dict__["__module__"].__get__
class_dict = type.__dict__["__dict__"].__get__
flags = type.__dict__["__flags__"].__get__
bases = type.__dict__["__bases__"].__get__
attribute = object.__getattribute__
function_type, member_type = types.FunctionType, types.MemberDescriptorType
immortal = getattr(sys, "_is_immortal", None)
COPIES = sys.version_info < (3, 13)  # whether `f_locals` of a function is a copy
IMMORTAL_FROM = 1 << 28
HEAP_TYPE, COLLECTED, IMMUTABLE = 1 << 9, 1 << 14, 1 << 8
CLOSED = frozenset(["_io", "_recorder.streams", "_recorder.tracer", "_thread"])
OWN = "_recorder."
OPEN = frozenset(["contextlib", "functools", "collections", "weakref", "types", "enum"])
TOLD = frozenset(["datetime", "decimal", "re"])
OPTIMIZED, GENERATOR, COROUTINE, ASYNC_GENERATOR = 1, 0x20, 0x80, 0x200
SUSPENDED = GENERATOR | COROUTINE | ASYNC_GENERATOR
YIELD = opmap["YIELD_VALUE"]
RETURNS = frozenset(code for name, code in opmap.items() if name in ("RETURN_VALUE", "RETURN_CONST", "RETURN_GENERATOR"))
MODULE_NAMES = frozenset(
    "__name__ __doc__ __package__ __loader__ __spec__ __file__ __builtins__ __annotations__ __cached__ __annotate__ __conditional_annotations__".split()
)
HIDDEN_NAMES = frozenset(["__classdict__", "__conditional_annotations__"])  # the compiler's own, in what evaluates annotations
CLASS_NAMES = HIDDEN_NAMES | frozenset(
    "__module__ __qualname__ __dict__ __weakref__ __doc__ __firstlineno__ __static_attributes__ __annotate_func__ __annotations_cache__ __annotate__ __classdictcell__"
    " __match_args__ __classcell__ __abstractmethods__ _abc_impl __orig_bases__ __parameters__ __slotnames__ __dataclass_fields__ __dataclass_params__".split()
)


def module_of(kind: type) -> str:
    """The module of a class; the program's own where the program put something else there ("__module__" may be a property of a metaclass)."""
    try:
        module = _module_of(kind)
    except AttributeError:
        return "__main__"
    return module if type(module) is str else "__main__"


def short(text: str) -> str:
    """The text, cut if it is long."""
    return text if len(text) <= MOST_TEXT else text[: MOST_TEXT - 1] + "…"


def atom_text(kind: Any, value: Any) -> str:
    """The text of a value without parts, by its base class alone."""
    if kind is str:
        size = str.__len__(value)
        text = str.__repr__(value if size <= MOST_TEXT else str.__getitem__(value, slice(0, MOST_TEXT)) + "…")
        return text if size <= MOST_TEXT else f"{text} ({size})"
    if kind is int:
        bits = int.bit_length(value)
        return int.__repr__(value) if bits < 200 else f"<{bits} bit>"
    if kind in (bytes, bytearray):
        size = kind.__len__(value)
        text = kind.__repr__(kind.__getitem__(value, slice(0, MOST_TEXT)))
        return short(text) if size <= MOST_TEXT else f"{short(text)} ({size})"
    return short(kind.__repr__(value))


ATOMS = (type(None), bool, int, float, complex, str, bytes, bytearray, range, type(Ellipsis), type(NotImplemented))
SEQUENCES = (list, tuple, set, frozenset, deque)
COROUTINES = {types.GeneratorType: "gi", types.CoroutineType: "cr", types.AsyncGeneratorType: "ag"}
KINDS: dict[int, tuple[str, type]] = {
    **{id(kind): ("atom", kind) for kind in ATOMS},
    **{id(kind): ("sequence", kind) for kind in SEQUENCES},
    **{id(kind): ("generator", kind) for kind in COROUTINES},
    id(dict): ("dict", dict),
    id(types.FunctionType): ("function", types.FunctionType),
    id(types.MethodType): ("method", types.MethodType),
    id(types.BuiltinFunctionType): ("builtin", types.BuiltinFunctionType),
    id(types.CellType): ("cell", types.CellType),
    id(types.ModuleType): ("module", types.ModuleType),
    id(weakref.ref): ("weakref", weakref.ref),
    id(type): ("class", type),
    id(BaseException): ("exception", BaseException),
    **{id(kind): ("opaque", kind) for kind in (types.FrameType, types.TracebackType, types.CodeType)},  # these lead to the recorder
}


def type_name(kind: type) -> str:
    """The qualified name of a type, with its module where that is neither the program nor the builtins."""
    module, name = module_of(kind), qualname(kind)
    return f"{module[:60]}.{name[:80]}" if module not in ("builtins", "__main__") else name[:80]


def kind_of(kind: type) -> tuple[str, type]:
    """How a value of this type is read, and by which base class."""
    found = KINDS.get(id(kind))
    if found is not None:
        return found
    for base in mro(kind):
        found = KINDS.get(id(base))
        if found is not None:
            return found
    return "object", object


def sizeable(kind: type) -> bool:
    """Whether asking for the size runs no code of the program."""
    if not flags(kind) & HEAP_TYPE:
        return True
    for base in mro(kind):
        own = class_dict(base).get("__sizeof__")
        if own is not None:
            return type(own) is not function_type
    return True


Record = list[Any]
