"""What every template knows."""

from typing import Any

from django.http import HttpRequest

from sparring.usecases.study.plan import interview_day
from sparring.web.program import program

PAGES = ("today", "library", "interviews", "topics", "progress", "lab", "plan-lab", "portfolio", "english", "stories", "settings")


def page(request: HttpRequest) -> dict[str, Any]:
    """The words, the nonce, which page of the navigation this is, the days left."""
    match = request.resolver_match
    found = program()
    now, day = found.app.clock.now().astimezone().date(), interview_day(found.app)
    return {
        "request": request,
        "words": request.words,  # type: ignore[attr-defined]
        "lang": request.words.language,  # type: ignore[attr-defined]
        "nonce": request.nonce,  # type: ignore[attr-defined]
        "pages": PAGES,
        "here": match.kwargs.get("here", "") if match else "",
        "days_left": (day - now).days if day else None,
        "preparing": not found.ready.is_set(),
    }
