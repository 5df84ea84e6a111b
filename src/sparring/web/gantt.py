"""Plans as pictures: rows of people with their bars, and the risk curve. Places are percent of the picture, sizes of text pixels."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sparring.core.evidence import Schedule
from sparring.core.text import Text

LEFT, RIGHT = 14.0, 99.0
ROW, TOP = 44, 28
NARROW, WIDEST = 11.0, 20.0
"""Percent of the picture: bars that hold two lines of a title, and titles beside those that do not."""
SHORT_DAYS, LONG_DAYS, LONG_TASKS = 8, 16, 30
"""Beyond which a picture is wider than a column of text."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bar. `x`, `width` in percent, `y` in pixels; `begin`, `end` in days from 1; where the title stands, in percent."""

    task: str
    title: Text
    person: str
    name: str
    x: float
    width: float
    y: int
    begin: float
    end: float
    marked: bool
    chain: bool = False
    label_x: float = 0.0
    label_width: float = 0.0

    @property
    def beside(self) -> bool:
        """Whether the title stands after the bar: a short bar has no room for it, and the lane has."""
        return self.label_x > self.x


@dataclass(frozen=True, slots=True)
class Lane:
    """A person's row; `y` is its upper edge in pixels."""

    person: str
    name: str
    y: int

    @property
    def middle(self) -> int:
        """Where the name stands."""
        return self.y + 26


@dataclass(frozen=True, slots=True)
class Gantt:
    """A whole picture. `ticks`: days with their places; `due`: the deadline's place (None: none); `per_day`: percent of a day; `length`: how wide it must be to be read."""

    lanes: tuple[Lane, ...]
    bars: tuple[Drawn, ...]
    ticks: tuple[tuple[float, int], ...]
    due: float | None
    height: int
    per_day: float
    length: str = "short"


def _scale(days: float) -> tuple[float, list[tuple[float, int]]]:
    whole = max(1, -(-int(days * 100) // 100) if days == int(days) else int(days) + 1)
    per_day = (RIGHT - LEFT) / whole
    step = max(1, -(-whole // 12))
    return per_day, [(LEFT + number * per_day, number + 1) for number in range(0, whole, step)]


def draw(
    rows: Sequence[Mapping[str, Any]],
    people: Sequence[tuple[str, str]],
    days: float,
    due: float,
    chain: Sequence[str] = (),
    marked: Sequence[str] = (),
) -> Gantt:
    """Bars (`task`, `title`, `person`, `begin`, `end`) on the rows of `people` (id, name), over `days` days."""
    per_day, ticks = _scale(max(days, due, 1))
    lanes = tuple(Lane(person, name, TOP + number * ROW) for number, (person, name) in enumerate(people))
    place = {lane.person: lane for lane in lanes}
    bars = _labelled(
        Drawn(
            row["task"],
            row["title"],
            row["person"],
            place[row["person"]].name,
            round(LEFT + (row["begin"] - 1) * per_day, 3),
            round(max((row["end"] - row["begin"]) * per_day, 0.6), 3),
            place[row["person"]].y + 6,
            row["begin"],
            row["end"],
            row["task"] in marked or bool(row.get("marked")),
            row["task"] in chain,
        )
        for row in rows
    )
    at = LEFT + due * per_day if due else None
    return Gantt(
        lanes,
        bars,
        tuple(ticks),
        round(at, 3) if at is not None and at <= RIGHT + 0.01 else None,
        TOP + ROW * len(lanes) + 8,
        round(per_day, 4),
        "long" if len(rows) > LONG_TASKS or max(days, due) > LONG_DAYS else "middle" if max(days, due) > SHORT_DAYS else "short",
    )


def _labelled(bars: Iterable[Drawn]) -> tuple[Drawn, ...]:
    """The bars with the places of their titles: inside, or after a bar that is too short, up to the next one of the lane."""
    found = tuple(bars)
    lanes: dict[int, list[float]] = {}
    for bar in found:
        lanes.setdefault(bar.y, []).append(bar.x)
    return tuple(_label(bar, min((x for x in lanes[bar.y] if x > bar.x), default=100.0)) for bar in found)


def _label(bar: Drawn, following: float) -> Drawn:
    end = bar.x + bar.width
    room = following - end
    if bar.width >= NARROW or room < bar.width:
        return replace(bar, label_x=bar.x, label_width=bar.width)
    return replace(bar, label_x=round(end, 3), label_width=round(min(room, WIDEST), 3))


def of_evidence(evidence: Schedule) -> Gantt:
    """A schedule that was handed in."""
    people = list(dict.fromkeys(bar.person for bar in evidence.bars))
    rows = [
        {"task": bar.task.en, "title": bar.task, "person": bar.person, "begin": bar.begin, "end": bar.end, "marked": bar.marked}
        for bar in evidence.bars
    ]
    return draw(rows, [(name, name) for name in people], evidence.days, evidence.due)


def curve(points: Sequence[tuple[float, float]], due: float) -> dict[str, Any]:
    """The share of the runs over the days: lines between neighbouring points, ticks, and the deadline's place."""
    days = [day for day, _ in points]
    first, final = min([*days, due or days[0]]), max([*days, due or days[-1]])
    width = max(final - first, 0.5)

    def place(day: float, share: float) -> dict[str, float]:
        return {"x": round(11 + (day - first) / width * 84, 2), "y": round(88 - share * 78, 2)}

    spots = [place(day, share) for day, share in points]
    ticks = [{"x": round(11 + number * 21, 2), "label": round(first + width * number / 4, 1)} for number in range(5)]
    up = [{"y": round(88 - share * 78, 2), "label": f"{round(share * 100)} %"} for share in (0, 0.5, 0.8, 1)]
    return {"lines": list(itertools.pairwise(spots)), "ticks": ticks, "up": up, "due": place(due, 0)["x"] if due else None}
