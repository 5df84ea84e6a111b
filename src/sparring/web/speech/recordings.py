"""Recordings in the page: brought in, replayed, listed, deleted."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sparring.config.folders import requirements
from sparring.core.exercise import short_id
from sparring.core.problem import UsageError
from sparring.core.speech import Recorded
from sparring.core.text import Language, Message
from sparring.usecases import desk
from sparring.usecases.installing import begin, under_way
from sparring.usecases.speech import course, spoken, takes
from sparring.usecases.speech import recordings as kept
from sparring.usecases.speech.listening import heard_instead
from sparring.usecases.speech.ready import NAME, ready
from sparring.web.request import Request, app
from sparring.web.speech import hearing
from sparring.web.speech.drawing import Drawn, drawn
from sparring.web.speech.sending import sound
from sparring.web.taken import opened, write_words

ALOUD = "aloud"
"""The part of what is said while an answer is made."""


@require_http_methods(["GET", "POST"])
def recordings(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """All recordings; or bring one in."""
    if request.method == "POST":
        return _brought_in(request)
    lines = [(line, app().library.exercises.get(line.recorded.exercise), bool(line.recorded.file)) for line in kept.listed(app())]
    held = sum(line.recorded.bytes for line, _, there in lines if there)
    return render(
        request,
        "speech/recordings.html",
        {"lines": lines, "held": held, "keeps": kept.keeps(app()), "ready": ready(app()), "installing": under_way(NAME)},
    )


def _brought_in(request: Request) -> HttpResponse:
    """Store a recording and lay it beside the answer. The page's script listens to it afterwards; without script it is listened to now, and its words are written down."""
    file = request.FILES.get("sound")
    if not isinstance(file, UploadedFile):
        raise UsageError(Message("web.recorder.no-file"))
    exercise, part, interview = (request.POST.get(name, "")[:200] for name in ("exercise", "part", "interview"))
    language: Language = "it" if request.POST.get("spoken") == "it" else "en"
    deeds = course.read(request.POST["course"]) if "course" in request.POST else None
    _check(part, exercise, interview)
    recorded = kept.add(app(), file.read(), exercise=exercise, part=part, name=file.name or "")
    app().records.choose(takes.SPOKEN, language)
    if deeds:
        course.keep(app(), recorded.key, *deeds)
        course.belongs(app(), recorded.key, deeds[1])
    place = _place(exercise, interview)
    if place and part and not deeds:
        takes.lay(app(), place, part, recorded.key)
    if request.headers.get("accept") == "application/json":
        able = ready(app())
        words = "" if able.installed else request.words("speech.not-installed", megabytes=able.megabytes)
        return JsonResponse({"key": recorded.key, "replay": reverse("recording-replay", args=[recorded.key]), "missing": words})
    return _heard_at_once(recorded, language, interview)


def _check(part: str, exercise: str, interview: str) -> None:
    """UsageError for a part that the answer does not have: the words would be laid where nobody ever looks."""
    found = opened(interview) if interview else None
    asked = (None if found.over() else found.exercise()) if found else app().exercise(exercise) if exercise else None
    known = {"", ALOUD, *(slot.name for slot in asked.slots)} if asked else {"", ALOUD}
    if part not in known and not (found and found.over()):
        raise UsageError(Message("web.recorder.no-part", {"part": part[:60]}))


def _place(exercise: str, interview: str) -> str:
    """Where the answer is being made: an interview's round, an exercise's desk, '' for neither."""
    if interview:
        found = opened(interview)
        return "" if found.over() else f"{found.id}:{found.state.position}"
    return f"exercise:{app().exercise(exercise).id}" if exercise else ""


def _heard_at_once(recorded: Recorded, language: Language, interview: str) -> HttpResponse:
    """Without script: the words go behind what is written already, and the page comes back; else the recording's own page says what became of it."""
    if not ready(app()).installed:
        return redirect("recording", key=recorded.key)
    found = hearing.hear_now(recorded.key, language)
    text = spoken.text_of(found.recorded.heard) if found.recorded and found.recorded.heard else ""
    if not text or not recorded.part:
        return redirect("recording", key=recorded.key)
    if interview:
        write_words(opened(interview), recorded.part, text)
        return redirect("interview", key=interview)
    exercise = app().exercise(recorded.exercise)
    lying = desk.desk(app(), exercise).texts.get(recorded.part, "").strip()
    desk.write(app(), exercise, {recorded.part: f"{lying}\n\n{text}".strip()}, None)
    return HttpResponseRedirect(reverse("exercise", kwargs={"name": short_id(exercise.id)}) + f"#slot-{recorded.part}")


@require_POST
def recorder_ready(request: Request) -> HttpResponse:  # noqa: ARG001 - a view's signature
    """A recorder was started: what will listen gets ready."""
    hearing.make_ready()
    return HttpResponse(status=204)


@require_http_methods(["GET", "POST"])
def speech_install(request: Request) -> HttpResponse:
    """Install what writes down what is said, after a yes; or how far it is, as a piece of the page."""
    if request.method == "POST":
        if not ready(app()).installed:
            begin(requirements(), NAME)
        return redirect(reverse("recordings") + "#install")
    return render(request, "speech/install.html", {"ready": ready(app()), "installing": under_way(NAME)})


@require_POST
def recordings_keep(request: Request) -> HttpResponse:
    """Choose whether the sound of recordings is kept."""
    kept.keep(app(), bool(request.POST.get("keep")))
    return redirect("recordings")


@require_POST
def recordings_delete(request: Request) -> HttpResponse:  # noqa: ARG001 - a view's signature
    """Delete all recordings."""
    for line in kept.table(app()).list(most=1_000_000):
        course.forget(app(), line.recorded.key)
    kept.delete_all(app())
    return redirect("recordings")


@require_http_methods(["GET", "POST"])
def recording(request: Request, key: str, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """One recording with its words; or delete it, or listen to it now."""
    if request.method == "POST":
        if "remove" in request.POST:
            kept.delete(app(), key)
            course.forget(app(), key)
            return redirect("recordings")
        kept.recording(app(), key)
        hearing.hear_now(key, "it" if request.POST.get("spoken") == "it" else "en")
        return redirect("recording", key=key)
    return render(request, "speech/recording.html", _context(request, kept.recording(app(), key)))


def _context(request: Request, recorded: Recorded) -> dict[str, Any]:
    able = ready(app())
    missing = "" if able.installed else request.words("speech.not-installed", megabytes=able.megabytes)
    trouble = spoken.trouble(recorded.heard) if recorded.heard and recorded.heard.trouble else None
    return {
        "recorded": recorded,
        "course": course_of(recorded.key),
        "trouble": trouble,
        "instead": heard_instead(recorded.heard) if recorded.heard else None,
        "exercise": app().library.exercises.get(recorded.exercise),
        "missing": missing,
    }


def course_of(key: str) -> Drawn | None:
    """What was done while the recorder ran beside an editor; None for other recordings."""
    found = course.course(app(), key)
    return drawn(found, kept.recording(app(), key).heard is not None) if found else None


@require_GET
def recording_replay(request: Request, key: str) -> HttpResponse:
    """The player with its words, as a piece of a page."""
    return render(request, "speech/replay.html", {"recorded": kept.recording(app(), key), "course": course_of(key)})


@require_GET
def recording_sound(request: Request, key: str) -> HttpResponse:
    """The sound itself, or the stretch of it that the player asks for."""
    path, kind = kept.sound_file(app(), key)
    return sound(path.read_bytes(), kind, request.headers.get("range", ""))
