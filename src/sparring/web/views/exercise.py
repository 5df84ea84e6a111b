"""An exercise on the desk: its prompt, the answer, and below it the verdict."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from sparring.core.exercise import Exercise, short_id
from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.judge.growth import CLASSES
from sparring.records.values import ConflictError
from sparring.usecases import desk
from sparring.usecases.asides import asides, chosen, set_aside, settled
from sparring.usecases.history import overview
from sparring.usecases.onward import onward
from sparring.usecases.practice import give_up, try_out, whole
from sparring.usecases.profile import profile
from sparring.usecases.revealed import was as was_revealed
from sparring.usecases.speech import course, takes
from sparring.web import forms
from sparring.web.program import program
from sparring.web.request import Request, app, by_script
from sparring.web.verdicts import Shown, revealed, shown, stored


@require_http_methods(["GET", "POST"])
def exercise(request: Request, name: str, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """Show the exercise, or do what its form asks for."""
    found = app().exercise(name)
    if request.method == "GET":
        return _shown_again(request, found)
    written = forms.texts(request, found)
    match request.POST.get("action"):
        case "hint":
            return _hint(request, found, written)
        case "give-up":
            return _give_up(request, found)
        case "restart":
            desk.clear(app(), found)
            _lay(found, {slot.name: "" for slot in found.slots if slot.aloud})
            return _to(found)
        case "pass-over" if found.stepped:
            return _pass_over(request, found, written)
        case "run" if found.can_run:
            return _run(request, found, written)
        case "submit" | None:
            return _submit(request, found, written)
        case _:
            raise UsageError(Message("web.error.bad"))


def _shown_again(request: Request, found: Exercise[Any]) -> HttpResponse:
    """The page as it stands; with `?attempt=` the verdict of an attempt, and its text if it passed."""
    record = app().records.attempt(request.GET.get("attempt", ""))
    if record is None or record.exercise != found.id:
        desk.sit_down(app(), found)
        return _page(request, found, {})
    if not record.verdict.passed:
        desk.sit_down(app(), found)
    texts = forms.parts(record.answer) if record.verdict.passed else {}
    if "gave-up" in request.GET and was_revealed(app(), found):
        return _page(request, found, texts, revealed(found, whole(app(), found, record.answer), request.words))
    return _page(request, found, texts, stored(app(), record, request.words))


def _page(
    request: Request, found: Exercise[Any], texts: Mapping[str, str], verdict: Shown | None = None, status: int = 200
) -> HttpResponse:
    lying = desk.desk(app(), found)
    more = {
        "asides": asides(app(), found.id),
        "aside_place": found.id,
        "plain": profile(app()).plain,
        "tried": overview(app()).attempts_of(found.id),
        "focus_answer": "next" in request.GET,
    }
    return render(request, "exercise.html", _context(found, {**lying.texts, **texts}, verdict) | more, status=status)


def _context(found: Exercise[Any], texts: Mapping[str, str], verdict: Shown | None) -> dict[str, Any]:
    topics, lying = app().library.topics, desk.desk(app(), found)
    over = bool(verdict and verdict.verdict.passed and not verdict.run)
    return {
        "desk": lying,
        "asked_so_far": lying.asked,
        "limit": found.minutes * 60,
        "seconds": lying.solved if over else lying.seconds,
        "running": lying.running and not over,
        "onward": onward(app(), found) if verdict and verdict.verdict.counts and not verdict.run else None,
        "exercise": found,
        "place": f"exercise:{found.id}",
        "slots": [(slot, texts.get(slot.name, "")) for slot in found.slots],
        "topics": [topics[topic] for topic in found.topics if topic in topics],
        "shown": verdict,
        "key": app().new_id(),
        "growth_classes": CLASSES,
    }


def _hint(request: Request, found: Exercise[Any], written: Mapping[str, str]) -> HttpResponse:
    forms.refuse_too_large(found, written)
    desk.write(app(), found, written, None)
    desk.take_hint(app(), found)
    if not by_script(request):
        return _to(found, "#hints")
    response = _pieces(request, found, None)
    response.headers["HX-Reswap"] = "none"
    return response


def _pass_over(request: Request, found: Exercise[Any], written: Mapping[str, str]) -> HttpResponse:
    """Leave the requirement that is asked now, and see the next."""
    forms.refuse_too_large(found, written)
    desk.write(app(), found, written, None)
    desk.skip(app(), found)
    if not by_script(request):
        return _to(found, "#asked")
    response = _pieces(request, found, None)
    response.headers["HX-Reswap"] = "none"
    return response


def _run(request: Request, found: Exercise[Any], written: Mapping[str, str]) -> HttpResponse:
    if forms.too_large(found, written):
        return _refused(request, found, written)
    desk.write(app(), found, written, None)
    with program().busy_with(request.POST.get("key", "")):
        result = desk.run(app(), found, forms.raw(found, written, request.words.language))
    return _judged(request, found, written, shown(found, result, request.words, run=True))


def _submit(request: Request, found: Exercise[Any], written: Mapping[str, str]) -> HttpResponse:
    if forms.too_large(found, written):
        return _refused(request, found, written)
    desk.write(app(), found, written, None)
    key = request.POST.get("key", "")
    with program().busy_with(key):
        said = forms.said(request, found)
        raw = takes.taken(app(), forms.raw(found, written, request.words.language), said)
        submission = forms.submission_id(found.id, key, forms.told(request, found))
        result = desk.hand_in(app(), found, raw, submission, forms.claim(request), program().tell(key))
        takes.handed_in(app(), said, result.attempt)
        course.handed_in(app(), found.id, result.attempt)
        settled(app(), found.id, written.values())
        if result.verdict.passed:
            _lay(found, dict.fromkeys(said, ""))
    if result.attempt and not by_script(request):
        return _to(found, f"?attempt={result.attempt}#verdict")
    number = overview(app()).attempts_of(found.id) if result.attempt else 0
    response = _judged(request, found, written, shown(found, result, request.words, number=number))
    if result.attempt and result.verdict.passed:  # the desk is cleared: who comes back to the page finds what they handed in
        response.headers["HX-Replace-Url"] = _address(found, f"?attempt={result.attempt}")
    return response


def _give_up(request: Request, found: Exercise[Any]) -> HttpResponse:
    """Show what the exercise reveals; what is handed in from now on does not count for a while."""
    with program().busy_with(request.POST.get("key", "")):
        result = give_up(app(), found)
    if result is None:
        return _to(found)
    if not by_script(request):
        return _to(found, f"?attempt={app().records.attempts(found.id, 1)[0].id}&gave-up=1#verdict")
    return _judged(request, found, {}, revealed(found, result.verdict, request.words))


def _refused(request: Request, found: Exercise[Any], written: Mapping[str, str]) -> HttpResponse:
    """Too long to be read: said as a verdict that does not count; the text stays in the page and is not kept as a draft."""
    result = try_out(app(), found, forms.raw(found, written, request.words.language))
    return _judged(request, found, written, shown(found, result, request.words), 413)


def _judged(request: Request, found: Exercise[Any], written: Mapping[str, str], verdict: Shown, status: int = 200) -> HttpResponse:
    if by_script(request):
        return _pieces(request, found, verdict)
    return _page(request, found, written, verdict, status)


def _pieces(request: Request, found: Exercise[Any], verdict: Shown | None) -> HttpResponse:
    """What changed in the page: the verdict, the hints, the form's numbers."""
    beside = {"asides": asides(app(), found.id), "aside_place": found.id, "pieces": True}
    return render(request, "exercise/pieces.html", _context(found, {}, verdict) | beside)


def _to(found: Exercise[Any], more: str = "") -> HttpResponse:
    return HttpResponseRedirect(_address(found, more))


def _address(found: Exercise[Any], more: str) -> str:
    return reverse("exercise", kwargs={"name": short_id(found.id)}) + more


@require_POST
def left(request: Request, name: str) -> HttpResponse:  # noqa: ARG001 - a view's signature
    """The page was closed or left: its clock stops."""
    desk.get_up(app(), app().exercise(name))
    return HttpResponse(status=204)


@require_POST
def draft(request: Request, name: str) -> HttpResponse:
    """Keep what is being written; 409 with today's number if another window has written since."""
    found = app().exercise(name)
    written = forms.texts(request, found)
    forms.refuse_too_large(found, written)
    if "over" in request.POST:
        chosen(app(), found.id, forms.window(request))
        set_aside(app(), found.id, "", desk.written(app(), found).values())
    try:
        saved = desk.write(app(), found, written, forms.number(request, "seq"))
    except ConflictError:
        set_aside(app(), found.id, forms.window(request), written.values())
        return JsonResponse({"seq": desk.desk(app(), found).seq}, status=409)
    _lay(found, forms.takes(request, found))
    return JsonResponse({"seq": saved})


def _lay(found: Exercise[Any], keys: Mapping[str, str]) -> None:
    """Lay recordings beside the parts of the answer."""
    for part, key in keys.items():
        takes.lay(app(), f"exercise:{found.id}", part, key)
