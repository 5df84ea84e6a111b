"""JSON as trackers give it: plain values out of it, and records written again.

A record that was read is written from itself: only the keys whose fields of the item are another by now are made anew (`rewritten`). So all that a vendor's record holds
and an `Item` does not (numbers of people, colours, microseconds, a null beside an empty text) comes back.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.planning.trackers.backlog import Item
from sparring.planning.trackers.moments import day, moment

MOST_DIGITS = 300
"""No tracker writes longer numbers, and no longer one fits a float."""
Fields = Mapping[str, tuple[tuple[str, ...], Callable[[Item], Any]]]
"""A key of a vendor's record: the item's fields that it is made of, and how."""


class _NoNumberError(ValueError):
    pass


def parsed(file: str, text: str) -> tuple[Any, bool]:
    """The JSON of a text, and whether it was one object a line (GitLab's project export); UsageError naming where it stops being JSON."""
    try:
        return _loaded(text), False
    except _NoNumberError as error:
        raise UsageError(Message("trackers.number", {"file": file, "value": str(error)[:40]})) from error
    except (json.JSONDecodeError, RecursionError) as error:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) > 1 and all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines):
            try:
                return [_loaded(line) for line in lines], True
            except (ValueError, RecursionError):
                pass
        line, column = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
        raise UsageError(Message("trackers.no-json", {"file": file, "line": line, "column": column})) from error


def _loaded(text: str) -> Any:
    return json.loads(text, parse_int=_whole, parse_float=_float, parse_constant=_constant)


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise _NoNumberError(digits)
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if math.isinf(value):
        raise _NoNumberError(digits)
    return value


def _constant(name: str) -> float:
    raise _NoNumberError(name)


def rows_of(file: str, value: Any) -> list[dict[str, Any]]:
    """A list of objects; UsageError if it is something else."""
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise UsageError(Message("trackers.unknown", {"file": file}))
    return value


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; none for anything else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def text_of(value: Any) -> str:
    """A text as it stands, '' for none, other plain values as JSON. Half of a surrogate pair, which no encoding can hold, becomes a question mark; the record keeps it."""
    text = value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def inner(value: Any, *names: str) -> str:
    """The first of the named fields that the object `value` has."""
    return next((text_of(value[name]) for name in names if value.get(name) not in (None, "")), "") if isinstance(value, Mapping) else ""


def each(value: Any, *names: str) -> tuple[str, ...]:
    """The named field of each object in a list; texts as they are."""
    rows = value if isinstance(value, list) else []
    return tuple(found for row in rows if (found := text_of(row) if isinstance(row, str) else inner(row, *names)))


def stamp(value: Any) -> datetime | None:
    """The moment that a value names."""
    return moment(value) if isinstance(value, str) and value else None


def date_of(value: Any) -> date | None:
    """The day that a value names."""
    return day(value) if isinstance(value, str) and value else None


def number(value: Any) -> float | None:
    """A number of a size that people plan with; None for anything else."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12 else None


def seconds(value: Any) -> int | None:
    """A whole number; None for anything else."""
    found = number(value)
    return None if found is None else round(found)


def kept(row: Mapping[str, Any], claimed: Sequence[str] | frozenset[str]) -> dict[str, tuple[str, ...]]:
    """What no field claims, as JSON."""
    return {name: (json.dumps(value, ensure_ascii=False),) for name, value in row.items() if name not in claimed}


def restored(extra: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """The other way round."""
    return {name: json.loads(cells[0]) for name, cells in extra.items() if cells}


def numeral(text: str) -> int | str:
    """A text of digits as the number that it is written for."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < MOST_DIGITS and str(int(text)) == text else text


def plain_number(value: float | None) -> float | int | None:
    """3.0 as 3."""
    return int(value) if value is not None and value == int(value) else value


def iso(value: datetime | None) -> str | None:
    """A moment as these interfaces write it."""
    return value.isoformat(timespec="milliseconds") + "Z" if value else None


def rewritten(item: Item, before: Item | None, record: Mapping[str, Any], fields: Fields, *, own: bool) -> dict[str, Any]:
    """The record with what is another now; all of it anew if nothing was `before`. `own`: the item came in this format, so that what no field claims belongs here too."""
    out = dict(record)
    for key, (names, make) in fields.items():
        if before is None or any(getattr(before, name) != getattr(item, name) for name in names):
            out[key] = _matched(record.get(key), make(item))
    old = before.extra if before else {}
    if own and item.extra != old:
        for name in old.keys() - item.extra.keys():
            out.pop(name, None)
        out |= restored({name: cells for name, cells in item.extra.items() if cells != old.get(name)})
    return out


def _matched(record: Any, made: Any) -> Any:
    """What was made, with the members of a list taken from the record as far as they are there: a person's name finds the person's number."""
    if not isinstance(record, list) or not isinstance(made, list):
        return made
    return [next((one for one in record if _is(one, new)), new) for new in made]


def _is(one: Any, new: Any) -> bool:
    if isinstance(one, Mapping) and isinstance(new, Mapping):
        return all(name in one and one[name] == value for name, value in new.items())
    return bool(one == new)


def plain(value: Any, *, lines: bool = False) -> bytes:
    """JSON, readable, or one object a line. Half of a surrogate pair, which is no UTF-8, is written as JSON's own escape."""
    if lines:
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in value)
    else:
        text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")
