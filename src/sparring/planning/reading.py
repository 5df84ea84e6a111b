"""A project as plain data (JSON or TOML): read with every problem at once, and written again.

    {"title": "…", "start": "2026-03-02", "deadline": "2026-03-20",
     "team": [{"id": "anna", "name": "Anna", "skills": ["python"], "hours": 8, "days": ["mon", "tue"], "away": ["2026-03-05", "2026-03-09/2026-03-11"]}],
     "tasks": [{"id": "api", "title": "…", "kind": "build", "hours": [4, 8, 16], "skills": ["python"], "after": ["model", "docs SS+4"], "reviews": []}],
     "plan": [{"task": "api", "person": "anna", "day": 2.5}]}

Hours are whole; `hours` of a task may be one number; `after` names a task, then FS (as a rule), SS, FF or SF with a lag in hours. `day` counts working days from 1.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, TypeGuard

from sparring.core.problem import Problem
from sparring.core.text import Message, Param
from sparring.planning.axis import Axis
from sparring.planning.model import LINK_KINDS, TASK_KINDS, Estimate, Link, Person, Placement, Plan, Project, Task

MOST_TASKS = 5000
MOST_PEOPLE = 200
MOST_HOURS = 2000
"""A task above that is no task but a project."""
MOST_TEXT = 500
MOST_LINKS = 50_000
"""Links and reviews of all tasks: ten for each of 5,000. What is checked after every move goes through all of them."""
MOST_AWAY = 400
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_AFTER = re.compile(r"(\S+?)(?:\s+(FS|SS|FF|SF))?(?:\s*([+-]\s*\d{1,4})(?:\s*h)?)?", re.IGNORECASE)
Problems = tuple[Problem, ...]


class _Reader:
    """Notes problems with their place and goes on with what is left."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def bad(self, where: str, what: str, **params: Param) -> None:
        self.problems.append(Problem(self.file, 0, where, Message(f"planning.{what}", {"where": where, **params})))

    def text(self, value: Any, where: str) -> str:
        if isinstance(value, str) and value.strip() and len(value) <= MOST_TEXT:
            return " ".join(_sound(value).split())
        self.bad(where, "no-text", most=MOST_TEXT)
        return ""

    def name(self, row: Mapping[str, Any], title: str, where: str) -> str:
        """What a row is called by others: its `id`, a text or a whole number, else its title."""
        value = row.get("id", title)
        if _whole(value) and abs(value) < 10**18:
            return str(value)
        if isinstance(value, str) and len(value) <= MOST_TEXT:
            return _sound(value)
        self.bad(f"{where}.id", "no-text", most=MOST_TEXT)
        return ""

    def day(self, value: Any, where: str) -> date:
        if isinstance(value, date):
            return date(value.year, value.month, value.day)
        try:
            found = date.fromisoformat(value if isinstance(value, str) else "")
        except ValueError:
            found = date(1, 1, 1)
        if 1990 <= found.year <= 2100:
            return found
        self.bad(where, "no-date", value=str(value)[:40])
        return date(2000, 1, 3)

    def strings(self, value: Any, where: str) -> list[str]:
        if isinstance(value, list | tuple) and all(isinstance(one, str) and one.strip() for one in value):
            return [_sound(one).strip() for one in value]
        self.bad(where, "no-list")
        return []

    def tables(self, value: Any, where: str, most: int) -> list[Mapping[str, Any]]:
        if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
            self.bad(where, "no-tables")
            return []
        if len(value) > most:
            self.bad(where, "too-many", count=len(value), most=most)
            return []
        return value


def _whole(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _sound(text: str) -> str:
    """A text that every encoding can hold: half of a surrogate pair, which JSON can write, becomes a question mark."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def parse(file: str, source: str) -> Project | Problems:
    """The project in a JSON text."""
    try:
        data = json.loads(source)
    except json.JSONDecodeError as error:
        return (
            Problem(file, error.lineno, "", Message("planning.no-json", {"line": error.lineno, "column": error.colno, "what": error.msg})),
        )
    except (RecursionError, ValueError) as error:  # ValueError: a number of thousands of digits
        what = "nested too deeply" if isinstance(error, RecursionError) else "a number is too long"
        return (Problem(file, 0, "", Message("planning.no-json", {"line": 1, "column": 1, "what": what})),)
    return project(file, data)


def project(file: str, data: Any) -> Project | Problems:
    """The project in plain data."""
    reader = _Reader(file)
    if not isinstance(data, Mapping) or "tasks" not in data:
        reader.bad("tasks", "no-project")
        return tuple(reader.problems)
    title = reader.text(data.get("title", "Plan"), "title")
    start = reader.day(data.get("start", "2026-01-05"), "start")
    deadline = reader.day(data["deadline"], "deadline") if data.get("deadline") else None
    team = [
        _person(reader, one, f"team[{number}]") for number, one in enumerate(reader.tables(data.get("team", []), "team", MOST_PEOPLE), 1)
    ]
    tasks = [read_task(reader, one, f"tasks[{number}]") for number, one in enumerate(reader.tables(data["tasks"], "tasks", MOST_TASKS), 1)]
    _unique(reader, "tasks", (task.id for task in tasks))
    _unique(reader, "team", (person.id for person in team))
    links = sum(len(task.after) + len(task.reviews) for task in tasks)
    if links > MOST_LINKS:
        reader.bad("tasks", "too-many-links", count=links, most=MOST_LINKS)
    if not tasks and not reader.problems:
        reader.bad("tasks", "no-tasks")
    if not team and not reader.problems:
        reader.bad("team", "no-people")
    if deadline and deadline < start:
        reader.bad("deadline", "deadline-first", value=deadline.isoformat())
    if reader.problems:
        return tuple(reader.problems)
    found = Project(title, start, tuple(tasks), tuple(team), deadline)
    return _with_plan(reader, found, data.get("plan", [])) if data.get("plan") else found


def _unique(reader: _Reader, where: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name and name in seen:
            reader.bad(where, "twice", name=name)
        seen.add(name)


def _with_plan(reader: _Reader, found: Project, rows: Any) -> Project | Problems:
    axis, plan = Axis(found), dict[str, Placement]()
    for number, row in enumerate(reader.tables(rows, "plan", MOST_TASKS), 1):
        day, where = row.get("day", 1), f"plan[{number}]"
        task, person = _called(row.get("task")), _called(row.get("person"))
        if task not in found.by_id or person not in found.people:
            reader.bad(where, "plan-row", task=str(row.get("task"))[:60], person=str(row.get("person"))[:60])
        elif not isinstance(day, int | float) or isinstance(day, bool) or not 1 <= day <= axis.length:
            reader.bad(where, "plan-day", value=str(day)[:20], most=axis.length)
        else:
            plan[task] = Placement(task, person, axis.slot(day))
    return tuple(reader.problems) or Project(found.title, found.start, found.tasks, found.team, found.deadline, plan)


def _called(value: Any) -> str:
    """A name as a plan's row says it: ids that are numbers may be numbers there too."""
    return value if isinstance(value, str) else str(value) if _whole(value) else ""


def _person(reader: _Reader, row: Mapping[str, Any], where: str) -> Person:
    name = reader.text(row.get("name", row.get("id")), f"{where}.name")
    hours, days = row.get("hours", 8), reader.strings(row.get("days", list(DAYS[:5])), f"{where}.days")
    if not _whole(hours) or not 1 <= hours <= 12:
        reader.bad(f"{where}.hours", "person-hours", value=str(hours)[:20])
        hours = 8
    weekdays = frozenset(DAYS.index(day[:3].lower()) for day in days if day[:3].lower() in DAYS)
    if not weekdays or len(weekdays) < len(set(days)):
        reader.bad(f"{where}.days", "person-days")
    absences = row.get("away") or []
    if not isinstance(absences, list | tuple):
        reader.bad(f"{where}.away", "no-list")
        absences = []
    if len(absences) > MOST_AWAY:
        reader.bad(f"{where}.away", "too-many", count=len(absences), most=MOST_AWAY)
        absences = []
    away = frozenset(day for one in absences for day in _span(reader, one, f"{where}.away"))
    return Person(
        reader.name(row, name, where), name, frozenset(reader.strings(row.get("skills", []), f"{where}.skills")), hours, weekdays, away
    )


def _span(reader: _Reader, value: Any, where: str) -> list[date]:
    first, _, final = str(value).partition("/")
    begin, end = reader.day(first.strip(), where), reader.day((final or first).strip(), where)
    if not 0 <= (end - begin).days <= 366:
        reader.bad(where, "no-date", value=str(value)[:40])
        return []
    return [begin + timedelta(days=number) for number in range((end - begin).days + 1)]


def read_task(reader: _Reader, row: Mapping[str, Any], where: str) -> Task:
    """One task of the data; what is wrong with it is noted."""
    title = reader.text(row.get("title", row.get("id")), f"{where}.title")
    kind = row.get("kind", "build")
    if kind not in TASK_KINDS:
        reader.bad(f"{where}.kind", "task-kind", value=str(kind)[:40], known=", ".join(TASK_KINDS))
        kind = "build"
    after = tuple(link for one in reader.strings(row.get("after", []), f"{where}.after") if (link := _link(reader, one, f"{where}.after")))
    skills, reviews = reader.strings(row.get("skills", []), f"{where}.skills"), reader.strings(row.get("reviews", []), f"{where}.reviews")
    return Task(
        reader.name(row, title, where), title, _estimate(reader, row.get("hours"), where), kind, frozenset(skills), after, tuple(reviews)
    )


def _link(reader: _Reader, text: str, where: str) -> Link | None:
    match = _AFTER.fullmatch(text)
    if match is None:
        reader.bad(where, "link", value=text[:60])
        return None
    kind = next(kind for kind in LINK_KINDS if kind == (match[2] or "FS").upper())
    return Link(match[1], kind, int((match[3] or "0").replace(" ", "")))


def _estimate(reader: _Reader, value: Any, where: str) -> Estimate:
    points = [value] * 3 if _whole(value) else value
    if not isinstance(points, list | tuple) or len(points) != 3 or not all(map(_whole, points)):
        reader.bad(f"{where}.hours", "estimate-form", value=str(value)[:60])
        return Estimate(1, 1, 1)
    low, likely, high = points
    if low < 0 or not low <= likely <= high:
        reader.bad(f"{where}.hours", "estimate-order", value=f"{low}, {likely}, {high}")
    elif high > MOST_HOURS:
        reader.bad(f"{where}.hours", "estimate-absurd", value=high, most=MOST_HOURS)
    else:
        return Estimate(low, likely, high)
    return Estimate(1, 1, 1)


def to_data(found: Project, plan: Plan | None = None) -> dict[str, Any]:
    """The project, with a plan, as data that `project` reads."""
    axis, placed = Axis(found), plan if plan is not None else found.plan
    data: dict[str, Any] = {"title": found.title, "start": found.start.isoformat()}
    if found.deadline:
        data["deadline"] = found.deadline.isoformat()
    data["team"] = [_person_data(person) for person in found.team]
    data["tasks"] = [_task_data(task) for task in found.tasks]
    if placed:
        data["plan"] = [{"task": one.task, "person": one.person, "day": round(axis.day(one.start), 4)} for one in placed.values()]
    return data


def _person_data(person: Person) -> dict[str, Any]:
    days = [DAYS[number] for number in sorted(person.weekdays)]
    away = [day.isoformat() for day in sorted(person.away)]
    return {"id": person.id, "name": person.name, "skills": sorted(person.skills), "hours": person.hours, "days": days, "away": away}


def _task_data(task: Task) -> dict[str, Any]:
    estimate = task.estimate
    return {
        "id": task.id,
        "title": task.title,
        "kind": task.kind,
        "hours": [estimate.low, estimate.likely, estimate.high],
        "skills": sorted(task.skills),
        "after": [link_text(link) for link in task.after],
        "reviews": list(task.reviews),
    }


def link_text(link: Link) -> str:
    """A link as it is written: `api`, `api SS+4`."""
    kind = "" if link.kind == "FS" and not link.lag else f" {link.kind}"
    return f"{link.before}{kind}{link.lag:+d}" if link.lag else f"{link.before}{kind}"
