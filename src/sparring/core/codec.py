"""Frozen dataclasses to JSON and back: how answers, verdicts and evidence are stored.

A dataclass becomes an object; where a field's type is a union of dataclasses the object carries `type`, the kebab-case class name. Unknown
fields are ignored on the way in (an older program reads what a newer one wrote); missing ones take their default. Texts are readable on both ways
(`core.text.readable`): what an older program stored as it came out of a candidate's code must open, too.
"""

import dataclasses
import operator
import re
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin

from sparring.core.text import readable

T = TypeVar("T")
Json = Any


def tag(cls: type) -> str:
    """The name of a dataclass in stored form: `CostCurve` is `cost-curve`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()


def dump(value: object) -> Json:
    """`value` as data for `json.dumps`; every dataclass carries its `type`."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: dump(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {"type": tag(type(value)), **fields}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {readable(str(key)): dump(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [dump(item) for item in value]
    if isinstance(value, str):
        return readable(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    raise TypeError(f"{type(value).__name__} cannot be stored")


def load(cls: Any, data: Json) -> Any:
    """The value of type `cls` (a dataclass, a union, a tuple, …) that `data` stores; ValueError if it does not fit."""
    origin = get_origin(cls)
    if origin in (Union, types.UnionType):
        return _load_union(get_args(cls), data)
    if dataclasses.is_dataclass(cls):
        return _load_dataclass(cls, data)
    if origin is tuple:
        return tuple(load(get_args(cls)[0], item) for item in data)
    if origin in (dict, Mapping):
        return {readable(key): load(get_args(cls)[1], item) for key, item in data.items()}
    if cls is datetime:
        return datetime.fromisoformat(data)
    if isinstance(cls, type) and issubclass(cls, Enum):
        return cls(data)
    if cls is float and isinstance(data, int):
        return float(data)
    if isinstance(cls, type) and cls in (str, int, float, bool) and not isinstance(data, cls):
        raise ValueError(f"{data!r} is no {cls.__name__}")
    return readable(data) if isinstance(data, str) else data


def cleaned(value: T) -> T:
    """`value` (dataclasses, mappings, lists, tuples inside each other) with every text in it readable; the same object where all are."""
    return typing.cast("T", _cleaned(value))


def _cleaned(value: Any) -> Any:
    if type(value) is str:
        return readable(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        fresh = {name: clean for name, old in fields.items() if (clean := _cleaned(old)) is not old}
        return dataclasses.replace(value, **fresh) if fresh else value
    if isinstance(value, Mapping):
        pairs = {_cleaned(key): _cleaned(item) for key, item in value.items()}
        same = all(key is old and pairs[key] is item for key, (old, item) in zip(pairs, value.items(), strict=False))
        return value if same and len(pairs) == len(value) else pairs
    if type(value) in (list, tuple):
        items = [_cleaned(item) for item in value]
        return value if all(map(operator.is_, items, value)) else type(value)(items)
    return value


def _load_dataclass(cls: Any, data: Json) -> Any:
    hints = _hints(cls)
    known = {field.name: load(hints[field.name], data[field.name]) for field in dataclasses.fields(cls) if field.name in data}
    try:
        return cls(**known)
    except TypeError as error:
        raise ValueError(f"{tag(cls)}: {error}") from error


def _load_union(options: tuple[Any, ...], data: Json) -> Any:
    if data is None:
        return None
    for option in options:
        if isinstance(data, dict) and dataclasses.is_dataclass(option) and isinstance(option, type) and data.get("type") == tag(option):
            return load(option, data)
    if isinstance(data, dict):
        raise ValueError(f"unknown type {data.get('type')!r}")
    plain = next((option for option in options if option is not type(None) and not dataclasses.is_dataclass(option)), None)
    if isinstance(plain, type) and issubclass(plain, Enum | datetime):
        return load(plain, data)
    return readable(data) if isinstance(data, str) else data


_cache: dict[Any, dict[str, Any]] = {}


def _hints(cls: Any) -> dict[str, Any]:
    if cls not in _cache:
        _cache[cls] = typing.get_type_hints(cls)
    return _cache[cls]
