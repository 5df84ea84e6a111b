"""What the candidate handed in: four parts as files, or one file with four headings; a plan's lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sparring.core.answer import Answer, Prose, Raw
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Message
from sparring.kinds.plan.schema import PlanSpec
from sparring.kinds.reading import MAX_PROSE_BYTES
from sparring.planning.axis import Axis
from sparring.planning.lines import LINE, placements
from sparring.planning.model import Placement, Plan, Project

PARTS = ("tasks", "plan", "defence", "replan")
# What a heading may be called: the part itself, and what people write for it in either language.
_CALLED = {
    "tasks": "tasks", "task": "tasks", "attività": "tasks", "compiti": "tasks", "divisione": "tasks",
    "plan": "plan", "piano": "plan",
    "defence": "defence", "defense": "defence", "difesa": "defence",
    "replan": "replan", "ripianificazione": "replan", "nuovo piano": "replan", "new plan": "replan",
}  # fmt: skip
_HEADING = re.compile(rf"^#+\s*({'|'.join(_CALLED)})\s*:?\s*$", re.IGNORECASE | re.MULTILINE)
_STEPS = ("plan", "replan")


def read(exercise: Exercise[PlanSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
    """The four parts; every line of a plan that cannot be read is a problem, and names that nobody has are where nothing else was handed in."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for name, content in raw.files.items():
        if len(content) > MAX_PROSE_BYTES:
            return (Problem(name, 0, "", Message("answer.too-large", {"bytes": len(content), "most": MAX_PROSE_BYTES})),)
        try:
            texts[name] = content.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            return (Problem(name, 0, "", Message("answer.not-utf8", {"byte": error.start})),)
    parts = _parts(exercise, texts)
    if not any(text.strip() for name, text in parts.items() if name != "plan") and not placements(parts["plan"]):
        return (Problem("", 0, "", Message("plan.nothing")),)
    for name in _STEPS:
        problems += _problems(exercise, name, parts[name])
    if not parts["tasks"] and not parts["defence"] and not problems:
        problems += _nothing_known(exercise, parts)
    language = raw.language
    return tuple(problems) or Answer(exercise.id, {name: Prose(parts[name], language) for name in PARTS}, raw.log)


def _parts(exercise: Exercise[PlanSpec], texts: Mapping[str, str]) -> dict[str, str]:
    files = {slot.name: slot.file for slot in exercise.slots}
    if not set(files.values()) & texts.keys():
        whole = "\n".join(texts.values())
        pieces = _HEADING.split(whole)
        found = {_CALLED[name.lower()]: text.strip() for name, text in zip(pieces[1::2], pieces[2::2], strict=False)}
        return {name: found.get(name, "") for name in PARTS} | ({} if found else {"tasks": whole})
    return {name: texts.get(files[name], "").strip() for name in PARTS}


def _problems(exercise: Exercise[PlanSpec], name: str, text: str) -> list[Problem]:
    file = _file(exercise, name)
    return [
        Problem(file, number, "", Message("plan.line", {"line": number, "text": line[:60]}))
        for number, line in _lines(text)
        if LINE.fullmatch(line) is None
    ]


def _nothing_known(exercise: Exercise[PlanSpec], parts: Mapping[str, str]) -> list[Problem]:
    """Every line with a name that nobody has, where no line has names that somebody has."""
    found = [(name, one) for name in _STEPS for one in typed(parts[name], _project(exercise, name))]
    if any(not one.unknown for _, one in found):
        return []
    return [Problem(_file(exercise, name), one.number, "", one.unknown) for name, one in found if one.unknown]


def _file(exercise: Exercise[PlanSpec], name: str) -> str:
    return next(slot.file for slot in exercise.slots if slot.name == name)


def _project(exercise: Exercise[PlanSpec], name: str) -> Project:
    """The project of a step: after the event with what came in."""
    project = exercise.spec.projects["en"]
    return project if name == "plan" else replace(project, tasks=(*project.tasks, *exercise.spec.events["en"].tasks))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            yield number, stripped


@dataclass(frozen=True, slots=True)
class Typed:
    """A line of a plan: its number, task and person by their ids ("" for nobody), the day, and what is said of a name that nobody has."""

    number: int
    task: str
    person: str
    day: float
    unknown: Message | None = None


def typed(text: str, project: Project) -> tuple[Typed, ...]:
    """The lines of a plan that can be read. Tasks and people go by their ids or names, capital or small."""
    tasks = {name.lower(): task.id for task in project.tasks for name in (task.title, task.id)}
    people = {name.lower(): one.id for one in project.team for name in (one.name, one.id)}
    found = []
    for number, line in _lines(text):
        match = LINE.fullmatch(line)
        if match is None:
            continue
        task, person = tasks.get(match["task"].lower(), ""), people.get((match["person"] or "").lower(), "")
        unknown = None
        if not task:
            unknown = Message("plan.no-task", {"line": number, "task": match["task"][:40]})
        elif match["person"] and not person:
            unknown = Message("plan.no-person", {"line": number, "person": match["person"][:40], "known": ", ".join(project.people)})
        found.append(Typed(number, task, person, float((match["day"] or "0").replace(",", ".")), unknown))
    return tuple(found)


def plan(text: str, project: Project, axis: Axis) -> Plan:
    """The plan that the lines write, for the tasks that the project has; of a task that is written twice, the last line."""
    placed = [one for one in typed(text, project) if one.task and one.person]
    return {one.task: Placement(one.task, one.person, max(0, axis.slot(one.day))) for one in placed}
