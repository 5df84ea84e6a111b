"""Today: the day's session within the minutes that there are, the days left, the forecast, one next action."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from sparring.usecases.history import standings, unfinished
from sparring.usecases.profile import profile
from sparring.usecases.study.plan import interview_day, plan
from sparring.usecases.study.present import company_of, titles_of
from sparring.usecases.study.processes import untold
from sparring.usecases.study.readiness import readiness
from sparring.usecases.study.today import session
from sparring.web.request import Request, app


@require_GET
def today(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """What to do now. Whoever comes for the first time is asked three things first."""
    found, who = app(), profile(app())
    if not who.welcomed:
        return redirect("welcome")
    known, now = standings(found), found.clock.now()
    composed, day, ahead = session(found), interview_day(found), plan(found)
    titles = titles_of(found, (step.item for step in composed.steps))
    context = {
        "who": who,
        "now": now,
        "session": composed,
        "steps": [(step, titles[step.item], composed.mark(step.item)) for step in composed.steps],
        "ready": readiness(found, ahead) if ahead else None,
        "left_days": (day - composed.day).days if day else None,
        "company": company_of(found),
        "past": bool(who.day and who.day < composed.day),
        "untold": untold(found),
        "unfinished": unfinished(found),
        "passed": sum(standing.passed > 0 for standing in known.values()),
        "total": len(found.library.exercises),
    }
    return render(request, "today.html", context)
