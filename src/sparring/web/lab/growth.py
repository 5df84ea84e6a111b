"""How does the cost grow? A function, its generator of inputs and what one thinks go in, the measured curves come out."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.judge.growth import Curve, Inputs
from sparring.usecases import growth as growing
from sparring.web.evidence import computed
from sparring.web.lab.costs import entry_of
from sparring.web.request import Request, app

EXAMPLE = {
    "code": "def common(first, second):\n    return [item for item in first if item in second]\n",
    "entry": "common",
    "inputs": "def generate(n, random):\n    return random.sample(range(3 * n), n), random.sample(range(3 * n), n)\n",
    "claim": "",
}
MOST_CLAIM = 200


@require_http_methods(["GET", "POST"])
def growth(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The form; with a function, how its time and memory grow, and what was claimed beside it."""
    if request.method == "GET":
        return render(request, "lab/growth.html", {"written": EXAMPLE})
    written = {name: request.POST.get(name, "").replace("\r\n", "\n") for name in EXAMPLE}
    context: dict[str, Any] = {"written": written}
    claim = written["claim"].strip()
    try:
        if len(claim) > MOST_CLAIM:
            raise UsageError(Message("lab.too-long", {"count": len(claim), "most": MOST_CLAIM}))
        found = growing.measure(app(), written["code"], entry_of(written), Inputs(written["inputs"]), claim=claim)
    except UsageError as error:
        return render(request, "lab/growth.html", context | {"trouble": request.words.say(error.saying)}, status=422)
    time = growing.main_curve(found)
    shown = [_shown(request, sentence, curve, claim if curve is time else "") for sentence, curve in growing.told(found)]
    said = request.words.say(growing.judged(claim, time)) if claim and time.sizes else ""
    engine = growing.where(found)
    context |= {"curves": shown, "said": said, "engine": request.words.say(engine) if engine else ""}
    return render(request, "lab/growth.html", context, status=200 if time.sizes else 422)


def _shown(request: Request, sentence: Message, curve: Curve, claim: str) -> dict[str, Any]:
    evidence = growing.evidence(curve, claim)
    stopped = growing.stopped(curve)
    why = request.words(stopped) if request.words.has(stopped) else curve.detail
    return {"sentence": request.words.say(sentence), "why": why, "evidence": evidence, "more": computed(evidence), "any": bool(curve.sizes)}
