"""Reads a `plan` folder: project.toml in both languages, the event, the board that the page shows."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sparring.core.exercise import Board, BoardPerson, BoardTask, Exercise, Slot
from sparring.core.problem import Problem
from sparring.core.text import LANGUAGES, Text
from sparring.core.toml import read_toml
from sparring.kinds.format import Reader, check_follow_ups, exercise, prose_slot, section
from sparring.kinds.kind import Folder
from sparring.kinds.plan.schema import PlanFile, PlanSpec, Point, PointTable
from sparring.language.ways import WayError, read_way
from sparring.planning.events import Event
from sparring.planning.model import Person, Project, Task
from sparring.planning.reading import DAYS, link_text, project

OF_A_PLAN = (
    "feasible optimum risk load no-time-for-test no-time-for-review cycle in-progress late lone-review never-there no-team one-person overload own-review unable "
    "unknown-task unplaced lines"
).split()
"""What may be found of a plan, before the event and (as `event:…`) after it."""
OF_ITS_WORDS = ("split:own", "defence:own", "defence:given", "defence:length", "defence:against-plan", "defence:with-plan")
SAMPLES = ("good", "infeasible", "overloaded", "no-time")
PROJECT = "project.toml"


def load(folder: Folder) -> Exercise[PlanSpec] | tuple[Problem, ...]:
    """The exercise in a folder, or every problem."""
    reader = Reader(folder.path, folder.languages)
    table, source, answer = reader.table("exercise.toml", PlanFile), reader.source(PROJECT), reader.text("answer", required=folder.complete)
    samples = {name: text for name in SAMPLES if (text := reader.source(f"samples/{name}.md", required=folder.complete)) is not None}
    if table is None or source is None:
        return tuple(reader.problems)
    data = reader.toml(PROJECT, source)
    if data is None:
        return tuple(reader.problems)
    projects = {language: _project(reader, data, language) for language in LANGUAGES}
    events = {language: _event(reader, table, data, language) for language in LANGUAGES}
    known: dict[str, Project] = {language: found for language, found in projects.items() if found is not None}
    happened: dict[str, Event] = {language: found for language, found in events.items() if found is not None}
    if len(known) < len(LANGUAGES) or len(happened) < len(LANGUAGES):
        return tuple(reader.problems)
    _check_event(reader, happened["en"], known["en"])
    if table.you and table.you not in known["en"].people:
        reader.report("exercise.toml", "plan.no-you", field="you", who=table.you, known=", ".join(known["en"].people))
    check_follow_ups(table, reader, _criteria(table))
    parts, defence = _points(reader, table.parts), _points(reader, table.defence)
    spec = PlanSpec(known, happened, table.event.text.text(), parts, defence, table.optimum_hours, samples, table.you)
    reveal = section("plan.model-answer", answer)
    return exercise(folder, table, reader, slots=_slots(spec), spec=spec, reveal=reveal, can_run=True)


def _criteria(table: PlanFile) -> set[str]:
    """What a follow-up may wait for."""
    points = {f"{name}:{one.id}" for name, points in (("split", table.parts), ("defence", table.defence)) for one in points}
    return {*points, *OF_ITS_WORDS, *OF_A_PLAN, *(f"event:{name}" for name in OF_A_PLAN)}


def _points(reader: Reader, tables: tuple[PointTable, ...]) -> tuple[Point, ...]:
    return tuple(Point(one.id, one.weight, {"en": one.en, "it": one.it}, _ways(reader, one)) for one in tables)


def _ways(reader: Reader, table: PointTable) -> tuple[str, ...]:
    """A part's own ways, and those of its sort."""
    if table.sort and table.sort not in sorts():
        reader.report("exercise.toml", "plan.no-sort", field=table.id, sort=table.sort, known=", ".join(sorts()))
    for way in table.ways:
        try:
            read_way(way, {}, "en")
        except WayError as error:
            reader.report("exercise.toml", "plan.no-way", field=table.id, way=str(error)[:80])
    return (*table.ways, *sorts().get(table.sort, ()))


@cache
def sorts() -> dict[str, tuple[str, ...]]:
    """The ways in which tasks of each sort are called."""
    table = read_toml(Path(__file__).with_name("sorts.toml").read_text(encoding="utf-8"))
    return {name: tuple(ways) for name, ways in table.items()}


def _in(row: Mapping[str, Any], language: str) -> dict[str, Any]:
    """A task's table with its title in one language."""
    plain = {key: value for key, value in row.items() if key != "title_it"}
    return plain | ({"title": row["title_it"]} if language == "it" and row.get("title_it") else {})


def _project(reader: Reader, data: Mapping[str, Any], language: str) -> Project | None:
    tasks = data.get("tasks")
    rows = [_in(row, language) if isinstance(row, Mapping) else row for row in tasks] if isinstance(tasks, list) else tasks
    found = project(PROJECT, {**data, "tasks": rows})
    if isinstance(found, Project):
        return found
    reader.problems.extend(found if language == "en" else ())
    return None


def _event(reader: Reader, table: PlanFile, data: Mapping[str, Any], language: str) -> Event | None:
    event = table.event
    rows = [_in(row, language) for row in event.tasks]
    added: tuple[Task, ...] = ()
    if rows:
        found = project("exercise.toml", {"team": data.get("team"), "tasks": rows})
        if not isinstance(found, Project):
            reader.problems.extend(found if language == "en" else ())
            return None
        added = found.tasks
    return Event(event.kind, event.day, event.who, event.task, event.factor, added)


def _check_event(reader: Reader, event: Event, found: Project) -> None:
    fits = {
        "leaves": event.who in found.people,
        "grows": event.task in found.by_id,
        "dropped": event.task in found.by_id,
        "added": bool(event.tasks),
    }
    if not fits[event.kind]:
        reader.report("exercise.toml", "plan.event", field="event", kind=event.kind)


def _slots(spec: PlanSpec) -> tuple[Slot, ...]:
    board, after = _board(spec, ()), _board(spec, spec.events["en"].tasks)
    return (
        prose_slot("tasks"),
        Slot("plan", "plan", "plan.txt", _lines(board), board),
        prose_slot("defence"),
        Slot("replan", "plan", "replan.txt", "", after, spec.happened),
    )


def _lines(board: Board) -> str:
    return "".join(f"{task.id}:\n" for task in board.tasks)


def _board(spec: PlanSpec, added: tuple[Task, ...]) -> Board:
    english, italian = spec.projects["en"], spec.projects["it"]
    titles = {task.id: task.title for task in (*italian.tasks, *spec.events["it"].tasks)}
    tasks = tuple(
        BoardTask(task.id, Text(task.title, titles[task.id]), task.estimate.likely, Text(_needs(task, "en"), _needs(task, "it")))
        for task in (*english.tasks, *added)
    )
    return Board(tasks, tuple(BoardPerson(one.id, one.name, Text(_about(one, "en"), _about(one, "it"))) for one in english.team))


def _needs(task: Task, language: str) -> str:
    """Hours, skills, what it waits for and whom it may not go to, in a few words."""
    words = {"en": ("after", "not by the author of"), "it": ("dopo", "non chi ha fatto")}[language]
    estimate = task.estimate
    parts = [f"{estimate.low}–{estimate.likely}–{estimate.high} h", *([", ".join(sorted(task.skills))] if task.skills else [])]
    if task.after:
        parts.append(f"{words[0]} {', '.join(map(link_text, task.after))}")
    if task.reviews:
        parts.append(f"{words[1]} {', '.join(task.reviews)}")
    return " · ".join(parts)


def _about(person: Person, language: str) -> str:
    day, away = {"en": ("h a day", "away"), "it": ("h al giorno", "assente")}[language]
    names = {"en": DAYS, "it": ("lun", "mar", "mer", "gio", "ven", "sab", "dom")}[language]
    parts = [", ".join(sorted(person.skills)), f"{person.hours} {day}"]
    if len(person.weekdays) != 5:
        parts.append(" ".join(names[number] for number in sorted(person.weekdays)))
    if person.away:
        parts.append(f"{away} {', '.join(f'{date:%d/%m}' for date in sorted(person.away))}")
    return " · ".join(parts)
