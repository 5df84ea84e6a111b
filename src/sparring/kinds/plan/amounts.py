"""What a sentence says of time: numbers, amounts of working days, numbered days, weekdays and dates, each with its place."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sparring.kinds.plan.wordlists import listed, pairs

_UNITS = {"hour": 0.0, "hours": 0.0, "ora": 0.0, "ore": 0.0, "day": 1, "days": 1, "giorno": 1, "giorni": 1, "giornata": 1, "giornate": 1}
_UNITS |= {"week": 5, "weeks": 5, "settimana": 5, "settimane": 5, "month": 21, "months": 21, "mese": 21, "mesi": 21}
_HALF = {"half", "mezzo", "mezza"}
_DAY = {"day", "giorno"}
WEEKS = 3
"""Weeks after the deadline in which a date without its month is still looked for."""


@dataclass(frozen=True, slots=True)
class Amount:
    """So many working days, give or take `give`."""

    first: int
    last: int
    days: float
    give: float


@dataclass(frozen=True, slots=True)
class Dated:
    """A day by its name or its date: of a weekday alone `on` is None."""

    first: int
    last: int
    weekday: int
    on: date | None = None


def number_at(words: Sequence[str], at: int) -> float | None:
    """The number that a word is, in figures or in letters; None if it is none."""
    word = words[at]
    if re.fullmatch(r"\d{1,3}", word):
        return float(word)
    found = pairs("numbers_en").get(word, pairs("numbers_it").get(word))
    return None if found is None else float(found)


def amounts(words: Sequence[str], per_day: int) -> Iterator[Amount]:
    """As in "two days", "a day and a half", "mezza giornata", "un paio di giorni", "12 hours"."""
    for at, word in enumerate(words):
        if word not in _UNITS:
            continue
        unit = _UNITS[word] or 1 / per_day
        begin, number, give = at, None, 0.0
        for back in range(1, 5):
            where = at - back
            if where < 0 or (words[where] not in _BETWEEN and number_at(words, where) is None and words[where] not in _HALF):
                break
            if (words[where] in _HALF and number is None) or (
                words[where] in _HALF and number == 1 and words[where + 1] in ("a", "an", "una")
            ):
                number, begin = 0.5, where
            elif (value := number_at(words, where)) is not None and not (number == 0.5 and value == 1):
                joined = number == 0.5 and any(words[n] in ("and", "e") for n in range(where, at))
                number = value + 0.5 if joined else value if number is None or number == 0.5 else number
                begin, give = where, (1.0 if words[where] in ("couple", "paio") else give)
        tail = [word for word in words[at + 1 : at + 4] if word not in ("a", "an")]
        half = tail[:2] in (["and", "half"], ["e", "mezzo"], ["e", "mezza"])
        if number is not None:
            yield Amount(begin, at + 1, (number + (0.5 if half else 0.0)) * unit, give)


_BETWEEN = frozenset("of di full working lavorativi lavorativ pieni intero intera and e good whole a an".split())


def numbered(words: Sequence[str]) -> Iterator[Amount]:
    """As in "day 3", "giorno 3", "il terzo giorno" as numbers of days."""
    for at, word in enumerate(words):
        following = number_at(words, at + 1) if at + 1 < len(words) else None
        if word in _DAY and following is not None and words[at + 1] not in ("a", "an", "un", "una", "uno"):
            half = words[at + 2 : at + 3] == ("5",)  # "day 2.5" is two words
            yield Amount(at, at + 2 + half, following + (0.5 if half else 0), 0.5)
        elif at + 1 < len(words) and words[at + 1] in _DAY and word in ORDINALS:
            yield Amount(at, at + 2, float(ORDINALS[word]), 0.5)


ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
ORDINALS |= {"primo": 1, "secondo": 2, "terzo": 3, "quarto": 4, "quinto": 5, "sesto": 6, "settimo": 7, "ottavo": 8, "decimo": 10}


def weekdays(words: Sequence[str]) -> Iterator[Dated]:
    """As in "Monday", "lunedì"."""
    for at, word in enumerate(words):
        if word in pairs("weekdays"):
            yield Dated(at, at + 1, pairs("weekdays")[word])


def dates(words: Sequence[str], pauses: Collection[int], start: date, until: date) -> Iterator[Dated]:
    """As in "9 March", "May 8th", "lunedì 9", "Friday the 13th", "the 12th", "il 12". What has no month is of the project's time, or it is no date.

    A weekday that contradicts the date makes neither sure, and is none of both.
    """
    for at, word in enumerate(words):
        match = re.fullmatch(r"(\d{1,2})(st|nd|rd|th)?", word)
        number = int(match[1]) if match else 1 if word == "primo" else 0
        if not 1 <= number <= 31:
            continue
        first, last, month = _month(words, at)
        name = next((n for n in (first - 1, first - 2) if n >= 0 and words[n] in pairs("weekdays")), -1)
        if name == first - 2 and words[first - 1] not in ("the", "il", "l"):
            name = -1
        weekday = pairs("weekdays")[words[name]] if name >= 0 else None
        if not month and not (weekday is not None or _stands_alone(words, at, pauses, ordinal=bool(match and match[2]))):
            continue
        if not month and last < len(words) and words[last] in _UNITS | pairs("numbers_en"):
            continue
        found = _dated(number, month, start, until)
        if found and weekday in (None, found.weekday()):
            yield Dated(name if name >= 0 else first, last, found.weekday(), found)


def _month(words: Sequence[str], at: int) -> tuple[int, int, int]:
    """Where a date with this number begins and ends, and its month; 0 if none stands by it."""
    behind = at + 2 if words[at + 1 : at + 2] in (("of",), ("di",)) else at + 1
    if behind < len(words) and words[behind] in pairs("months"):
        return at, behind + 1, pairs("months")[words[behind]]
    ahead = at - 2 if at > 1 and words[at - 1] == "the" else at - 1
    if ahead >= 0 and words[ahead] in pairs("months"):
        return ahead, at + 1, pairs("months")[words[ahead]]
    return at, at + 1, 0


def _stands_alone(words: Sequence[str], at: int, pauses: Collection[int], *, ordinal: bool) -> bool:
    """Whether a number is a day of the month by itself: "on the 12th", "fino al 12", with nothing behind that it could count."""
    leads = at > 0 and words[at - 1] in (("the",) if ordinal else ("il", "al", "dal", "entro", "del", "l"))
    return leads and words[at] != "primo" and (at + 1 >= len(words) or at + 1 in pauses or words[at + 1] in listed("goes_on"))


def _dated(number: int, month: int, start: date, until: date) -> date | None:
    """The day with that number: of that month, in the year in which it is nearest to the start, or else from a few days before the start on."""
    if month:
        near = [found for year in (start.year - 1, start.year, start.year + 1) if (found := _valid(year, month, number))]
        return min(near, key=lambda one: abs(one - start), default=None)
    days = (start + timedelta(days=count) for count in range(-3, (until - start).days + 7 * WEEKS))
    return next((day for day in days if day.day == number), None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
