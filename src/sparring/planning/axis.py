"""Working time: slots, days and dates, and each person's own hours on them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sparring.planning.model import Person, Project

MARGIN_DAYS = 30
MOST_DAYS = 20_000


@dataclass(frozen=True)
class Own:
    """One person's hours: `slots[n]` is the slot of their n-th hour."""

    slots: Sequence[int]

    def index(self, slot: int) -> int:
        """The number of their first hour at or after `slot`."""
        return bisect_left(self.slots, slot)

    def begin(self, index: int) -> int:
        """The slot in which the hour `index` lies."""
        return self.slots[index]

    def end(self, index: int, hours: int) -> int:
        """The slot after the last of `hours` hours from `index` on (`begin` itself for none)."""
        return self.slots[index + hours - 1] + 1 if hours else self.slots[index]


class Axis:
    """The project's working days. Days on which nobody of the team ever works do not exist; a day has as many slots as the longest day of anybody."""

    def __init__(self, project: Project, days: int | None = None) -> None:
        self.start = project.start
        self.per_day = max((person.hours for person in project.team), default=8)
        self._weekdays = frozenset().union(*(person.weekdays for person in project.team)) or frozenset(range(5))
        self._project = project
        self.length = min(days or self._enough(project), MOST_DAYS)

    def _enough(self, project: Project) -> int:
        """Days that suffice for all work one after another on the slowest member, with what lags and absences add."""
        work = sum(task.estimate.high for task in project.tasks) + sum(abs(link.lag) for task in project.tasks for link in task.after)
        slowest = min((person.hours * len(person.weekdays & self._weekdays) for person in project.team), default=40) or 1
        away = max((len(person.away) for person in project.team), default=0)
        return int(work * len(self._weekdays) / slowest) + away + MARGIN_DAYS

    @cached_property
    def dates(self) -> tuple[date, ...]:
        """The working days from the first on."""
        found: list[date] = []
        day = self.start
        while len(found) < self.length:
            if day.weekday() in self._weekdays:
                found.append(day)
            day += timedelta(days=1)
        return tuple(found)

    @cached_property
    def slots(self) -> int:
        """How many slots there are."""
        return self.length * self.per_day

    @cached_property
    def own(self) -> dict[str, Own]:
        """Everybody's hours."""
        return {person.id: Own(self._hours_of(person)) for person in self._project.team}

    def _hours_of(self, person: Person) -> list[int]:
        slots: list[int] = []
        for number, day in enumerate(self.dates):
            if day.weekday() in person.weekdays and day not in person.away and (person.last is None or day <= person.last):
                first = number * self.per_day
                slots.extend(range(first, first + person.hours))
        return slots

    def day(self, slot: int) -> float:
        """The day, counted from 1, with its fraction: slot 4 of an 8-hour day is 1.5."""
        return 1 + slot / self.per_day

    def slot(self, day: float) -> int:
        """The slot nearest to a day as people count it."""
        return round((day - 1) * self.per_day)

    def date_of(self, slot: int) -> date:
        """The date on which the slot lies (the last known day for what lies beyond)."""
        return self.dates[min(slot // self.per_day, self.length - 1)]

    def last_date(self, end: int) -> date:
        """The date of the last hour before the slot `end`."""
        return self.date_of(max(end - 1, 0))

    def end_of(self, day: date) -> int:
        """The slot at which the evening of `day` is reached."""
        return bisect_left(self.dates, day + timedelta(days=1)) * self.per_day
