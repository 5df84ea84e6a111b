"""The story bank and the project sheets."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from sparring.core.problem import UsageError
from sparring.kinds.tell.schema import THEMES
from sparring.usecases import stories as verbs
from sparring.web import forms
from sparring.web.request import Request, app
from sparring.web.verdicts import shown


@require_http_methods(["GET", "POST"])
def stories(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """All stories, the questions without one, the sheets; with a form, a new story or sheet."""
    context: dict[str, Any] = {"form": {}}
    if request.method == "POST":
        try:
            if "kind" in request.POST:
                return redirect("sheet", key=verbs.save_sheet(app(), title=request.POST.get("title", ""), kind=request.POST["kind"]).key)
            return redirect("story", key=verbs.save(app(), **_form(request)).key)
        except UsageError as error:
            context = {"problem": error.saying, "form": request.POST}
    bank = verbs.bank(app())
    asked = verbs.questions(app())
    context |= {
        "stories": [(one, bank.takes(one.key)) for one in bank.stories()],
        "uncovered": [question for question in asked if not question.covered],
        "covered": sum(question.covered for question in asked),
        "sheets": [(one, len(verbs.digging(one))) for one in bank.sheets()],
        "themes": THEMES,
        "chosen": request.POST.getlist("themes"),
    }
    return render(request, "stories/stories.html", context, status=400 if "problem" in context else 200)


def _form(request: Request) -> dict[str, Any]:
    themes = [theme for theme in request.POST.getlist("themes") if theme]
    return {"title": request.POST.get("title", ""), "project": request.POST.get("project", ""), "themes": themes}


@require_http_methods(["GET", "POST"])
def story(request: Request, key: str, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """A story: told as the answer to a question, its takes over time, changed or taken away."""
    one = verbs.story(app(), key)
    context: dict[str, Any] = {}
    if request.method == "POST":
        try:
            if "remove" in request.POST:
                verbs.bank(app()).remove(key)
                return redirect("stories")
            if "text" in request.POST:
                text, question = forms.unix(request.POST["text"]), request.POST.get("question", "")
                context |= {"text": text, "question": question}
                recording = request.POST.get(f"{forms.TAKE}text.md", "")[: forms.MOST_KEY]
                graded = verbs.tell(app(), key, question, text, request.words.language, recording)
                context["verdict"] = shown(graded.exercise, graded, request.words)
            else:
                verbs.save(app(), key=key, **_form(request))
                return redirect("story", key=key)
        except UsageError as error:
            context["problem"] = error.saying
    answers = verbs.suggested(app(), one)
    context |= {
        "one": verbs.story(app(), key),
        "takes": verbs.bank(app()).takes(key),
        "answers": answers or [question.exercise for question in verbs.questions(app())],
        "themes": THEMES,
        "form": {"title": one.title, "project": one.project},
        "chosen": one.themes,
        "asked": request.GET.get("question", ""),
    }
    return render(request, "stories/story.html", context, status=400 if "problem" in context else 200)


@require_http_methods(["GET", "POST"])
def sheet(request: Request, key: str, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """A project sheet: its fields, what an interviewer would ask about the blanks, its two minutes."""
    one = verbs.sheet(app(), key)
    problem = None
    if request.method == "POST":
        try:
            if "remove" in request.POST:
                verbs.bank(app()).remove_sheet(key)
                return redirect("stories")
            if "tell" in request.POST:
                story = verbs.story_of(app(), one)
                return redirect(f"{reverse('story', args=[story.key])}?question={verbs.TWO_MINUTES[one.kind]}#tell")
            fields = {name: forms.unix(request.POST.get(name, "")) for name in verbs.FIELDS[one.kind]}
            one = verbs.save_sheet(app(), title=request.POST.get("title", one.title), key=key, fields=fields)
        except UsageError as error:
            problem = error.saying
    digging = dict(verbs.digging(one))
    rows = [(name, f"sheets.field.{name}", one.fields.get(name, ""), digging.get(name)) for name in verbs.FIELDS[one.kind]]
    context = {"one": one, "rows": rows, "digging": digging, "problem": problem}
    return render(request, "stories/sheet.html", context, status=400 if problem else 200)
