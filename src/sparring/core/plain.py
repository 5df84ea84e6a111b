"""Plain data: the only values that cross between the program and a candidate's code, compared by exact rules.

Encoded as JSON with a tag for what JSON lacks: null, true/false and strings stand for themselves; everything else is a two-item list
[tag, payload]: ["i", "7b"] (hexadecimal), ["f", "0x1.8p+1" | "nan" | "inf" | "-inf"], ["b", hex], ["l", [...]], ["t", [...]], ["s", [...]] (set), ["z", [...]] (frozenset),
["d", [[key, value], ...]] (insertion order), ["c", [real, imag]] (complex). `sandbox/exact` writes the same form inside the guest.
"""

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Plain: TypeAlias = (
    bool
    | int
    | float
    | complex
    | str
    | bytes
    | list["Plain"]
    | tuple["Plain", ...]
    | set["Plain"]
    | frozenset["Plain"]
    | dict["Plain", "Plain"]
    | None
)

MAX_DEPTH = 200
MOST_ALIKE = 64


class NotPlainError(ValueError):
    """A value that is no plain data, or a text that does not encode any."""


def encode(value: Plain) -> str:
    """The text form of `value`; NotPlainError for anything that is not plain data (subclasses are not)."""
    return json.dumps(_to_tree(value, 0), ensure_ascii=True, separators=(",", ":"))


def decode(text: str) -> Plain:
    """The value that `text` encodes; NotPlainError when it encodes none. Never runs code and never trusts its source."""
    try:
        return _from_tree(json.loads(text), 0)
    except (ValueError, TypeError, RecursionError) as error:
        raise NotPlainError(f"no plain data: {error}") from error


def _to_tree(value: object, depth: int) -> object:
    if depth > MAX_DEPTH:
        raise NotPlainError("nested too deeply")
    kind = type(value)
    if kind is int:
        return ["i", f"{value:x}"]
    if value is None or kind is bool or kind is str:
        return value
    if kind is float:
        assert isinstance(value, float)
        return ["f", value.hex()]
    if isinstance(value, complex) and kind is complex:
        return ["c", [value.real.hex(), value.imag.hex()]]
    if isinstance(value, bytes) and kind is bytes:
        return ["b", value.hex()]
    if isinstance(value, dict) and kind is dict:
        return ["d", [[_to_tree(k, depth + 1), _to_tree(v, depth + 1)] for k, v in value.items()]]
    if kind in _SEQUENCES:
        assert isinstance(value, list | tuple | set | frozenset)
        return [_SEQUENCES[kind], [_to_tree(item, depth + 1) for item in value]]
    raise NotPlainError(f"{kind.__module__}.{kind.__qualname__} is no plain data")


_SEQUENCES: dict[type, str] = {list: "l", tuple: "t", set: "s", frozenset: "z"}


def _from_tree(tree: Any, depth: int) -> Plain:
    """Large inputs come through here: JSON has exact types only, so `type` is asked, and once."""
    if depth > MAX_DEPTH:
        raise NotPlainError("nested too deeply")
    kind = type(tree)
    if kind is str or kind is bool or tree is None:
        return tree  # type: ignore[no-any-return]
    if kind is not list or len(tree) != 2:
        raise NotPlainError("not a tagged pair")
    tag, payload = tree
    kind = type(payload)
    if kind is str:
        return int(payload, 16) if tag == "i" else _from_scalar(tag, payload)
    if kind is not list:
        raise NotPlainError(f"payload of {tag!r}")
    return _from_container(tag, payload, depth + 1)


def _from_container(tag: object, payload: list[Any], depth: int) -> Plain:
    if tag == "d":
        keys = _unflooded([_from_tree(key, depth) for key, _ in payload])
        return dict(zip(keys, (_from_tree(value, depth) for _, value in payload), strict=True))
    if tag == "c":
        real, imag = payload
        return complex(float.fromhex(real), float.fromhex(imag))
    items = [_from_tree(item, depth) for item in payload]
    match tag:
        case "l":
            return items
        case "t":
            return tuple(items)
        case "s":
            return set(_unflooded(items))
        case "z":
            return frozenset(_unflooded(items))
    raise NotPlainError(f"unknown tag {tag!r}")


def _unflooded(keys: list[Plain]) -> list[Plain]:
    """The keys, unless they were chosen to collide: a million such keys would hold the decoder for hours."""
    if len(keys) > MOST_ALIKE and max(Counter(map(hash, keys)).values()) > MOST_ALIKE:
        raise NotPlainError("keys whose hashes collide")
    return keys


def _from_scalar(tag: object, payload: str) -> Plain:
    match tag:
        case "f":
            return float.fromhex(payload)
        case "b":
            return bytes.fromhex(payload)
    raise NotPlainError(f"unknown tag {tag!r}")


@dataclass(frozen=True, slots=True)
class Approx:
    """An expected float, equal within a relative or absolute tolerance (`math.isclose`)."""

    value: float
    rel: float = 1e-9
    abs: float = 0.0


def same(expected: object, got: object) -> bool:
    """Whether `got` is what was expected.

    Types count exactly (True is not 1, a tuple is not a list), except that an int is welcome where a float was expected, as PEP 484 has it. NaN
    equals NaN. `Approx` may stand anywhere inside `expected`. Dictionaries compare without their order.
    """
    if isinstance(expected, Approx):
        return type(got) in (int, float) and _close(expected, got)  # type: ignore[arg-type]
    if type(expected) is float and type(got) is int:
        return expected == got
    if type(expected) is not type(got):
        return False
    if isinstance(expected, float) and isinstance(got, float):
        return expected == got or (math.isnan(expected) and math.isnan(got))
    if isinstance(expected, list | tuple) and isinstance(got, list | tuple):
        return len(expected) == len(got) and all(map(same, expected, got))
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        return _same_mapping(expected, got)
    if isinstance(expected, set | frozenset) and isinstance(got, set | frozenset):
        return _typed(expected) == _typed(got)
    return expected == got


def _close(expected: Approx, got: float) -> bool:
    try:
        return math.isclose(expected.value, got, rel_tol=expected.rel, abs_tol=expected.abs)
    except OverflowError:  # an int beyond every float
        return False


def _same_mapping(expected: Mapping[object, object], got: Mapping[object, object]) -> bool:
    return _typed(expected.keys()) == _typed(got.keys()) and all(same(expected[key], got[key]) for key in expected)


def _typed(keys: object) -> set[tuple[type, object]]:
    assert isinstance(keys, set | frozenset) or hasattr(keys, "__iter__")
    return {(type(key), key) for key in keys}
