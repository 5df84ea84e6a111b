"""The plan to the interview: the weeks, the forecast by topic, what is left out."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sparring.usecases.study.days import aim, aim_at, aims
from sparring.usecases.study.plan import plan as planned
from sparring.usecases.study.present import titles_of, topic_title
from sparring.usecases.study.readiness import readiness
from sparring.web.request import Request, app


@require_http_methods(["GET", "POST"])
def plan(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The plan as it stands, made anew where something changed; with `aim`, for another of the days ahead."""
    if request.method == "POST":
        aim_at(app(), request.POST.get("aim", ""))
        return redirect("plan")
    found = planned(app())
    ready = readiness(app(), found) if found else None
    names = {topic for day in found.days for topic in day.topics} | {one.topic for one in ready.topics} if found and ready else set()
    exercises = titles_of(app(), {day.exercise for day in found.days if day.exercise}) if found else {}
    titles = {name: topic_title(app(), name) for name in names} | exercises
    return render(request, "study/plan.html", {"plan": found, "ready": ready, "titles": titles, "aims": aims(app()), "aim": aim(app())})
