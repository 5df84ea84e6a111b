"""The plan lab, and the board of an exercise: a plan is checked while it is moved. Nothing is stored; the page carries the plan."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from sparring.core.problem import UsageError
from sparring.core.text import Message, Text
from sparring.planning.axis import Axis
from sparring.planning.model import TASK_KINDS, Placement, Plan, Project
from sparring.planning.placing import Bars
from sparring.planning.reading import link_text, to_data
from sparring.usecases import desk, plan_rows, plans
from sparring.usecases.plan_example import example
from sparring.usecases.plan_story import told_story
from sparring.web import forms, gantt
from sparring.web.request import Request, app, by_script
from sparring.words import Words

MOST_FIELDS = 150
"""Tasks up to which the page gives fields to plan with; a larger project is checked and drawn as it came."""
MOST_DRAWN = 400
WRITTEN = ("begin", "more-person", "more-task", "built")
"""What the page of rows can ask for."""
TYPES = {"svg": "image/svg+xml", "ics": "text/calendar", "mermaid": "text/plain"}


@require_POST
def board(request: Request, name: str, slot: str) -> HttpResponse:
    """The picture and the remarks of one part of an exercise, as the fields stand."""
    found = app().exercise(name)
    kind: Any = app().kind(found)
    texts = {**desk.desk(app(), found).texts, **forms.texts(request, found)}
    if not hasattr(kind, "board") or slot not in {one.name for one in found.slots}:
        return HttpResponse(status=404)
    standing = kind.board(found, slot, texts, request.words.language)
    return _result(request, standing.project, f"board-{slot}", standing.done)


def _result(request: Request, project: Project, board_id: str, done: Bars | None = None) -> HttpResponse:
    return render(request, "plan/result.html", _drawn(project, request.words, board_id, done))


def _drawn(project: Project, words: Words, board_id: str, done: Bars | None = None) -> dict[str, Any]:
    """What the picture and the list of remarks need."""
    found = plans.checked(project, words, done)
    marked = {name for one in found["remarks"] if one["blocker"] for name in one["where"]}
    rows = [{**row, "title": Text(project.by_id[row["task"]].title)} for row in found["bars"][:MOST_DRAWN]]
    people = [(person.id, person.name) for person in project.team]
    drawn = gantt.draw(rows, people, found["days"], found["due"], found["chain"], sorted(marked))
    found |= {"blockers": sum(one["blocker"] for one in found["remarks"]), "more": max(0, len(found["remarks"]) - 12)}
    found["ends_on"] = words.day(date.fromisoformat(found["ends"])) if found["ends"] else ""
    return {"found": found, "gantt": drawn, "board": board_id}


@require_http_methods(["GET", "POST"])
def lab(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """Load a plan, a backlog or an example, move it, compare it with the best, see its risk, take it elsewhere."""
    if request.method == "GET":
        return render(request, "plan/lab.html", {"formats": plans.formats()})
    action = request.POST.get("action", "check")
    try:
        if action in ("load", "example"):
            return _load(request, action)
        if action in WRITTEN:
            return _by_hand(request, action)
        project = _project(request)
        return _act(request, project, action)
    except UsageError as error:
        if by_script(request) and action == "check":
            raise
        return _page(request, None, trouble=[request.words.say(error.saying)], status=422)


def _by_hand(request: Request, action: str) -> HttpResponse:
    """Begin a project of one's own, or change the tasks and the team of the one at hand, in rows; `built` is the way back to the board."""
    fields = action == "begin"  # only the board's page has the plan in fields
    before = _project(request, fields=fields) if request.POST.get("project") else None
    if fields:
        return _rows(request, plan_rows.of(before) if before else plan_rows.blank(app().clock.now().date().isoformat()), before)
    rows = plan_rows.sent(request.POST, action.partition("-")[2])
    if action != "built":
        return _rows(request, rows, before)
    found = plan_rows.built(rows, request.words, before)
    return _page(request, found) if isinstance(found, Project) else _rows(request, rows, before, found)


def _rows(request: Request, rows: plan_rows.Rows, before: Project | None, trouble: Sequence[str] = ()) -> HttpResponse:
    context = {
        "rows": rows,
        "kinds": [(kind, Message(f"web.plan.kind.{kind}")) for kind in TASK_KINDS],
        "data": json.dumps(to_data(before), ensure_ascii=False) if before else "",
        "trouble": trouble[:20],
    }
    return render(request, "plan/rows.html", context, status=422 if trouble else 200)


def _act(request: Request, project: Project, action: str) -> HttpResponse:
    match action:
        case "best":
            best, compared = plans.best_compared(project, 10.0)
            return _page(request, best, compared=compared)
        case "compare":
            return _page(request, project, compared=plans.compared(project, 10.0))
        case "risk":
            return _page(request, project, risk=_risk(project))
        case "export":
            return _export(request, project)
        case _ if by_script(request):
            return _result(request, project, "board-lab")
        case _:
            return _page(request, project)


def _risk(project: Project) -> dict[str, Any]:
    found = plans.risk(project)
    axis = Axis(project)
    due = axis.end_of(project.deadline) / axis.per_day if project.deadline else 0.0
    points = [(row["day"], row["share"]) for row in found["curve"]]
    return found | {"plot": gantt.curve(points, due), "rows": [(f"{round(share * 100)} %", day) for day, share in points[4::5]]}


def _export(request: Request, project: Project) -> HttpResponse:
    form = request.POST.get("format", "plan-json")
    content = plans.exported(project, form, app().clock.now())
    response = HttpResponse(content, content_type=TYPES.get(form, "application/json" if "json" in form else "text/csv"))
    suffix = plans.suffix(form)
    response.headers["content-disposition"] = f'attachment; filename="plan.{suffix}"'
    return response


def _load(request: Request, action: str) -> HttpResponse:
    if action == "example":
        return _page(request, example(request.words.language))
    upload = request.FILES.get("file")
    name, content = (upload.name or "file", upload.read()) if upload else ("text", request.POST.get("source", "").encode())
    problems = plans.read_problems(name, content)
    if problems:
        return _page(request, None, trouble=[request.words.say(one.message) for one in problems[:20]], status=422)
    project, notes = plans.open_plan(name, content, app().clock.now())
    story = (
        [request.words.say(message) for message in told_story(told)] if (told := plans.story_of(name, content, app().clock.now())) else []
    )
    return _page(request, project, notes=[request.words.say(note) for note in notes], story=story)


def _project(request: Request, *, fields: bool = True) -> Project:
    """The project that the page carries, with what its `fields` say."""
    project, _ = plans.open_plan("plan", request.POST.get("project", "").encode(), app().clock.now())
    if not fields or len(project.tasks) > MOST_FIELDS:
        return project
    return replace(project, plan=_planned(request.POST, project))


def _planned(fields: Mapping[str, str], project: Project) -> Plan:
    axis, found = Axis(project), {}
    for number, task in enumerate(project.tasks):
        person, day = fields.get(f"plan/{number}/person", ""), fields.get(f"plan/{number}/day", "").replace(",", ".").strip()
        if person in project.people and day.replace(".", "", 1).isdecimal() and len(day) < 9:
            found[task.id] = Placement(task.id, person, min(max(0, axis.slot(float(day))), axis.slots))
    return found


def _page(request: Request, project: Project | None, status: int = 200, **more: Any) -> HttpResponse:
    context: dict[str, Any] = {"formats": plans.formats(), "source": request.POST.get("source", ""), **more}
    if project is not None:
        axis = Axis(project)
        given = {
            str(number): (project.plan[task.id].person, axis.day(project.plan[task.id].start))
            for number, task in enumerate(project.tasks)
            if task.id in project.plan
        }
        context |= _drawn(project, request.words, "board-lab") | {
            "project": project,
            "data": json.dumps(to_data(project), ensure_ascii=False),
            "given": given,
            "tasks": [
                (number, task, _note(task_links=[link_text(link) for link in task.after], words=request.words, task=task))
                for number, task in enumerate(project.tasks)
            ],
            "people": [(person, ", ".join(sorted(person.skills)), person.hours) for person in project.team],
            "with_fields": len(project.tasks) <= MOST_FIELDS,
        }
    return render(request, "plan/lab.html", context, status=status)


def _note(task: Any, task_links: list[str], words: Words) -> str:
    estimate = task.estimate
    parts = [f"{estimate.low}–{estimate.likely}–{estimate.high} h", *sorted(task.skills)]
    return " · ".join([*parts, *([words("web.plan.after", tasks=", ".join(task_links))] if task_links else [])])
