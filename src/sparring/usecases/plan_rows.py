"""A project written by hand in a page's rows: what stands in the fields becomes the data that `planning.reading` checks, and back.

The fields: `title`, `start`, `deadline`; `person/N/…` with name, skills, hours, away; `task/N/…` with id, title, hours ("4", or "2 4 8"), kind, skills, after, reviews.
Lists stand between commas. A row without a name or title is none. A task's id is its row's number until another is written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sparring.core.problem import Problem
from sparring.core.text import Message
from sparring.planning.model import Plan, Project
from sparring.planning.reading import project, to_data
from sparring.words import Words

MOST_ROWS, MORE = 150, 5
PEOPLE, TASKS = 3, 6
"""Rows of a page that nothing was written on yet."""
_PARTS = {
    "person": ("id", "name", "skills", "hours", "away", "days"),
    "task": ("id", "title", "hours", "kind", "skills", "after", "reviews"),
}
_LISTS = frozenset(("skills", "away", "days", "after", "reviews"))
_PLACE = re.compile(r"(tasks|team)\[(\d+)\](?:\.(\w+))?")


@dataclass(frozen=True, slots=True)
class Rows:
    """What stands on the page: the head's fields, the rows of people and of tasks, each with all its fields as they were written."""

    head: dict[str, str]
    people: tuple[dict[str, str], ...]
    tasks: tuple[dict[str, str], ...]


def blank(start: str) -> Rows:
    """A page that nothing was written on yet; `start` is the first day."""
    return Rows({"title": "", "start": start, "deadline": ""}, _rows("person", {}, PEOPLE), _rows("task", {}, TASKS))


def sent(fields: Mapping[str, str], more: str = "") -> Rows:
    """What was written; `more` ("person" or "task") adds empty rows of that sort."""
    head = {name: fields.get(name, "").strip() for name in ("title", "start", "deadline")}
    people, tasks = (_rows(sort, fields, _count(sort, fields) + (MORE if sort == more else 0)) for sort in ("person", "task"))
    return Rows(head, people, tasks)


def _count(sort: str, fields: Mapping[str, str]) -> int:
    main = _PARTS[sort][1]
    return sum(f"{sort}/{number}/{main}" in fields for number in range(MOST_ROWS))


def _rows(sort: str, fields: Mapping[str, str], count: int) -> tuple[dict[str, str], ...]:
    rows = []
    for number in range(min(count, MOST_ROWS)):
        row = {part: fields.get(f"{sort}/{number}/{part}", "").strip() for part in _PARTS[sort]}
        rows.append(row | ({"id": row["id"] or str(number + 1)} if sort == "task" else {}))
    return tuple(rows)


def of(found: Project) -> Rows:
    """A project as rows, with some empty ones behind them."""
    data = to_data(found)
    head = {"title": found.title, "start": data["start"], "deadline": data.get("deadline", "")}
    people = [{part: _written(person.get(part, "")) for part in _PARTS["person"]} for person in data["team"]]
    tasks = [{part: _hours(task[part]) if part == "hours" else _written(task[part]) for part in _PARTS["task"]} for task in data["tasks"]]
    empty = [dict.fromkeys(_PARTS["task"], "") | {"id": str(number)} for number in range(len(tasks) + 1, len(tasks) + 3)]
    return Rows(head, (*people, dict.fromkeys(_PARTS["person"], "")), (*tasks, *empty))


def _written(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


def _hours(points: list[int]) -> str:
    return str(points[0]) if len(set(points)) == 1 else " ".join(map(str, points))


def built(rows: Rows, words: Words, before: Project | None = None) -> Project | list[str]:
    """The project that the rows say, with what is left of the plan of the one that they come from; else all that is wrong with them, in words."""
    people, tasks = _filled(rows.people), _filled(rows.tasks)
    data: dict[str, Any] = {
        "title": rows.head["title"] or "Plan",
        "start": rows.head["start"],
        "deadline": rows.head["deadline"],
        "team": [_person(row) for _, row in people],
        "tasks": [_task(row) for _, row in tasks],
    }
    found = project("", data)
    if not isinstance(found, Project):
        return [_on_page(one, {"team": people, "tasks": tasks}, words) for one in found]
    return replace(found, plan=_kept(found, before.plan)) if before else found


def _filled(rows: tuple[dict[str, str], ...]) -> list[tuple[int, dict[str, str]]]:
    """The rows that something was written on, with their numbers on the page."""
    return [(number, row) for number, row in enumerate(rows, 1) if any(row[part] for part in row if part not in ("id", "kind", "days"))]


def _person(row: Mapping[str, str]) -> dict[str, Any]:
    days = {"days": _list(row["days"])} if row["days"] else {}
    return {
        "id": row["id"] or row["name"],
        "name": row["name"],
        "skills": _list(row["skills"]),
        "hours": _number(row["hours"] or "8"),
        **days,
    } | {"away": _list(row["away"])}


def _task(row: Mapping[str, str]) -> dict[str, Any]:
    points = [_number(one) for one in re.findall(r"[^\s,;/]+", re.sub(r"(?<=\d)\s*[-–]\s*(?=\d)", " ", row["hours"]))]
    lists = {part: _list(row[part]) for part in ("skills", "after", "reviews")}
    return {
        "id": row["id"],
        "title": row["title"],
        "kind": row["kind"] or "build",
        "hours": points[0] if len(points) == 1 else points,
        **lists,
    }


def _list(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;]", text) if part.strip()]


def _number(text: str) -> int | str:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else text


def _kept(found: Project, plan: Plan) -> Plan:
    return {name: one for name, one in plan.items() if name in found.by_id and one.person in found.people}


def _on_page(problem: Problem, rows: Mapping[str, list[tuple[int, dict[str, str]]]], words: Words) -> str:
    """A problem in words, with its place as the page shows it: the row's own number and the name of its field."""
    match, message = _PLACE.fullmatch(problem.field), problem.message
    if not isinstance(message, Message) or "where" not in message.params:
        return words.say(message)
    if match is None:
        where = words(f"plans.field.{problem.field}") if words.has(f"plans.field.{problem.field}") else problem.field
    else:
        number, _ = rows[match[1]][int(match[2]) - 1]
        where = words(f"plans.row.{match[1]}", number=number) + (f", {words(f'plans.field.{match[3]}')}" if match[3] else "")
    return words.say(Message(message.id, {**message.params, "where": where}))
