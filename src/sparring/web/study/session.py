"""Today's session, a step a page: the card, its answer, the candidate's word on it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.mastery.memory import Grade
from sparring.session.study import Step
from sparring.usecases.app import App
from sparring.usecases.study import cards
from sparring.usecases.study.days import MOCK
from sparring.usecases.study.items import CARD_KINDS, OWN
from sparring.usecases.study.present import title_of, titles_of
from sparring.usecases.study.today import answered, is_told_apart, previews, session, skipped
from sparring.web.request import Request, app

LEAST, MOST = 1, 600


@require_http_methods(["GET", "POST"])
def study(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The next step; with a rating, note it and go on; with `show` its answer, beside what was said before."""
    if request.method == "POST" and "show" not in request.POST:
        item = request.POST.get("item", "")
        if "skip" in request.POST:
            skipped(app(), item)
        else:
            answered(app(), item, _grade(request.POST.get("grade", "")))
        return redirect("study")
    found = session(app())
    if not found.left:
        return render(request, "study/done.html", {"session": found})
    step = found.left[0]
    place: dict[str, Any] = {"number": len(found.steps) - len(found.left) + 1, "total": len(found.steps), "step": step}
    place["done"] = [
        title.to(request.words.language)
        for title in titles_of(app(), [one.item for one in found.steps if found.mark(one.item) in ("done", "missed")]).values()
    ]
    place["speak"] = "en" if step.what == "english" else request.words.language
    here_still = request.method == "GET" or request.POST.get("item", "") == step.item  # another window may have gone on
    asked = here_still and ("show" in request.GET or "show" in request.POST)
    place["said"] = request.POST.get("said", "").strip() if asked else ""
    return render(request, "study/step.html", place | _shown(app(), step, shown=asked))


def _grade(name: str) -> Grade:
    if name.upper() not in Grade.__members__:
        raise UsageError(Message("study.no-grade", {"value": name[:40]}))
    return Grade[name.upper()]


def _shown(program: App, step: Step, *, shown: bool) -> dict[str, Any]:
    """What a step shows: a card's sides and when it would come back, or where the exercise is."""
    title = title_of(program, step.item)
    if step.item == MOCK:
        return {"title": title, "mock": True}
    if step.item.startswith(OWN):
        record = cards.card(program, step.item)
        media = {name: reverse("cards-media", args=[stored]) for name, stored in cards.media_of(record).items()}
        more = {
            "front": record.front,
            "backs": [record.back],
            "media": media,
            "own": True,
            "key": step.item.removeprefix(OWN),
            "trained": cards.exercise_of(program, record),
        }
        return {"title": title, "shown": shown, **_grades(program, step.item)} | more
    exercise = program.exercise(step.item)
    if exercise.kind not in CARD_KINDS:
        return {"title": title, "exercise": exercise}
    backs = [section.body for section in exercise.reveal if not section.is_code]
    return {
        "title": title,
        "front": exercise.prompt,
        "backs": backs,
        "exercise": exercise,
        "card": True,
        "shown": shown,
        **_grades(program, step.item),
    }


def _grades(program: App, item: str) -> dict[str, Any]:
    coming = previews(program, item)
    return {"grades": [(grade.name.lower(), days) for grade, days in coming.items()], "alike": not is_told_apart(coming)}


@require_POST
def minutes(request: Request) -> HttpResponse:
    """Compose today anew for other minutes; what is done stays done."""
    text = request.POST.get("minutes", "").strip()
    if not text.isdecimal() or not LEAST <= int(text) <= MOST:
        raise UsageError(Message("profile.no-minutes", {"value": text[:40]}))
    session(app(), int(text))
    return redirect("today")
