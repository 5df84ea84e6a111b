"""What the candidate handed in: four parts as files, or one file with four headings; a plan's lines."""

import re
from collections.abc import Mapping

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
    """The four parts; every line of a plan that cannot be read is a problem."""
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
    project = exercise.spec.projects["en"]
    tasks = project.by_id.keys() | {task.id for task in exercise.spec.events["en"].tasks}
    file, found = next(slot.file for slot in exercise.slots if slot.name == name), []
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        match = LINE.fullmatch(stripped)
        if match is None:
            found.append(Problem(file, number, "", Message("plan.line", {"line": number, "text": stripped[:60]})))
        elif match["task"] not in tasks:
            found.append(Problem(file, number, "", Message("plan.no-task", {"line": number, "task": match["task"][:40]})))
        elif match["person"] and match["person"] not in project.people:
            known = ", ".join(project.people)
            found.append(
                Problem(file, number, "", Message("plan.no-person", {"line": number, "person": match["person"][:40], "known": known}))
            )
    return found


def plan(text: str, project: Project, axis: Axis) -> Plan:
    """The plan that the lines write, for the tasks that the project has."""
    found = {}
    for task, (person, day) in placements(text).items():
        if task in project.by_id and person in project.people:
            found[task] = Placement(task, person, max(0, axis.slot(day)))
    return found
