"""Verify a claim: a sentence and its snippet go in, what every interpreter does with it comes out."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.usecases.lab import claims as checking
from sparring.usecases.lab.recordings import Snippet, checked, packed
from sparring.web.request import Request, app


@require_http_methods(["GET", "POST"])
def claims(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The form; with a snippet, its runs side by side."""
    if request.method == "GET":
        return render(request, "lab/claims.html")
    claim, source, consent = request.POST.get("claim", ""), request.POST.get("code", ""), request.POST.get("consent") == "yes"
    written: dict[str, Any] = {"claim": claim, "source": source, "consent": consent}
    try:
        if len(claim) > checking.MOST_CLAIM:
            raise UsageError(Message("lab.too-long", {"count": len(claim), "most": checking.MOST_CLAIM}))
        snippet = checked(Snippet(source))
    except UsageError as error:
        return render(request, "lab/claims.html", written | {"trouble": request.words.say(error.saying)}, status=422)
    found = checking.check(app(), claim.strip(), snippet.source, own_machine=consent)
    rows = [(run, found.lines(run)) for run in found.runs]
    return render(request, "lab/claims.html", written | {"found": found, "rows": rows, "link": packed(snippet)})
