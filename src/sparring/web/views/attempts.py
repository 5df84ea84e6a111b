"""The history: attempts with what changed between them, one attempt with its evidence, and the candidate's own marks."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.records.overview import JudgedLine
from sparring.records.values import AttemptRecord
from sparring.usecases import history as past
from sparring.usecases import marks
from sparring.usecases.speech import course
from sparring.web import forms
from sparring.web.marks import mark_of
from sparring.web.request import Request, app, by_script
from sparring.web.speech.recordings import course_of
from sparring.web.verdicts import counted_marks, shown_finding, stored


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a difference: `kind` is add, del, at or ''."""

    kind: str
    text: str


@require_GET
def history(request: Request, name: str, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The attempts at an exercise, newest first."""
    found = app().exercise(name)
    start = request.GET.get("from", "0")
    page = past.attempts(app(), found.id, int(start) if start.isdecimal() and len(start) < 9 else 0)
    chain = [*page.attempts, *([page.older] if page.older else [])]
    changes = [list(changed(old, new)) for new, old in pairwise(chain)] + [[]]
    rows = [
        (record, mark_of(record.word), change, page.total - page.start - n)
        for n, (record, change) in enumerate(zip(page.attempts, changes, strict=False))
    ]
    following = page.start + past.PAGE
    context = {"exercise": found, "rows": rows, "page": page, "following": following if following < page.total else None}
    return render(request, "history.html", context)


def changed(old: JudgedLine, new: JudgedLine) -> Iterator[Line]:
    """What changed from one answer to the next, part by part."""
    before, after = forms.parts(old.answer), forms.parts(new.answer)
    for name, text in after.items():
        pieces = difflib.unified_diff(before.get(name, "").splitlines(), text.splitlines(), n=2, lineterm="")
        for line in list(pieces)[2:]:
            kind = {"+": "add", "-": "del", "@": "at"}.get(line[:1], "")
            yield Line(kind, line if kind == "at" else line[1:])


@require_GET
def attempt(request: Request, key: str, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """One attempt: what was handed in, the verdict and its evidence."""
    record = _record(key)
    exercise = app().library.exercises.get(record.exercise)
    parts = [(name, text, name == "solution") for name, text in forms.parts(record.answer).items()]
    context = {
        "record": record,
        "exercise": exercise,
        "parts": parts,
        "shown": stored(app(), record, request.words),
        "aloud": [(said, course_of(said.key)) for said in course.beside(app(), record.id)],
    }
    return render(request, "attempt.html", context)


@require_POST
def mark(request: Request, key: str, number: int) -> HttpResponse:
    """The candidate's own mark on a finding; the machine's stays beside it."""
    record, value = _record(key), request.POST.get("value", "")
    marks.mark(app(), key, number, value)
    if not by_script(request):
        return HttpResponseRedirect(reverse("attempt", kwargs={"key": key}) + f"#finding-{number}")
    finding = shown_finding(number, record.verdict.findings[number], request.words, value)
    counted = counted_marks(record.verdict, app().records.marks(key))
    return render(request, "verdict/marked.html", {"finding": finding, "attempt": key, "tally": counted})


def _record(key: str) -> AttemptRecord:
    record = app().records.attempt(key)
    if record is None:
        raise UsageError(Message("records.no-attempt"))
    return record
