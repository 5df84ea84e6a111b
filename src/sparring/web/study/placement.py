"""Placement: a question a page, the answer judged, and over as soon as enough is known."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sparring.core.answer import Raw
from sparring.core.verdict import Outcome
from sparring.usecases.practice import grade
from sparring.usecases.study import placement as placing
from sparring.usecases.study.evidence import PLACEMENT
from sparring.usecases.study.present import topic_title
from sparring.web.program import program
from sparring.web.request import Request, app


@require_http_methods(["GET", "POST"])
def placement(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The next question, or what came out."""
    found = app()
    if request.method == "POST":
        if "begin" in request.POST:
            placing.begin(found)
        elif "stop" in request.POST:
            placing.stop(found)
        elif "unknown" in request.POST or placing.is_unknown(request.POST.get("answer", "")):
            placing.unknown(found, request.POST.get("exercise", ""))
        elif _answered(request):
            return _page(request, unread=True)
        return redirect("placement")
    return _page(request)


def _answered(request: Request) -> bool:
    """Judge the answer; whether it could not be read."""
    found = app()
    exercise = found.exercise(request.POST.get("exercise", ""))
    slot = exercise.slots[0]
    text = request.POST.get("answer", "").replace("\r\n", "\n")
    key = request.POST.get("key", "") or found.new_id()
    with program().busy_with(key):
        result = grade(found, exercise, Raw({slot.file: text.encode("utf-8", "replace")}, request.words.language), key=key)
    placing.took(found, exercise.id, result.verdict.outcome, result.verdict.score)
    return result.verdict.outcome is Outcome.UNREADABLE


def _page(request: Request, *, unread: bool = False) -> HttpResponse:
    found = app()
    begun = found.records.setting(PLACEMENT) is not None
    asked = placing.question(found) if begun else None
    now = placing.state(found)
    context = {
        "begun": begun,
        "asked": asked,
        "state": now,
        "count": len(now.results),
        "unread": unread,
        "key": found.new_id(),
        "rows": [
            (row, topic_title(found, row.topic), [topic_title(found, topic) for topic in row.inferred])
            for row in placing.rows(found, now.results)
        ],
    }
    return render(request, "study/placement.html", context)
