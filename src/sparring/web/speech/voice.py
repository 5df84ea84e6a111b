"""The interviewer's voice: questions as sound, and how the candidate wants to hear them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from sparring.core.problem import UsageError
from sparring.core.text import Language, Message
from sparring.usecases.english import glossary
from sparring.usecases.voice.aloud import aloud
from sparring.usecases.voice.choice import NOISES, SOURCES, SPEEDS, choose_voice, voice_choice
from sparring.usecases.voice.speaking import machine_voices, spoken, voices_folder
from sparring.web.request import Request, app
from sparring.web.speech.sending import sound
from sparring.web.taken import opened
from sparring.web.talk import talk
from sparring.web.written import language_of


@require_GET
def exercise_aloud(request: Request, name: str) -> HttpResponse:
    """An exercise's question as a WAV file, in `?lang=` or the page's language."""
    wanted: Language = "it" if request.GET.get("lang", request.words.language) == "it" else "en"
    prompt = app().exercise(name).prompt
    return _said(request, prompt.to(wanted), "it" if language_of(prompt, wanted) == "it" else "en")


@require_GET
def term_aloud(request: Request) -> HttpResponse:
    """A term of the glossary as a WAV file."""
    wanted = request.GET.get("term", "")[:100].strip().lower()
    term = next((one.term for one in glossary(app(), wanted) if one.term.lower() == wanted), None)
    if term is None:
        raise UsageError(Message("web.voice.no-term"))
    return _said(request, term, "en")


@require_GET
def turn_aloud(request: Request, key: str, number: int) -> HttpResponse:
    """The `number`-th thing that was said in the current round of an interview, as a WAV file."""
    found = opened(key)
    turns = [] if found.over() else talk(found)
    if not number < len(turns) or turns[number].kind not in ("question", "hint", "follow-up"):
        raise UsageError(Message("web.voice.no-turn"))
    return _said(request, turns[number].text, found.language)


def _said(request: Request, text: str, language: Language) -> HttpResponse:
    made = spoken(app(), aloud(text, language), voice_choice(app()))
    return sound(made, "audio/wav", request.headers.get("range", ""))


@require_POST
def voice(request: Request) -> HttpResponse:
    """Store how the interviewer is to be heard."""
    choose_voice(app(), {name: str(value) for name, value in request.POST.items()})
    return redirect(reverse("settings") + "?saved=1#voice")


def fields() -> dict[str, Any]:
    """What the settings show of the voice."""
    speeds = [(speed, round(100 * speed)) for speed in SPEEDS]
    more = {"sources": SOURCES, "speeds": speeds, "noises": NOISES, "folder": voices_folder(app())}
    return {"choice": voice_choice(app()), "voices": machine_voices(app()), **more}
