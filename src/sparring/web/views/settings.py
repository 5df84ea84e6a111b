"""The first three questions, the language, the settings."""

from urllib.parse import urlsplit

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

import sparring
from sparring.core.problem import UsageError
from sparring.core.text import LANGUAGES, Message, Saying
from sparring.usecases.asides import asides, throw_away
from sparring.usecases.browse import next_exercise
from sparring.usecases.history import standings
from sparring.usecases.profile import introduce, profile, speak
from sparring.web import said
from sparring.web.cookies import LANGUAGE_COOKIE
from sparring.web.program import program
from sparring.web.request import Request, app
from sparring.web.speech import voice

YEAR = 365 * 24 * 3600
MINUTES = (15, 35, 60)


@require_http_methods(["GET", "POST"])
def welcome(request: Request) -> HttpResponse:
    """Three fields that can be skipped, then straight into one good question."""
    if request.method == "GET":
        return render(request, "welcome.html", {"minutes": MINUTES, "form": {}})
    problem = _introduced(request, skip="skip" in request.POST)
    if problem:
        return render(request, "welcome.html", {"minutes": MINUTES, "form": request.POST, "problem": problem}, status=400)
    found = app()
    first = next_exercise(found, standings(found), profile(found).advert)
    return redirect("exercise", name=first.id.removeprefix("core:")) if first else redirect("today")


@require_http_methods(["GET", "POST"])
def settings(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """What was told at the beginning, to be changed; where everything lies."""
    problem = _introduced(request) if request.method == "POST" else None
    if request.method == "POST" and not problem:
        return redirect(reverse("settings") + "?saved=1")
    who = profile(app())
    form = request.POST if problem else {"day": who.day.isoformat() if who.day else "", "minutes": who.minutes or "", "advert": who.advert}
    context = {"form": form, "plain": who.plain, "problem": problem, "saved": "saved" in request.GET}
    more = {"voice": voice.fields(), "folder": app().data, "packs": app().library.packs, "version": sparring.__version__}
    return render(request, "settings.html", context | more, status=400 if problem else 200)


def _introduced(request: Request, *, skip: bool = False) -> Saying | None:
    """Store the form; what is wrong with it, or None."""
    form = {} if skip else request.POST
    try:
        introduce(
            app(), day=form.get("day", ""), minutes=form.get("minutes", ""), advert=form.get("advert", ""), plain=bool(form.get("plain"))
        )
    except UsageError as error:
        return error.saying
    return None


@require_POST
def sign_out(request: Request) -> HttpResponse:
    """Send away every browser that was let in, this one too: stolen or forgotten, no cookie opens anything any more."""
    access = program().access
    if access:
        access.sign_out_everywhere()
    return HttpResponse(said.page(request.words.language, "out", 200))


@require_POST
def language(request: Request) -> HttpResponse:
    """Switch the language of the page, for good, and stay where one is; UsageError for one that is not spoken."""
    asked = request.POST.get("language", "")
    wanted = next((known for known in LANGUAGES if known == asked), None)
    if wanted is None:
        raise UsageError(Message("web.settings.no-language", {"value": asked[:40], "known": ", ".join(LANGUAGES)}))
    response = HttpResponseRedirect(_own(request.POST.get("next", "")))
    response.set_cookie(LANGUAGE_COOKIE, wanted, max_age=YEAR, httponly=True, samesite="Strict")
    speak(app(), wanted)
    if access := program().access:
        access.language = wanted
    return response


@require_POST
def drop_asides(request: Request) -> HttpResponse:
    """Throw away what other windows wrote beside an answer, and stay where one is."""
    place = request.POST.get("place", "")
    if asides(app(), place[:150]):
        throw_away(app(), place)
    return HttpResponseRedirect(_own(request.POST.get("next", "")))


def _own(address: str) -> str:
    """An address of ours, else the first page."""
    parts = urlsplit(address)
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) and not parts.netloc else reverse("today")
