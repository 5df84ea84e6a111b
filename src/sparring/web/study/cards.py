"""Own cards: list, write, import, export; their media."""

import mimetypes
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.usecases.study import cards as own
from sparring.usecases.study.items import studied
from sparring.usecases.study.present import card_title
from sparring.web.program import program
from sparring.web.request import Request, app, by_script

PAGE = 30
SHOWN = ("image/png", "image/jpeg", "image/gif", "image/webp", "audio/mpeg", "audio/ogg", "audio/wav", "audio/x-wav")
"""Media that are shown or played; anything else (SVG with scripts, HTML) is only handed over as a file."""


@require_http_methods(["GET", "POST"])
def cards(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The list; with a form, a new card; with a file, an import."""
    context: dict[str, Any] = {"form": {"topic": request.GET.get("topic", "")}}
    status = 200
    if request.method == "POST":
        try:
            file = request.FILES.get("file")
            if file is None:
                own.add(app(), **_form(request))
                return redirect("cards")
            with program().counting(request.POST.get("key", ""), "web.cards.reading") as progress:
                context["imported"] = own.import_deck(app(), file.read(), file.name or "", progress)
        except UsageError as error:
            context |= {"problem": error.saying, "form": request.POST}
            status = 422 if by_script(request) else 400  # htmx shows a page with what is wrong in it only as the former
    return render(request, "study/cards.html", context | _listed(request), status=status)


def _listed(request: Request) -> dict[str, Any]:
    words, found = request.GET.get("words", "")[:100], app()
    total = studied(found).count_cards(words=words)
    page = Paginator(range(total), PAGE).get_page(request.GET.get("page"))
    rows = studied(found).cards(page.start_index() - 1 if total else 0, PAGE, words=words)
    return {
        "rows": [(one.key.partition(":")[2], card_title(one), one) for one in rows],
        "page": page,
        "total": total,
        "find": words,
        "topics": list(found.library.topics.values()),
        "import_key": found.new_id(),
    }


def _form(request: Request) -> dict[str, str]:
    names = {"front": "front", "back": "back", "front_it": "front-it", "back_it": "back-it", "topic": "topic"}
    return {name: request.POST.get(field, "").replace("\r\n", "\n") for name, field in names.items()}


@require_http_methods(["GET", "POST"])
def card(request: Request, key: str, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """A card to be changed or taken away."""
    found = own.card(app(), key)
    problem = None
    if request.method == "POST":
        try:
            own.remove(app(), found.key) if "remove" in request.POST else own.add(app(), key=found.key, **_form(request))
            return redirect("cards")
        except UsageError as error:
            problem = error.saying
    form = {"front": found.front.en, "back": found.back.en, "front-it": found.front.it, "back-it": found.back.it, "topic": found.topic}
    texts = request.POST if problem else form
    context = {"card": found, "key": key, "texts": texts, "topics": list(app().library.topics.values()), "problem": problem}
    return render(request, "study/card.html", context, status=400 if problem else 200)


@require_GET
def export(request: Request) -> HttpResponse:
    """An Anki package of a topic or of everything."""
    topic = request.GET.get("topic", "")
    data = own.export_package(app(), [topic] if topic else [])
    name = f"sparring-{topic.replace('.', '-') or 'cards'}.apkg"
    return HttpResponse(data, content_type="application/octet-stream", headers={"content-disposition": f'attachment; filename="{name}"'})


@require_GET
def media(request: Request, name: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """A medium of an own card, by its stored name."""
    path = own.media_folder(app()) / name
    if set(name) & set('"\r\n/') or "\\" in name or name.startswith(".") or not path.is_file():
        raise UsageError(Message("cards.unknown", {"id": name[:60]}))
    kind = mimetypes.guess_type(name)[0] or ""
    headers = {} if kind in SHOWN else {"content-disposition": f'attachment; filename="{name}"'}
    return HttpResponse(path.read_bytes(), content_type=kind if kind in SHOWN else "application/octet-stream", headers=headers)
