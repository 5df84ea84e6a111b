"""What a backlog tells in an interview: how work was split, assigned and tracked, how long things took, what was late, who waited for whom."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from statistics import median

from sparring.planning.trackers.backlog import Backlog, Item


@dataclass(frozen=True, slots=True)
class Wait:
    """`item` waited for `other`, which was closed after `item` had been made; days between. `who`, `whom`: the people who had them."""

    item: str
    other: str
    who: str
    whom: str
    days: float


@dataclass(frozen=True, slots=True)
class Story:
    """Figures of a backlog; times in days, None where nothing in the file tells. `leads`: items of which it tells how long they took."""

    items: int
    done: int
    people: tuple[tuple[str, int, int], ...]
    unassigned: int
    shared: int
    kinds: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]
    children: int
    estimated: int
    leads: int
    lead_median: float | None
    lead_high: float | None
    dated: int
    late: tuple[tuple[str, str, float], ...]
    waits: tuple[Wait, ...]
    stays: tuple[tuple[str, float], ...]
    spent_by_estimate: float | None


def story(backlog: Backlog, now: datetime) -> Story:
    """All that the file tells. `people`: name, items, of which done. `late`: key, title, days. `stays`: status and the median days that cards stay in it."""
    items = backlog.items
    leads = sorted(
        (item.closed - item.created).total_seconds() / 86400
        for item in items
        if item.created and item.closed and item.closed >= item.created
    )
    mine = Counter(name for item in items for name in item.assignees)
    finished = Counter(name for item in items if item.done for name in item.assignees)
    both = [(item.spent, item.estimate) for item in items if item.spent and item.estimate]
    return Story(
        items=len(items),
        done=sum(item.done for item in items),
        people=tuple((name, count, finished[name]) for name, count in mine.most_common()),
        unassigned=sum(not item.assignees for item in items),
        shared=sum(len(item.assignees) > 1 for item in items),
        kinds=_counted(item.kind for item in items),
        statuses=_counted(item.status for item in items),
        children=sum(bool(item.parent) for item in items),
        estimated=sum(item.estimate is not None or item.points is not None for item in items),
        leads=len(leads),
        lead_median=round(median(leads), 1) if leads else None,
        lead_high=round(leads[min(len(leads) - 1, int(0.85 * len(leads)))], 1) if leads else None,
        dated=sum(item.due is not None for item in items),
        late=_late(items, now),
        waits=_waits(items),
        stays=_stays(items),
        spent_by_estimate=round(sum(spent for spent, _ in both) / sum(planned for _, planned in both), 2) if both else None,
    )


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(value for value in values if value).most_common())


def _late(items: Iterable[Item], now: datetime) -> tuple[tuple[str, str, float], ...]:
    found = []
    for item in items:
        if item.due and (item.closed or not item.done):
            over = ((item.closed or now) - datetime.combine(item.due, time.max)).total_seconds() / 86400
            if over > 0:
                found.append((item.key, item.title, round(over, 1)))
    return tuple(sorted(found, key=lambda row: -row[2]))


def _waits(items: Iterable[Item]) -> tuple[Wait, ...]:
    all_ = tuple(items)
    known = {name: place for place, item in enumerate(all_) for name in (item.title, item.id, item.key) if name}
    pairs = {(place, known[name]) for place, item in enumerate(all_) for name in item.blocked_by if name in known}
    pairs |= {(known[name], place) for place, item in enumerate(all_) for name in item.blocks if name in known}
    found = []
    for one, other in sorted(pairs):
        item, before = all_[one], all_[other]
        if item is not before and item.created and before.closed and before.closed > item.created:
            days = round((before.closed - item.created).total_seconds() / 86400, 1)
            found.append(Wait(item.key, before.key, ", ".join(item.assignees), ", ".join(before.assignees), days))
    return tuple(sorted(found, key=lambda wait: (-wait.days, wait.item)))


def _stays(items: Iterable[Item]) -> tuple[tuple[str, float], ...]:
    days: dict[str, list[float]] = {}
    for item in items:
        for move, following in zip(item.moves, item.moves[1:], strict=False):
            days.setdefault(move.after, []).append((following.when - move.when).total_seconds() / 86400)
    return tuple((status, round(median(own), 1)) for status, own in days.items())
