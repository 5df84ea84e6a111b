"""The syllabus as a map: what there is, what was tried, what passed; each figure leads to its evidence."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sparring.usecases.browse import areas
from sparring.usecases.history import standings
from sparring.usecases.study.evidence import catch_up, masteries
from sparring.web.request import Request, app


@require_GET
def topics(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """All topics by area, with what is mastered of each."""
    catch_up(app())
    return render(request, "topics.html", {"areas": areas(app(), standings(app())), "known": masteries(app())})
