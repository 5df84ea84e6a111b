"""Errors in words: what happened, that nothing is lost, what to do."""

import platform
from http import HTTPStatus
from typing import cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

import sparring
from sparring.core.problem import JudgeError, SparringError, UsageError
from sparring.core.text import Message, Saying
from sparring.records.values import ConflictError
from sparring.web import written
from sparring.web.forms import TooLongError, kept
from sparring.web.reply import wants_json
from sparring.web.request import Request, by_script
from sparring.web.said import TROUBLE

UNKNOWN = (
    *("usecases.no-exercise", "usecases.no-exercise-near", "interview.unknown", "records.no-attempt", "portfolio.no-report"),
    *("stories.unknown", "sheets.unknown", "cards.unknown", "process.unknown"),
)
NAMED = ("cards.no-topic", "sheets.no-kind")
"""Unknown too where an address names it; in a form it is a wrong entry."""


def told(request: HttpRequest, status: int, why: str, saying: Saying | None = None, report: str = "") -> HttpResponse:
    """The error `why` (`web.error.WHY`): JSON for programs, a piece of the page for htmx, a page for everybody else."""
    asked = cast(Request, request)
    sentence = asked.words.say(saying or Message(f"web.error.{why}"))
    if wants_json(request.path_info, request.headers.get("accept", "")):
        return JsonResponse({"error": sentence, "code": 3 if status >= HTTPStatus.INTERNAL_SERVER_ERROR else 2}, status=status)
    if by_script(request):
        response = HttpResponse(written.sentence(sentence), status=status)
        for name, value in TROUBLE:
            response.headers[name] = value
        return response
    context = {"status": status, "why": why, "sentence": sentence, "kept": kept(asked), "report": report, "back": request.path}
    return render(request, "error.html", context, status=status)


def refused(request: HttpRequest, error: SparringError) -> HttpResponse:
    """What cannot be done as asked."""
    saying = error.saying
    if isinstance(error, ConflictError):
        return told(request, 409, "conflict", saying)
    if isinstance(error, TooLongError):
        return told(request, 413, "large", saying)
    if isinstance(saying, Message) and saying.id in (*UNKNOWN, *(NAMED if request.method == "GET" else ())):
        return told(request, 404, "missing", _near(saying))
    if isinstance(error, UsageError):
        return told(request, 400, "bad", saying)
    return told(request, 503 if not isinstance(error, JudgeError) else 500, "ours", saying)


def _near(saying: Message) -> Message | None:
    """The page's own sentence for an unknown id, with what was perhaps meant."""
    return Message("web.error.near", saying.params) if saying.id == "usecases.no-exercise-near" else None


def failed(request: HttpRequest, error: Exception) -> HttpResponse:
    """A failure of ours, with a report that holds nothing of the candidate's."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = (
        f"{place.tb_frame.f_code.co_qualname if hasattr(place.tb_frame.f_code, 'co_qualname') else place.tb_frame.f_code.co_name}:{place.tb_lineno}"
        if place
        else ""
    )
    report = f"sparring {sparring.__version__} · Python {platform.python_version()} · {platform.system()}\n{request.method} {request.path_info}\n{type(error).__name__} · {where}"
    return told(request, 500, "ours", report=report)


def not_taken(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A method that this address does not take; `response` says which it does."""
    made = told(request, 405, "method")
    made.headers["allow"] = response.headers.get("allow", "")
    return made


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Nothing is at this address."""
    return told(request, 404, "missing")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Not allowed."""
    return told(request, 403, "forbidden")


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """A form that does not come from our page, or from a page of long ago."""
    return told(request, 403, "form")


def bad(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """A request that cannot be read."""
    return told(request, 400, "bad")


def broken(request: HttpRequest) -> HttpResponse:
    """What failed outside a view."""
    return told(request, 500, "ours") if hasattr(request, "words") else HttpResponse(b"500", status=500)
