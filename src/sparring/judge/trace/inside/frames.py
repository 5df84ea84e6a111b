"""Frames: where they stand, and whether they begin or go on."""

import types
from typing import Any

from .kinds import ASYNC_GENERATOR, COROUTINE, GENERATOR, OPTIMIZED, atom_text, kind_of, short, type_name

_CODES: dict[int, tuple[types.CodeType, bytes]] = {}


def opcode(frame: Any) -> int:
    """The instruction at which a frame stands."""
    code = frame.f_code
    known = _CODES.get(id(code))
    if known is None:
        known = _CODES[id(code)] = code, code.co_code
    return known[1][frame.f_lasti] if 0 <= frame.f_lasti < len(known[1]) else 0


def resumed(frame: Any) -> bool:
    """Whether a call is a generator or coroutine going on: the argument of RESUME says so."""
    opcode(frame)
    data = _CODES[id(frame.f_code)][1]
    return bool(data[frame.f_lasti + 1] & 3) if 0 <= frame.f_lasti < len(data) - 1 else False


def frame_kind(code: Any) -> str:
    """`module`, `function`, `class`, `generator`, `coroutine` or `async-generator`."""
    if code.co_name == "<module>":
        return "module"
    if code.co_flags & ASYNC_GENERATOR:
        return "async-generator"
    if code.co_flags & COROUTINE:
        return "coroutine"
    if code.co_flags & GENERATOR:
        return "generator"
    return "function" if code.co_flags & OPTIMIZED else "class"


def error_text(error: Any) -> str:
    """The words of an exception, without asking it."""
    args = BaseException.__dict__["args"].__get__(error) if issubclass(type(error), BaseException) else ()
    texts = []
    for each in args[:4]:
        what, base = kind_of(type(each))
        texts.append((each if type(each) is str else atom_text(base, each)) if what == "atom" else f"<{type_name(type(each))}>")
    return short(", ".join(texts))[:200]
