"""Taking an interview in the page: choosing one, then one calm page that shows the round being played."""

import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from weakref import WeakValueDictionary

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from sparring.content.schema import LENGTHS, InterviewPlan
from sparring.core.exercise import LEVELS
from sparring.core.problem import UsageError
from sparring.core.text import LANGUAGES, Language, Message
from sparring.judge.growth import CLASSES
from sparring.records.values import ConflictError
from sparring.usecases import interviews as taking
from sparring.usecases.asides import asides, chosen, set_aside, settled
from sparring.usecases.composing import USUAL_MINUTES, compose
from sparring.usecases.fitting import preferred
from sparring.usecases.history import overview
from sparring.usecases.interviews import Interview
from sparring.usecases.practice import whole
from sparring.usecases.profile import profile
from sparring.usecases.speech import course, takes
from sparring.web import forms
from sparring.web.program import program
from sparring.web.request import Request, app, by_script
from sparring.web.taken import key_of, opened, write
from sparring.web.talk import talk
from sparring.web.verdicts import Shown, revealed, shown, stored

SILENCE = timedelta(seconds=60)
"""An interview whose page gave no sign for so long was left: its clock stopped with the last sign."""
LISTED = 20
EDITORS = ("full", "plain")
MOST_PLAN = 200
OWN = "own"
"""The plan that is put together from role, level and length."""
_beginning = threading.Lock()
_submitting: WeakValueDictionary[str, threading.Lock] = WeakValueDictionary()
"""One submission of an interview at a time: the same form sent twice at once waits for the first's verdict."""


@require_http_methods(["GET", "POST"])
def choose(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The interviews that can be taken, and those that were."""
    if request.method == "POST":
        return redirect("interview", key=_begun(request))
    own, roles = _own(request.GET), app().library.roles
    plans = [(plan, sum(part.minutes for part in plan.rounds)) for plan in app().library.plans.values()]
    who, taken = profile(app()), overview(app()).interviews(LISTED)
    context = {"open": [line for line in taken if not line.finished], "taken": [line for line in taken if line.finished]}
    more = {"plans": plans, "plain": who.plain, "chosen": preferred(app(), who.advert), "key": app().new_id()}
    more |= {"own": own, "own_chosen": "role" in request.GET, "roles": roles, "levels": LEVELS, "lengths": LENGTHS}
    return render(request, "interviews.html", context | more)


def _own(asked: Mapping[str, Any]) -> tuple[InterviewPlan, int, int] | None:
    """The interview of the role, level and length that are asked for, the minutes that were asked for and those it takes; None where no pack has roles."""
    if not app().library.roles:
        return None
    minutes = str(asked.get("minutes", "") or USUAL_MINUTES)
    wanted = int(minutes) if minutes.isdecimal() and len(minutes) < forms.MOST_DIGITS else 0
    plan = compose(app(), asked.get("role") or None, asked.get("level") or None, wanted)
    return plan, wanted, sum(part.minutes for part in plan.rounds)


def _plan(request: Request) -> str | None:
    """The id of the plan that the form asks for; None: the first one."""
    own = _own(request.POST) if request.POST.get("plan") == OWN else None
    return own[0].id if own else request.POST.get("plan", "")[:MOST_PLAN] or None


def _begun(request: Request) -> str:
    """The id of the interview that the form begins: the same form sent twice begins one."""
    language: Language = "it" if forms.chosen(request, "language", LANGUAGES) == "it" else "en"
    editor = forms.chosen(request, "editor", EDITORS)
    pressed = request.POST.get("key", "")
    key = forms.submission_id("interviews", pressed, {}) if pressed else app().new_id()
    with _beginning:
        if app().records.interview(key) is None:
            taking.start(app(), _plan(request), language, key)
            app().records.save_draft(f"{key}:editor", editor, app().clock.now())
    return key


@require_http_methods(["GET", "POST"])
def interview(request: Request, key: str, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The round that is being played; or do what one of its forms asks for."""
    found = opened(key)
    if request.method == "POST":
        return _act(request, found)
    if found.over():
        return redirect("scorecard", key=key)
    found = _caught_up(found, SILENCE)
    return render(request, "interview.html", _context(request, found))


def _caught_up(found: Interview, silence: timedelta | None = None) -> Interview:
    """The interview with its clock set right, if the program or the page was away for a while."""
    alive, now = found.record.alive_at, app().clock.now()
    away = alive < program().opened or (silence is not None and now - alive > silence)
    if found.state.running_since is None or not away:
        return found
    taking.recover(app(), found)
    found.resume()
    return opened(found.id)


def _act(request: Request, found: Interview) -> HttpResponse:
    action = request.POST.get("action", "submit")
    if action == "pause":
        found.pause()
        return _to(found)
    if action == "resume":
        if found.state.running_since is None:  # resuming what runs would wind its clock back
            found.resume()
        return _to(found)
    if action == "submit":
        with _submitting.setdefault(found.id, threading.Lock()):
            found = opened(found.id)
            return _again(request, found) if _known(request, found) else _step(request, found, action)
    return _step(request, found, action)


def _known(request: Request, found: Interview) -> bool:
    """Whether this very form was handed in before, in whatever round."""
    key = request.POST.get("key", "")
    return any(
        forms.submission_id(found.id, key, forms.told(request, found.exercise(number))) in part.submissions
        for number, part in enumerate(found.state.rounds)
        if part.submissions
    )


def _again(request: Request, found: Interview) -> HttpResponse:
    """Sent twice: answered as the first time, nothing is done."""
    return _to(found) if found.over() else _changed(request, found)


def _step(request: Request, found: Interview, action: str) -> HttpResponse:
    if found.over() or forms.number(request, "at") != found.state.seq:
        set_aside(app(), _beside(found, request), forms.window(request) or app().new_id(), forms.kept(request))
        raise ConflictError(Message("records.conflict"))
    found = _caught_up(found)
    steps: Mapping[str, Callable[[Request, Interview], HttpResponse]] = {
        "hint": _hint,
        "pass-over": _pass_over,
        "run": _run,
        "submit": _submit,
        "reply": _reply,
        "next": _next,
        "skip": _skip,
        "end": _end,
    }
    if action not in steps:
        raise UsageError(Message("web.error.bad"))
    return steps[action](request, found)


def _hint(request: Request, found: Interview) -> HttpResponse:
    return _beside_what_is_written(request, found, found.hint)


def _pass_over(request: Request, found: Interview) -> HttpResponse:
    return _beside_what_is_written(request, found, found.pass_over)


def _beside_what_is_written(request: Request, found: Interview, step: Callable[[], object]) -> HttpResponse:
    """Keep the draft, take the step, and show the talk anew without touching the fields."""
    written, exercise = forms.texts(request, found.exercise()), found.exercise()
    forms.refuse_too_large(exercise, written)
    write(found, written, None)
    step()
    response = _changed(request, found)
    response.headers["HX-Reswap"] = "none"
    return response


def _run(request: Request, found: Interview) -> HttpResponse:
    written, exercise = forms.texts(request, found.exercise()), found.exercise()
    if not forms.too_large(exercise, written):
        write(found, written, None)
    with program().busy_with(request.POST.get("key", "")):
        result = found.try_out(forms.raw(exercise, written, found.language))
    return _changed(request, found, shown(exercise, result, request.words, run=True))


def _submit(request: Request, found: Interview) -> HttpResponse:
    written, exercise = forms.texts(request, found.exercise()), found.exercise()
    if not forms.too_large(exercise, written):
        write(found, written, None)
    key, claim = request.POST.get("key", ""), forms.claim(request)
    if claim:
        found.claim(claim)
    with program().busy_with(key):
        said = forms.said(request, exercise)
        raw = takes.taken(app(), forms.raw(exercise, written, found.language), said)
        result = found.submit(raw, forms.submission_id(found.id, key, forms.told(request, exercise)), program().tell(key))
        takes.handed_in(app(), said, result.attempt)
        course.handed_in(app(), exercise.id, result.attempt)
    settled(app(), _beside(found), written.values())
    current = found.state.current
    own = app().records.marks(result.attempt) if result.attempt else ()
    verdict = shown(exercise, result, request.words, number=len(current.submissions) if current else 0, marks=own)
    return _changed(request, found, verdict)


def _reply(request: Request, found: Interview) -> HttpResponse:
    found.reply(forms.bounded(request, "reply").strip())
    return _changed(request, found)


def _next(request: Request, found: Interview) -> HttpResponse:  # noqa: ARG001 - the steps' signature
    _keep_notes(found)
    found.next_round()
    return _to(found)


def _skip(request: Request, found: Interview) -> HttpResponse:  # noqa: ARG001 - the steps' signature
    _keep_notes(found)
    found.skip()
    return _to(found)


def _end(request: Request, found: Interview) -> HttpResponse:  # noqa: ARG001 - the steps' signature
    _keep_notes(found, last=True)
    found.finish()
    return _to(found)


def _keep_notes(found: Interview, *, last: bool = False) -> None:
    """The notes go onto the scorecard when the last round is left."""
    text = app().records.draft(f"{found.id}:notes").text.strip()
    if text and (last or found.state.position == len(found.state.rounds) - 1):
        found.note(text)


def _to(found: Interview) -> HttpResponse:
    return HttpResponseRedirect(reverse("interview", kwargs={"key": found.id}))


def _changed(request: Request, found: Interview, verdict: Shown | None = None) -> HttpResponse:
    """The pieces that changed; without script the page again, with what a run showed."""
    again = opened(found.id)
    if by_script(request):
        handed_in = verdict is not None and not verdict.run
        return render(request, "interview/pieces.html", _context(request, again, verdict) | {"pieces": True, "handed_in": handed_in})
    if verdict is None or verdict.attempt:
        return _to(found)
    context = _context(request, again, verdict)
    written = forms.texts(request, again.exercise())
    context["slots"] = [(slot, written.get(slot.name, text)) for slot, text in context["slots"]]
    return render(request, "interview.html", context)


def _context(request: Request, found: Interview, verdict: Shown | None = None) -> dict[str, Any]:
    """What the page shows. `shown`: the verdict just given, else the round's last one."""
    state, records = found.state, app().records
    current = state.current
    assert current is not None
    exercise, now, turns = found.exercise(), app().clock.now(), talk(found)
    asked = next((turn for turn in turns if turn.waits), None)
    drafts = {slot.name: records.draft(key_of(found, slot.name)) for slot in exercise.slots}
    return {
        "interview": found,
        "place": f"{found.id}:{state.position}",
        "state": state,
        "current": current,
        "exercise": exercise,
        "tongue": found.language,
        "growth_classes": CLASSES,
        "rounds": state.rounds,
        "slots": [(slot, drafts[slot.name].text if drafts[slot.name].seq else slot.starter) for slot in exercise.slots],
        "seq": drafts[exercise.slots[0].name].seq if exercise.slots else 0,
        "talk": turns,
        "asked_so_far": found.asked,
        "asked": asked,
        "heard_at": _aloud(found, 0),
        "asked_at": _aloud(found, turns.index(asked)) if asked else "",
        "shown": _verdict(request, found, verdict),
        "done": found.done,
        "answered": found.answered,
        "unheard": found.unheard,
        "provable": found.provable,
        "hold_back": bool(asked) or found.provable,
        "hints_left": max(0, len(exercise.hints) - current.hints),
        "seconds": int(state.round_seconds(now)),
        "limit": current.minutes * 60,
        "plain": records.draft(f"{found.id}:editor").text == "plain",
        "notes": records.draft(f"{found.id}:notes"),
        "notes_asides": asides(app(), f"{found.id}:notes"),
        "asides": asides(app(), _beside(found)),
        "aside_place": _beside(found),
        "key": app().new_id(),
    }


def _aloud(found: Interview, number: int) -> str:
    """Where a turn of the talk is said aloud."""
    return reverse("turn-aloud", kwargs={"key": found.id, "number": number})


def _verdict(request: Request, found: Interview, fresh: Shown | None) -> Shown | None:
    """The verdict just given, else the round's last one; with everything to see once the round has nothing more to ask."""
    current, exercise = found.state.current, found.exercise()
    if current is None or current.attempt is None or (fresh and (fresh.run or fresh.attempt is None)):
        return fresh
    record = app().records.attempt(current.attempt)
    if record is None:
        return fresh
    if exercise.answer_once and not record.verdict.passed and found.done and not current.pending:
        program().ready.wait()
        return revealed(exercise, whole(app(), exercise, record.answer), request.words)
    return fresh or stored(app(), record, request.words)


def _beside(found: Interview, request: Request | None = None) -> str:
    """The place of what other windows wrote: the question that a form belongs to, the current one without a form."""
    last = len(found.state.rounds) - 1
    number = forms.number(request, "round") if request and "round" in request.POST else None
    return f"{found.id}:{min(last, max(0, found.state.position if number is None else number))}"


@require_POST
def draft(request: Request, key: str) -> HttpResponse:
    """Keep what is being written in the current round; 409 if another window has written since, or the round is over."""
    found = opened(key)
    exercise = None if found.over() else found.exercise()
    if exercise is None or forms.number(request, "round") != found.state.position:
        set_aside(app(), _beside(found, request), forms.window(request), forms.kept(request))
        return JsonResponse({"seq": -1}, status=409)
    written = forms.texts(request, exercise)
    forms.refuse_too_large(exercise, written)
    if "over" in request.POST:
        chosen(app(), _beside(found), forms.window(request))
        set_aside(app(), _beside(found), "", (app().records.draft(key_of(found, name)).text for name in written))
    try:
        seq = write(found, written, forms.number(request, "seq"))
    except ConflictError:
        set_aside(app(), _beside(found), forms.window(request), written.values())
        return JsonResponse({"seq": app().records.draft(key_of(found, exercise.slots[0].name)).seq}, status=409)
    for part, take in forms.takes(request, exercise).items():
        takes.lay(app(), f"{found.id}:{found.state.position}", part, take)
    return JsonResponse({"seq": seq})


@require_POST
def notes(request: Request, key: str) -> HttpResponse:
    """Keep the candidate's own notes."""
    found, name = opened(key), f"{key}:notes"
    text = forms.bounded(request, "notes")
    try:
        seq = app().records.save_draft(name, text, app().clock.now(), forms.number(request, "seq"))
    except ConflictError:
        set_aside(app(), name, forms.window(request), [text])
        return JsonResponse({"seq": app().records.draft(name).seq}, status=409)
    return JsonResponse({"seq": seq}) if request.headers.get("accept") == "application/json" else _to(found)
