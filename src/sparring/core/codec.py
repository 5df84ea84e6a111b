"""Frozen dataclasses to JSON and back: how answers, verdicts and evidence are stored.

A dataclass becomes an object; where a field's type is a union of dataclasses the object carries `type`, the kebab-case class name. Unknown
fields are ignored on the way in (an older program reads what a newer one wrote); missing ones take their default.
"""

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin

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
        return {str(key): dump(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [dump(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
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
        return {key: load(get_args(cls)[1], item) for key, item in data.items()}
    if cls is datetime:
        return datetime.fromisoformat(data)
    if isinstance(cls, type) and issubclass(cls, Enum):
        return cls(data)
    if cls is float and isinstance(data, int):
        return float(data)
    if isinstance(cls, type) and cls in (str, int, float, bool) and not isinstance(data, cls):
        raise ValueError(f"{data!r} is no {cls.__name__}")
    return data


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
    return load(plain, data) if isinstance(plain, type) and issubclass(plain, Enum | datetime) else data


_cache: dict[Any, dict[str, Any]] = {}


def _hints(cls: Any) -> dict[str, Any]:
    if cls not in _cache:
        _cache[cls] = typing.get_type_hints(cls)
    return _cache[cls]
