"""The job advertisement: pasted, or a text file; each demand with its sentence."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sparring.usecases.profile import profile
from sparring.usecases.study import advert as adverts
from sparring.usecases.study.present import topic_title
from sparring.web.request import Request, app


@require_http_methods(["GET", "POST"])
def advert(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """What the advertisement asks for; a new one is kept and followed from now on."""
    program = app()
    if request.method == "POST":
        file = request.FILES.get("file")
        text = adverts.read(program, file.read()).text if file else request.POST.get("advert", "")
        found = adverts.keep(program, text)
    else:
        found = adverts.examined(program, profile(program).advert)
    named = [(one, [(topic, topic_title(program, topic)) for topic in found.topics[one.skill.id]]) for one in found.demands]
    context = {"advert": found, "covered": [pair for pair in named if pair[1]], "rest": [pair for pair in named if not pair[1]]}
    return render(request, "study/advert.html", context)
