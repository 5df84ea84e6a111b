"""Applications: companies, dates, stages; after the real interview, what they asked."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sparring.core.exercise import Exercise
from sparring.core.problem import UsageError
from sparring.records.study_values import ProcessRecord
from sparring.usecases.study import processes
from sparring.usecases.study.asked import Question
from sparring.usecases.study.items import today_of
from sparring.usecases.study.present import topic_title
from sparring.web.request import Request, app

WEEKS, MOST_WEEKS = 5, 16
FIELDS = ("company", "role", "stage", "at", "notes", "advert")


@require_http_methods(["GET", "POST"])
def applications(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """All applications with a small calendar; with a form, a new one."""
    context: dict[str, Any] = {"form": {}}
    if request.method == "POST":
        try:
            made = processes.save(app(), **{name: request.POST.get(name, "") for name in FIELDS})
            return redirect("application", key=made.key)
        except UsageError as error:
            context = {"problem": error.saying, "form": request.POST}
    found = processes.processes(app())
    more = {"found": found, "weeks": _calendar(found, today_of(app())), "stages": processes.STAGES, "now": app().clock.now()}
    return render(request, "study/applications.html", context | more, status=400 if "problem" in context else 200)


def _calendar(found: list[ProcessRecord], today: date) -> list[list[tuple[date, list[ProcessRecord]]]]:
    """The next weeks, Monday first, each day with its interviews: as many as the farthest date asks for, within reason."""
    monday = today - timedelta(days=today.weekday())
    farthest = max((one.at.astimezone().date() for one in found if one.at), default=today)
    weeks = min(max(WEEKS, (farthest - monday).days // 7 + 1), MOST_WEEKS)
    days = [monday + timedelta(days=number) for number in range(7 * weeks)]
    rows = [(day, [one for one in found if one.at and one.at.astimezone().date() == day]) for day in days]
    return [rows[start : start + 7] for start in range(0, len(rows), 7)]


@require_http_methods(["GET", "POST"])
def application(request: Request, key: str, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """An application: change it, take it away, or write down what they asked."""
    one = processes.process(app(), key)
    context: dict[str, Any] = {"form": _texts(one)}
    if request.method == "POST":
        try:
            if "remove" in request.POST:
                processes.remove(app(), one.key)
                return redirect("applications")
            if "asked" in request.POST:
                context["told"] = told = processes.told(app(), one.key, request.POST["asked"])
                context["topics"] = [topic_title(app(), topic) for topic in told.topics]
                context["questions"] = [
                    (one, [topic_title(app(), topic) for topic in one.topics[:1]], _trains(one)) for one in told.questions
                ]
            else:
                processes.save(app(), key=one.key, **{name: request.POST.get(name, "") for name in FIELDS})
                return redirect("applications")
        except UsageError as error:
            context = {"problem": error.saying, "form": request.POST}
    context |= {"one": processes.process(app(), key), "stages": processes.STAGES}
    return render(request, "study/application.html", context, status=400 if "problem" in context else 200)


def _trains(one: Question) -> Exercise[Any] | None:
    return app().library.exercises.get(one.exercise)


def _texts(one: ProcessRecord) -> dict[str, str]:
    at = f"{one.at.astimezone():%Y-%m-%dT%H:%M}" if one.at else ""
    return {"company": one.company, "role": one.role, "stage": one.stage, "at": at, "notes": one.notes, "advert": one.advert}


@require_GET
def calendar(request: Request) -> HttpResponse:
    """All dates as an iCalendar file."""
    headers = {"content-disposition": 'attachment; filename="sparring.ics"'}
    return HttpResponse(processes.ics(app(), request.words), content_type="text/calendar; charset=utf-8", headers=headers)
