"""A small project to try the plan lab with: a team of four, one feature, and a plan with three things wrong in it."""

from typing import Any

from sparring.core.text import Language
from sparring.planning.model import Project
from sparring.planning.reading import project

_TITLES = {
    "schema": ("Schema and migration", "Schema e migrazione"),
    "export": ("Export endpoint", "Endpoint di export"),
    "worker": ("Worker that writes the file", "Worker che scrive il file"),
    "auth": ("Only one's own orders", "Solo i propri ordini"),
    "tests": ("Integration tests", "Test di integrazione"),
    "review": ("Code review", "Code review"),
    "metrics": ("Metrics and alert", "Metriche e alert"),
    "release": ("Release behind a flag", "Rilascio dietro un flag"),
}
_TASKS: list[dict[str, Any]] = [
    {"id": "schema", "hours": [2, 4, 8], "skills": ["sql"]},
    {"id": "export", "hours": [6, 8, 16], "skills": ["python"], "after": ["schema"]},
    {"id": "worker", "hours": [8, 12, 24], "skills": ["python"], "after": ["schema"]},
    {"id": "auth", "hours": [2, 4, 8], "skills": ["python"], "after": ["export"]},
    {"id": "tests", "kind": "test", "hours": [4, 8, 16], "skills": ["python"], "after": ["export", "worker"]},
    {
        "id": "review",
        "kind": "review",
        "hours": [2, 4, 6],
        "skills": ["python"],
        "after": ["auth", "worker"],
        "reviews": ["auth", "export"],
    },
    {"id": "metrics", "hours": [2, 4, 8], "skills": ["ops"], "after": ["worker"]},
    {"id": "release", "kind": "release", "hours": [2, 4, 8], "skills": ["ops"], "after": ["tests", "review", "metrics"]},
]
_TEAM = [
    {"id": "anna", "name": "Anna", "skills": ["python", "sql"]},
    {"id": "bruno", "name": "Bruno", "skills": ["python"]},
    {"id": "carla", "name": "Carla", "skills": ["python"], "hours": 4},
    {"id": "davide", "name": "Davide", "skills": ["ops", "python"], "away": ["2026-03-04"]},
]
_PLAN = [
    ("schema", "anna", 1),
    ("export", "anna", 1.5),
    ("worker", "bruno", 1),
    ("auth", "anna", 2.5),
    ("tests", "carla", 3),
    ("review", "anna", 3),
]


def example(language: Language) -> Project:
    """The project in a language."""
    place = 1 if language == "it" else 0
    tasks = [{**task, "title": _TITLES[task["id"]][place]} for task in _TASKS]
    plan = [{"task": task, "person": person, "day": day} for task, person, day in _PLAN]
    title = ("Orders as a file", "Ordini come file")[place]
    found = project(
        "example", {"title": title, "start": "2026-03-02", "deadline": "2026-03-10", "team": _TEAM, "tasks": tasks, "plan": plan}
    )
    assert isinstance(found, Project), found
    return found
