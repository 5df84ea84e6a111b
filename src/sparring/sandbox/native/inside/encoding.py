"""Plain data in exactly the form of `sparring.core.plain`, written without a call that a candidate could patch.

Only exact types count; a subclass is no plain data. All names used here are captured before any candidate's code runs.
"""

from sparring.sandbox.native.inside.pristine import BUILTINS as __builtins__  # type: ignore[no-redef]  # noqa: F401, N811  # isort: skip

from collections.abc import Callable
from json.encoder import encode_basestring_ascii as _quote
from typing import Any

MAX_DEPTH = 200

_type_name = type.__dict__["__qualname__"].__get__
_type_module = type.__dict__["__module__"].__get__
_join = "".join
_float_hex, _bytes_hex = float.hex, bytes.hex
_sequences: dict[type, str] = {list: '["l",[', tuple: '["t",[', set: '["s",[', frozenset: '["z",['}


class NotPlain(Exception):  # noqa: N818
    """Carries the name of the type that is no plain data."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class TooLarge(Exception):  # noqa: N818
    """The encoded text is larger than allowed."""


def type_name(kind: type) -> str:
    """`module.Qualified`, whatever the class says of itself in other types than text."""
    try:
        module, name = _type_module(kind), _type_name(kind)
    except BaseException:
        return "?"
    told: str = (module[:200] if type(module) is str else "?") + "." + name[:200]
    return told


def encode(value: object, limit: int) -> str:
    """The text of `value`; NotPlain, or TooLarge for more than about `limit` characters."""
    parts: list[str] = []
    _write(value, 0, parts.append, [limit])
    return _join(parts)


def _write(value: Any, depth: int, put: Callable[[str], None], room: list[int]) -> None:
    kind = type(value)
    writer = _scalars.get(kind)
    if writer is not None:
        if kind in _sized and len(value) > room[0]:
            raise TooLarge
        text = writer(value)
        room[0] -= len(text)
        put(text)
    elif kind is dict or kind in _sequences:
        if depth >= MAX_DEPTH:
            raise NotPlain(type_name(kind) + " nested too deeply")
        _write_items(value, kind, depth + 1, put, room)
    else:
        raise NotPlain(type_name(kind))
    if room[0] < 0:
        raise TooLarge


def _write_items(value: Any, kind: type, depth: int, put: Callable[[str], None], room: list[int]) -> None:
    put('["d",[' if kind is dict else _sequences[kind])
    separator = ""
    for item in value.items() if kind is dict else value:
        put(separator)
        if kind is dict:
            put("[")
            _write(item[0], depth, put, room)
            put(",")
            _write(item[1], depth, put, room)
            put("]")
        else:
            _write(item, depth, put, room)
        separator = ","
        room[0] -= 9
    put("]]")


_sized = frozenset((str, bytes))
_scalars: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "null",
    bool: lambda value: "true" if value else "false",
    str: _quote,
    int: lambda value: f'["i","{value:x}"]',
    float: lambda value: f'["f","{_float_hex(value)}"]',
    complex: lambda value: f'["c",["{_float_hex(value.real)}","{_float_hex(value.imag)}"]]',
    bytes: lambda value: f'["b","{_bytes_hex(value)}"]',
}
