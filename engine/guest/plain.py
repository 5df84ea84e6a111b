"""Plain data in and out, in exactly the form of `sparring.core.plain`, written without a call that a candidate could patch.

Only exact types count; a subclass is no plain data. All names used here are captured before any candidate's code runs.
"""

from pristine import BUILTINS as __builtins__  # noqa: F401

import json
from sys import intern as _intern
from _json import encode_basestring_ascii as _quote

MAX_DEPTH = 200
MOST_ITEMS, MOST_TEXT = 16, 512  # of what is short

_scan = json.JSONDecoder().scan_once
_type_name = type.__dict__["__qualname__"].__get__
_type_module = type.__dict__["__module__"].__get__
_join = "".join
_from_hex = float.fromhex
_bytes_from_hex = bytes.fromhex
_float_hex = float.hex
_bytes_hex = bytes.hex


class NotPlain(Exception):
    """Carries the name of the type that is no plain data."""

    def __init__(self, name):
        self.name = name


class TooLarge(Exception):
    """The encoded text is larger than allowed."""


def type_name(kind):
    """`module.Qualified`, whatever the class says of itself in other types than text."""
    try:
        module, name = _type_module(kind), _type_name(kind)
    except BaseException:
        return "?"
    module = module[:200] if type(module) is str else "?"
    return module + "." + name[:200]


def small(value):
    """The encoded text of a value whose encoding costs next to nothing, else None."""
    kind = type(value)
    if value is None or kind is bool or (kind is str and len(value) <= 64) or (kind is int and -(1 << 64) < value < 1 << 64) or kind is float:
        return encode(value, 1 << 20)
    return None


def short(value):
    """The encoded text of a collection that is as short as most answers of a case, else None."""
    kind = type(value)
    if (kind in _SEQUENCES or kind is dict) and len(value) <= MOST_ITEMS:
        try:
            return encode(value, MOST_TEXT)
        except (NotPlain, TooLarge):
            return None
    return None


def encode(value, limit):
    """The text of `value`; NotPlain or TooLarge."""
    parts = []
    _write(value, 0, parts.append, [limit])
    return _join(parts)


def _write(value, depth, put, room):
    kind = type(value)
    writer = _SCALARS.get(kind)
    if writer is not None:
        text = writer(value, room)
        room[0] -= len(text)
        put(text)
    elif kind in _SEQUENCES or kind is dict:
        if depth >= MAX_DEPTH:
            raise NotPlain(type_name(kind) + " nested too deeply")
        room[0] -= 9
        _write_items(value, kind, depth + 1, put, room)
    else:
        raise NotPlain(type_name(kind))
    if room[0] < 0:
        raise TooLarge


def _write_items(value, kind, depth, put, room):
    separator = ""
    if kind is dict:
        put('["d",[')
        for key, item in value.items():
            put(separator + "[")
            _write(key, depth, put, room)
            put(",")
            _write(item, depth, put, room)
            put("]")
            separator = ","
            room[0] -= 4
    else:
        put(_SEQUENCES[kind])
        for item in value:
            put(separator)
            _write(item, depth, put, room)
            separator = ","
            room[0] -= 1
    put("]]")


def _none(value, room):
    return "null"


def _bool(value, room):
    return "true" if value else "false"


def _str(value, room):
    if len(value) > room[0]:
        raise TooLarge
    return _quote(value)


def _int(value, room):
    if value.bit_length() > room[0] * 4:
        raise TooLarge
    return f'["i","{value:x}"]'


def _float(value, room):
    return '["f","' + _float_hex(value) + '"]'


def _bytes(value, room):
    if len(value) * 2 > room[0]:
        raise TooLarge
    return '["b","' + _bytes_hex(value) + '"]'


def _complex(value, room):
    return '["c",["' + _float_hex(value.real) + '","' + _float_hex(value.imag) + '"]]'


_SCALARS = {type(None): _none, bool: _bool, str: _str, int: _int, float: _float, bytes: _bytes, complex: _complex}
_SEQUENCES = {list: '["l",[', tuple: '["t",[', set: '["s",[', frozenset: '["z",['}


def parse(text):
    """The JSON value that `text` is."""
    return _scan(text, 0)[0]


def decode(tree):
    """The plain data that a parsed text stands for. Our own host wrote it, so its form is not checked."""
    if type(tree) is not list:
        return tree
    tag, payload = tree
    if tag == "i":
        return int(payload, 16)
    if tag == "d":
        return {decode(key): decode(value) for key, value in payload}
    if tag in _BUILDERS:
        return _BUILDERS[tag]([decode(item) for item in payload])
    if tag == "f":
        return _from_hex(payload)
    if tag == "b":
        return _bytes_from_hex(payload)
    return complex(_from_hex(payload[0]), _from_hex(payload[1]))


def literals(text):
    """The plain data that `text` encodes, as the compiler would have made it from source: what is equal among texts and numbers is one object."""
    return _literal(_scan(text, 0)[0], {})


def _literal(tree, seen):
    kind = type(tree)
    if kind is str:
        return _intern(tree)
    if kind is not list:
        return tree
    tag, payload = tree
    if tag == "d":
        return {_literal(key, seen): _literal(value, seen) for key, value in payload}
    if tag in _BUILDERS:
        return _BUILDERS[tag]([_literal(item, seen) for item in payload])
    key = tag + payload if tag != "c" else tag + payload[0] + "," + payload[1]
    if key not in seen:
        seen[key] = decode(tree)
    return seen[key]


_BUILDERS = {"l": list, "t": tuple, "s": set, "z": frozenset}
