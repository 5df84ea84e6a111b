"""Today: the days left, one next action."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from sparring.usecases.browse import next_exercise, state_of
from sparring.usecases.history import standings, unfinished
from sparring.usecases.profile import profile
from sparring.web.request import Request, app


@require_GET
def today(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """What to do now. Whoever comes for the first time is asked three things first."""
    found, who = app(), profile(app())
    if not who.welcomed:
        return redirect("welcome")
    known = standings(found)
    suggested = next_exercise(found, known, who.advert)
    now = found.clock.now()
    return render(
        request,
        "today.html",
        {
            "who": who,
            "now": now,
            "suggested": suggested,
            "state": state_of(known.get(suggested.id)) if suggested else "",
            "unfinished": unfinished(found),
            "passed": sum(standing.passed > 0 for standing in known.values()),
            "total": len(found.library.exercises),
        },
    )
