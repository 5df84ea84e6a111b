"""The English screen: a text read, the mistakes so far as a deck, the way to drills and glossary."""

import json

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from sparring.core.problem import UsageError
from sparring.language.english.harper import installed
from sparring.usecases import english as verbs
from sparring.usecases.voice.choice import voice_choice
from sparring.usecases.voice.speaking import machine_voices
from sparring.web import forms
from sparring.web.request import Request, app
from sparring.web.verdicts import shown_finding


@require_http_methods(["GET", "POST"])
def english(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The form; with a text, what was found in it; with `keep`, the same put into the deck."""
    context: dict[str, object] = {}
    status = 200
    if request.method == "POST":
        text, spoken = forms.unix(request.POST.get("text", "")), "spoken" in request.POST
        context |= {"text": text, "spoken": spoken}
        try:
            found = verbs.read_text(app(), text, spoken=spoken)
            context |= {
                "found": found,
                "pieces": verbs.pieces(found),
                "findings": [shown_finding(number, one, request.words) for number, one in enumerate(found.findings)],
            }
            if "keep" in request.POST:
                context["kept"] = verbs.keep(app(), found)
        except UsageError as error:
            context["problem"], status = error.saying, 400
    cards = verbs.deck(app())
    context |= {"cards": cards, "rules": verbs.by_rule(app(), cards), "harper": installed()}
    return render(request, "english.html", context, status=status)


@require_GET
def glossary(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The glossary, or those of its terms that have the words asked for."""
    find = request.GET.get("find", "")[:100]
    terms, rows = verbs.glossary(app(), find), _rows(request)
    return render(request, "glossary.html", {"rows": [rows[term.term] for term in terms], "find": find})


def _rows(request: Request) -> dict[str, str]:
    """The table's row of each term; made once for a language, an address and a voice: two hundred rows take longer than all the rest of the page."""
    choice = voice_choice(app())
    able = choice.source != "browser" and bool(machine_voices(app())["en"])
    basis = (id(app().library), reverse("term-aloud"), choice, able)

    def made() -> dict[str, str]:
        row = get_template("glossary-row.html")
        shown = {"words": request.words, "lang": request.words.language, "choice": choice, "able": able, "aloud": basis[1]}
        every = verbs.glossary(app())
        return {term.term: row.render({**shown, "term": term, "said": json.dumps([[term.term, "en"]])}) for term in every}

    return app().once(f"glossary.{request.words.language}", basis, made)
