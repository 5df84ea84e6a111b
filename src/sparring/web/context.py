"""What every template knows."""

from typing import Any

from django.http import HttpRequest

from sparring.usecases.profile import profile
from sparring.web.program import program

PAGES = ("today", "library", "interviews", "topics", "progress", "settings")


def page(request: HttpRequest) -> dict[str, Any]:
    """The words, the nonce, which page of the navigation this is, the days left."""
    match = request.resolver_match
    found = program()
    who = profile(found.app)
    return {
        "request": request,
        "words": request.words,  # type: ignore[attr-defined]
        "lang": request.words.language,  # type: ignore[attr-defined]
        "nonce": request.nonce,  # type: ignore[attr-defined]
        "pages": PAGES,
        "here": match.kwargs.get("here", "") if match else "",
        "days_left": who.days_left(found.app.clock.now().astimezone().date()),
        "preparing": not found.ready.is_set(),
    }
