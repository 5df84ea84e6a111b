"""The internals lab: a snippet, its steps one at a time. The address holds everything; without script each step is a page of its own."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from sparring.core.problem import JudgeError, UsageError
from sparring.judge.trace import Trace
from sparring.sandbox.interface import Unreadable
from sparring.usecases.lab import guessing, recordings
from sparring.usecases.lab.recordings import Snippet
from sparring.usecases.lab.view import Moment, moment, notes, position_of_line, reference_count
from sparring.web.lab.drawing import draw
from sparring.web.request import Request, app, by_script


@require_http_methods(["GET", "POST"])
def lab(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """A POST brings a snippet and is sent on to its address; a GET shows a step."""
    if request.method == "POST":
        return _brought(request)
    if not request.GET.get("c"):
        return _page(request, Snippet(recordings.examples().get(request.GET.get("example", ""), "")))
    try:
        snippet = recordings.checked(recordings.unpacked(request.GET["c"]))
        found = recordings.RECORDINGS.get(app(), snippet)
    except UsageError as error:
        return _page(request, Snippet(""), trouble=request.words.say(error.saying), status=422)
    except JudgeError as error:
        return _page(request, snippet, trouble=request.words.say(error.saying), status=422)
    if isinstance(found, Unreadable):
        told = request.words("lab.unreadable", line=found.line, why=found.text)
        return _page(request, snippet, trouble=told, status=422)
    return _shown(request, snippet, found)


def _brought(request: Request) -> HttpResponse:
    fields = request.POST
    first = fields.get("first", "").strip()
    snippet = Snippet(
        fields.get("code", ""),
        fields.get("typed", ""),
        fields.get("engine", "exact"),
        int(first) - 1 if first.isdecimal() and 0 < int(first) < 10**6 else 0,
    )
    if name := fields.get("example"):
        snippet = Snippet(recordings.examples().get(name, ""))
    try:
        snippet = recordings.checked(snippet)
    except UsageError as error:
        return _page(request, snippet, trouble=request.words.say(error.saying), status=422)
    link = recordings.packed(snippet)
    if not link:
        return _page(request, snippet, trouble=request.words("lab.too-long-link"), status=422)
    return redirect(f"{reverse('lab')}?{urlencode({'c': link})}")


def _number(request: Request, name: str, default: int = 0) -> int:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else default


def _shown(request: Request, snippet: Snippet, trace: Trace) -> HttpResponse:
    line = _number(request, "line")
    position = position_of_line(trace, line, max(1, _number(request, "time", 1))) if line else _number(request, "s", 1) - 1
    predicting = request.GET.get("m") == "predict"
    verdict: dict[str, Any] = {}
    if predicting and request.GET.get("guess", "").strip():
        asked = guessing.question(trace, position)
        if asked is not None:
            good = guessing.right(asked, request.GET["guess"][:2000])
            verdict = {"asked": asked, "good": good, "guess": request.GET["guess"][:200], "answers": ", ".join(asked.answers)}
            position += 1
    found = moment(trace, position)
    context: dict[str, Any] = {"trace": trace, "notes": notes(trace), "verdict": verdict, "predicting": predicting}
    if found is not None:
        context |= _step(request, snippet, found, predicting)
    if by_script(request):
        return render(request, "lab/step.html", context | {"link": recordings.packed(snippet)})
    return _page(request, snippet, **context)


def _step(request: Request, snippet: Snippet, found: Moment, predicting: bool) -> dict[str, Any]:
    link, mode = recordings.packed(snippet), {"m": "predict"} if predicting else {}

    def to(position: int, **more: str) -> str:
        return f"{reverse('lab')}?{urlencode({'c': link, 's': str(position + 1), **mode, **more})}"

    step, last = found.step, found.last
    asked = guessing.question(found.trace, found.position) if predicting else None
    reached = step.reached()
    things = [
        (thing, reference_count(thing), thing.serial in reached) for thing in step.things.values() if thing.items or thing.kind != "atom"
    ]
    return {
        "moment": found,
        "step": step,
        "lines": [(number, text, number == step.line, number == found.ran) for number, text in enumerate(snippet.source.splitlines(), 1)],
        "picture": draw(step, found.changes),
        "things": things,
        "links": {
            "first": to(0) if found.position else "",
            "back": to(found.position - 1) if found.position else "",
            "on": to(found.position + 1) if found.position < last and asked is None else "",
            "last": to(last) if found.position < last and asked is None else "",
            "permanent": request.build_absolute_uri(f"{reverse('lab')}?{urlencode({'c': link, 's': str(found.position + 1)})}"),
            "mode": f"{reverse('lab')}?{urlencode({'c': link, 's': str(found.position + 1)} | ({} if predicting else {'m': 'predict'}))}",
            "more": _window(snippet, found.trace),
        },
        "asked": asked,
        "link": link,
    }


def _window(snippet: Snippet, trace: Trace) -> str:
    """The address of the steps after the recorded ones, where there are more."""
    following = trace.first + len(trace.steps)
    if trace.bound != "steps" or following >= trace.count:
        return ""
    return f"{reverse('lab')}?{urlencode({'c': recordings.packed(replace(snippet, first=following))})}"


def _page(request: Request, snippet: Snippet, status: int = 200, **more: Any) -> HttpResponse:
    context = {"snippet": snippet, "examples": recordings.EXAMPLES, "engines": recordings.ENGINES, **more}
    return render(request, "lab/lab.html", context, status=status)
