"""Where does it cost? A function and its generator of inputs go in, the profile comes out."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.judge.growth import Inputs
from sparring.judge.profile import evidence
from sparring.usecases import costs as costing
from sparring.usecases.lab.recordings import MOST_SOURCE
from sparring.web.evidence import computed
from sparring.web.request import Request, app

EXAMPLE = {
    "code": "def unique(rows):\n    seen = []\n    for row in rows:\n        if row not in seen:\n            seen.append(row)\n    return sorted(seen)\n",
    "entry": "unique",
    "inputs": "def generate(n):\n    return ([i % (n // 2 + 1) for i in range(n)],)\n",
    "size": "",
}


@require_http_methods(["GET", "POST"])
def costs(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The form; with a function, where its cost goes."""
    if request.method == "GET":
        return render(request, "lab/costs.html", {"written": EXAMPLE})
    written = {name: request.POST.get(name, "").replace("\r\n", "\n") for name in EXAMPLE}
    context: dict[str, Any] = {"written": written}
    try:
        found = costing.measure(app(), written["code"], entry_of(written), Inputs(written["inputs"]), _size(written["size"]))
    except UsageError as error:
        return render(request, "lab/costs.html", context | {"trouble": request.words.say(error.saying)}, status=422)
    if found.why:
        return render(
            request, "lab/costs.html", context | {"trouble": request.words(f"profile.why-{found.why}", detail=found.detail)}, status=422
        )
    shown = evidence(found, written["code"])
    return render(request, "lab/costs.html", context | {"evidence": shown, "more": computed(shown)})


def entry_of(written: dict[str, str]) -> str:
    """The function that is named; UsageError where that is none, or a text is too long."""
    longest = max(len(written["code"]), len(written["inputs"]))
    if longest > MOST_SOURCE:
        raise UsageError(Message("lab.too-long", {"count": longest, "most": MOST_SOURCE}))
    entry = written["entry"].strip()
    if not entry.isidentifier():
        raise UsageError(Message("lab.no-function", {"name": entry[:60]}))
    return entry


def _size(text: str) -> int | None:
    digits = text.strip()
    if not digits:
        return None
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 9 else 0
