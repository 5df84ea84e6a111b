"""A topic: what is mastered of it and why, its exercises, own cards and notes."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sparring.core.text import Message, Saying
from sparring.records.values import ConflictError
from sparring.usecases.browse import state_of
from sparring.usecases.choosing import on_topic
from sparring.usecases.history import standings
from sparring.usecases.study import notes
from sparring.usecases.study.evidence import catch_up, masteries
from sparring.usecases.study.items import is_card, studied
from sparring.usecases.study.present import card_title
from sparring.web import forms
from sparring.web.request import Request, app

CARDS, EXERCISES = 30, 25
"""So many are listed here; the pages of cards and of the library hold all."""


@require_http_methods(["GET", "POST"])
def topic(request: Request, name: str, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The topic; with a form, its notes are kept."""
    found = notes.topic(app(), name)
    problem: Saying | None = None
    written = None
    if request.method == "POST":
        written = forms.bounded(request, "notes")
        try:
            notes.write(app(), found.id, written, forms.number(request, "seq"))
            return redirect("topic", name=found.id)
        except ConflictError:
            problem = Message("notes.conflict")
    return _page(request, found.id, written, problem)


def _page(request: Request, name: str, written: str | None, problem: Saying | None) -> HttpResponse:
    program = app()
    catch_up(program)
    known, kept = standings(program), notes.notes(program, name)
    exercises = [one for one in program.library.exercises.values() if on_topic(one, name)]
    memories = studied(program).memories([one.id for one in exercises[:EXERCISES] if is_card(one)])
    own = studied(program).cards(0, CARDS, topic=name)
    context = {
        "topic": program.library.topics[name],
        "mastery": masteries(program)[name],
        "exercises": [(one, state_of(known.get(one.id)), known.get(one.id), memories.get(one.id)) for one in exercises[:EXERCISES]],
        "there": len(exercises),
        "cards": [(one.key.partition(":")[2], card_title(one)) for one in own],
        "count": studied(program).count_cards(topic=name),
        "notes": kept.text if written is None else written,
        "kept": kept,
        "problem": problem,
    }
    return render(request, "study/topic.html", context, status=409 if problem else 200)
