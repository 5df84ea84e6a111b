"""Dates as trackers write them, in the languages and orders that people set there."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Literal

Order = Literal["dmy", "mdy", "unsure"]

_MONTHS = (
    "jan gen ene janv", "feb févr fev fév", "mar mär mrz mars", "apr avr abr avril", "may mag mai", "jun giu juin", "jul lug juil",
    "aug ago août aou", "sep set sept", "oct ott okt", "nov", "dec dic dez déc",
)  # fmt: skip
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_CLOCK = r"(?:[,T\s]+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?"
_NUMBERS = re.compile(r"(?P<a>\d{1,2})[/.\-](?P<b>\d{1,2})[/.\-](?P<year>\d{4}|\d{2})" + _CLOCK)
_NAMED = re.compile(r"(?P<a>\d{1,2})[/.\-\s]+(?P<month>[^\W\d_]{3,9})\.?[/.\-\s]+(?P<year>\d{4}|\d{2})" + _CLOCK)
_AMERICAN = re.compile(r"(?P<month>[^\W\d_]{3,9})\.?\s+(?P<a>\d{1,2}),?\s+(?P<year>\d{4})" + _CLOCK)


def order_of(values: Iterable[str]) -> Order:
    """Whether a file writes the day or the month first; unsure if no date of it tells."""
    matches = [match for value in values if (match := _NUMBERS.fullmatch(value.strip()))]
    if any("." in match[0][:6] or int(match["a"]) > 12 for match in matches):
        return "dmy"
    return "mdy" if any(int(match["b"]) > 12 for match in matches) else "unsure"


def moment(text: str, order: Order = "unsure") -> datetime | None:
    """The moment that a text names, without a time zone (UTC where it had one); None if it is no date. An unsure order is read day first."""
    text = text.strip()
    try:
        found = datetime.fromisoformat(text.removesuffix(" UTC"))
    except ValueError:
        return _written(text, order)
    try:
        return found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found
    except OverflowError:  # an hour before the first year, or after the last
        return None


def _written(text: str, order: Order) -> datetime | None:
    match = _NUMBERS.fullmatch(text) or _NAMED.fullmatch(text) or _AMERICAN.fullmatch(text)
    if match is None:
        return None
    parts = match.groupdict()
    if "month" in parts:
        day, month = int(parts["a"]), _month(parts["month"])
    else:
        day, month = (int(parts["b"]), int(parts["a"])) if order == "mdy" else (int(parts["a"]), int(parts["b"]))
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
    hour = int(parts["hour"] or 0)
    if parts["half"]:
        hour = hour % 12 + (12 if parts["half"].lower().startswith("p") else 0)
    try:
        return datetime(year, month, day, hour, int(parts["minute"] or 0), int(parts["second"] or 0))  # noqa: DTZ001 - the file names no zone
    except ValueError:
        return None


def _month(word: str) -> int:
    word = word.lower()
    return MONTHS.get(word) or MONTHS.get(word[:3]) or MONTHS.get(word[:4]) or 0


def day(text: str, order: Order = "unsure") -> date | None:
    """The day that a text names."""
    found = moment(text, order)
    return found.date() if found else None
