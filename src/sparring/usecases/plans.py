"""Plans, whoever asks: reading a file, checking, the optimum, the risk curve, writing other formats."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from random import Random
from typing import Any

from sparring.core.problem import Problem, UsageError
from sparring.core.text import Message
from sparring.planning import draw, optimum, solver
from sparring.planning.axis import Axis
from sparring.planning.checks import Remark, driving_chain, plan_remarks, project_remarks
from sparring.planning.exact import solve
from sparring.planning.loads import loads
from sparring.planning.model import Project
from sparring.planning.placing import Bars, bars, last, plan_of
from sparring.planning.psplib import read_sm
from sparring.planning.reading import parse, to_data
from sparring.planning.risk import simulate
from sparring.planning.trackers import exchange, files
from sparring.planning.trackers.backlog import Backlog
from sparring.planning.trackers.lost import lost, lost_of_plan
from sparring.planning.trackers.story import Story, story
from sparring.planning.trackers.tables import decoded
from sparring.words import Words

SECONDS = 20.0
SEED = 20260302
"""The simulation is drawn the same way each time: the same plan has the same curve."""
DRAWN: dict[str, str] = {"mermaid": "mmd", "svg": "svg", "ics": "ics", "plan-json": "json"}


def open_plan(name: str, content: bytes, now: datetime) -> tuple[Project, tuple[Message, ...]]:
    """The project in a plan's JSON or in a tracker's export, and what its reader wants to have said; UsageError."""
    text, _ = decoded(name, content)
    if text.lstrip().startswith("{") and '"tasks"' in text:
        found = parse(name, text)
        if not isinstance(found, Project):
            raise UsageError(Message("plans.problems", {"file": name, "problems": _joined(found), "count": len(found)}))
        return found, ()
    backlog = files.read(name, content)
    return exchange.to_project(name, backlog, now.date()), (*backlog.notes, *exchange.remarks(backlog))


def _joined(problems: tuple[Problem, ...]) -> str:
    return "; ".join(problem.field or problem.file for problem in problems[:10])


def read_problems(name: str, content: bytes) -> tuple[Problem, ...]:
    """Everything that is wrong with a plan's JSON; () if it is none, or in order."""
    text, _ = decoded(name, content)
    found = parse(name, text) if text.lstrip().startswith("{") and '"tasks"' in text else None
    return found if isinstance(found, tuple) else ()


def remarks(project: Project, axis: Axis, found: Bars) -> list[Remark]:
    """All remarks, blockers first; before anything is planned only those on the project."""
    all_ = project_remarks(project) + (plan_remarks(project, axis, found) if found else [])
    return sorted(all_, key=lambda one: not one.blocker)


def checked(project: Project, words: Words, done: Bars | None = None) -> dict[str, Any]:
    """What the board shows after each move: bars, remarks, loads, the chain that decides the end. Days count from 1; `done` bars are history."""
    axis = Axis(project)
    found = {**bars(project, axis, project.plan), **(done or {})}
    end = last(found)
    return {
        "days": round(end / axis.per_day, 2),
        "ends": axis.last_date(end).isoformat() if found else "",
        "due": round(axis.end_of(project.deadline) / axis.per_day, 2) if project.deadline else 0,
        "bars": [
            {
                "task": bar.task,
                "person": bar.person,
                "begin": round(axis.day(bar.begin), 3),
                "end": round(axis.day(bar.end), 3),
                "hours": bar.hours,
            }
            for bar in found.values()
        ],
        "remarks": [remark_data(one, words) for one in remarks(project, axis, found)],
        "loads": [
            {"person": one.person, "name": one.name, "hours": one.hours, "has": one.has, "share": round(one.share, 3)}
            for one in loads(project, axis, found)
        ],
        "chain": list(driving_chain(project, found)),
    }


def remark_data(one: Remark, words: Words) -> dict[str, Any]:
    """A remark in words."""
    return {
        "check": one.check,
        "blocker": one.blocker,
        "where": list(one.where),
        "message": words.say(one.message),
        "remedy": words.say(one.remedy),
    }


def compared(project: Project, seconds: float = SECONDS, *, exact: bool = True) -> dict[str, Any]:
    """The best plan beside the one at hand; `gap` is None while that one is not feasible. UsageError if no plan is possible at all."""
    return _beside(project, _best(project, seconds, exact=exact))


def best_compared(project: Project, seconds: float = SECONDS) -> tuple[Project, dict[str, Any]]:
    """The project with the best plan on it, and that plan beside itself: looked for once. UsageError if no plan is possible."""
    found = _best(project, seconds)
    best = replace(project, plan=plan_of(found.bars))
    return best, _beside(best, found)


def _best(project: Project, seconds: float, *, exact: bool = True) -> optimum.Optimum:
    found = optimum.best(project, Axis(project), seconds, exact=exact)
    if found is None:
        raise UsageError(Message("plans.no-plan"))
    return found


def _beside(project: Project, found: optimum.Optimum) -> dict[str, Any]:
    axis = Axis(project)
    own = bars(project, axis, project.plan)
    feasible = bool(own) and not any(one.blocker for one in remarks(project, axis, own))
    return {
        "makespan": found.end,
        "days": round(found.end / axis.per_day, 2),
        "proved": found.proved,
        "bound_days": round(found.bound / axis.per_day, 2),
        "seconds": found.seconds,
        "method": found.method,
        "solver": solver.available(),
        "gap": round(found.gap(last(own)), 4) if feasible else None,
        "lost_days": round((last(own) - found.end) / axis.per_day, 2) if feasible else None,
        "schedule": to_data(project, plan_of(found.bars))["plan"],
    }


def risk(project: Project, runs: int = 10_000) -> dict[str, Any]:
    """The risk of the end date; UsageError while nothing is planned."""
    axis = Axis(project)
    found = bars(project, axis, project.plan)
    if not found:
        raise UsageError(Message("plans.nothing-planned"))
    curve = simulate(project, axis, found, Random(SEED), runs)
    shares = [round(0.02 * number, 2) for number in range(1, 51)]
    return {
        "runs": runs,
        "p50": _end(axis, curve.at(0.5)),
        "p80": _end(axis, curve.at(0.8)),
        "p95": _end(axis, curve.at(0.95)),
        "planned": _end(axis, last(found)),
        "left_out": len(project.tasks) - len(found),
        "percent": curve.percent(axis.end_of(project.deadline)) if project.deadline else None,
        "chance": round(curve.chance(axis.end_of(project.deadline)), 4) if project.deadline else None,
        "deadline": project.deadline.isoformat() if project.deadline else None,
        "curve": [{"share": share, "day": round(curve.at(share) / axis.per_day, 3)} for share in shares],
        "drivers": [{"task": name, "title": project.by_id[name].title, "correlation": value} for name, value in curve.drivers[:5]],
    }


def _end(axis: Axis, slot: int) -> dict[str, Any]:
    return {"day": round(slot / axis.per_day, 2), "date": axis.last_date(slot).isoformat()}


def solved(name: str, content: bytes, seconds: float, now: datetime, *, exact: bool = True) -> dict[str, Any]:
    """`{"makespan", "proved", "seconds", "schedule"}` of a PSPLIB file (starts by job, from 1), a plan or an export. Hours, or the file's own unit.

    `notes`: how the file was read, as messages. `project`: the plan's, with the best plan on it.
    """
    if name.lower().endswith(".sm"):
        text, _ = decoded(name, content)
        if solver.available() and exact:
            solver.load()
        found = solve(read_sm(name, text), seconds, exact=exact)
        starts = {str(job): start for job, start in enumerate(found.schedule, 1)}
        plain = {"makespan": found.makespan, "proved": found.proved, "seconds": found.seconds, "schedule": starts}
        return plain | {"bound": found.bound, "method": found.method, "solver": solver.available(), "notes": (), "project": None}
    project, notes = open_plan(name, content, now)
    best = _best(project, seconds, exact=exact)
    return _beside(project, best) | {"notes": notes, "project": replace(project, plan=plan_of(best.bars))}


def days(project: Project) -> list[tuple[float, date, str, str]]:
    """The plan's tasks in the order in which they begin: day (from 1), date, person's name, title."""
    axis = Axis(project)
    found = sorted(bars(project, axis, project.plan).values(), key=lambda bar: (bar.begin, bar.end, bar.person))
    names = {person.id: person.name for person in project.team}
    return [(axis.day(bar.begin), axis.date_of(bar.begin), names[bar.person], project.by_id[bar.task].title) for bar in found]


def ends(project: Project) -> tuple[float, date]:
    """The day (from 1) and the date on which the plan is done."""
    axis = Axis(project)
    end = last(bars(project, axis, project.plan))
    return axis.day(max(end - 1, 0)) // 1, axis.last_date(end)


def story_of(name: str, content: bytes, now: datetime) -> Story | None:
    """What a tracker's export tells; None for a plan of our own."""
    text, _ = decoded(name, content)
    return None if text.lstrip().startswith("{") and '"tasks"' in text else told(files.read(name, content), now)


def suffix(form: str) -> str:
    """The ending of a file in a format."""
    return DRAWN.get(form) or files.SUFFIXES.get(form) or form.rpartition("-")[2]


def told(backlog: Backlog, now: datetime) -> Story:
    """What a backlog tells."""
    return story(backlog, now.replace(tzinfo=None))


def exported(project: Project, form: str, now: datetime) -> bytes:
    """The plan as `plan-json`, `mermaid`, `svg`, `ics` or any tracker's format."""
    axis = Axis(project)
    found = bars(project, axis, project.plan)
    writers: dict[str, Callable[[], str]] = {
        "mermaid": lambda: draw.mermaid(project, axis, found),
        "svg": lambda: draw.svg(project, axis, found),
        "ics": lambda: draw.calendar(project, axis, found, now),
        "plan-json": lambda: plan_text(project),
    }
    if form in writers:
        return writers[form]().encode("utf-8")
    return files.write(exchange.to_backlog(project), form)


def plan_text(project: Project) -> str:
    """The project with its plan as JSON."""
    import json

    return json.dumps(to_data(project), ensure_ascii=False, indent=1) + "\n"


def formats() -> tuple[str, ...]:
    """Everything that can be written."""
    return (*DRAWN, *files.WRITERS)


def best_plan(project: Project, seconds: float = SECONDS) -> Project:
    """The project with the best plan that is found; UsageError if none is possible."""
    return replace(project, plan=plan_of(_best(project, seconds).bars))


def converted(name: str, content: bytes, form: str, now: datetime) -> tuple[bytes, tuple[Message, ...]]:
    """A file in another format: from tracker to tracker everything that the other can hold, else by way of the plan. With what is to be said of it: how the file was read,
    what the new one has no place for, and what a spreadsheet would make of it.
    """
    text, _ = decoded(name, content)
    backlog = None if text.lstrip().startswith("{") and '"tasks"' in text else files.read(name, content)
    if backlog and form in files.WRITERS:
        written = files.write(backlog, form)
        return written, (*backlog.notes, *lost(backlog, files.read(f"new {form}", written)), *files.warnings(written, form))
    if form not in formats():
        raise UsageError(Message("trackers.no-format", {"format": form[:40], "known": ", ".join(formats())}))
    project, notes = open_plan(name, content, now)
    if not project.plan and form != "plan-json":
        project = best_plan(project)
    written = exported(project, form, now)
    return written, (*notes, *_left_behind(backlog, project, form), *files.warnings(written, form))


def _left_behind(backlog: Backlog | None, project: Project, form: str) -> Iterator[Message]:
    """What a plan does not take over from a backlog, and what the format does not take over from the plan."""
    if backlog:
        open_ = tuple(item for item in backlog.items if not item.done and not item.archived)
        if len(open_) < len(backlog.items):
            yield Message("trackers.lost.finished", {"count": len(backlog.items) - len(open_)})
        yield from lost(replace(backlog, items=open_), exchange.to_backlog(project))
    if form in files.WRITERS:
        yield from lost_of_plan(project)
    elif form != "plan-json":
        yield Message("trackers.lost.drawn")
