"""The library: filtered by a form that works without script."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sparring.core.exercise import LEVELS
from sparring.usecases.browse import STATES, Wish, found, state_of
from sparring.usecases.history import standings
from sparring.web.request import Request, app

PAGE = 20


@require_GET
def library(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """The exercises that fit, a page at a time."""
    program, known = app(), standings(app())
    asked = request.GET
    wish = Wish(**{name: asked.get(name, "")[:100] for name in ("words", "topic", "kind", "level", "state")})
    fitting = found(program, wish, known, request.words.language)
    page = Paginator(fitting, PAGE).get_page(asked.get("page"))
    exercises = program.library.exercises.values()
    query = asked.copy()
    query.pop("page", None)
    context = {
        "wish": wish,
        "page": page,
        "rows": [(exercise, state_of(known.get(exercise.id)), known.get(exercise.id)) for exercise in page],
        "fitting": len(fitting),
        "total": len(program.library.exercises),
        "topics": list(program.library.topics.values()),
        "titles": {topic.id: topic.title for topic in program.library.topics.values()},
        "kinds": sorted({exercise.kind for exercise in exercises}),
        "levels": LEVELS,
        "states": STATES,
        "query": query.urlencode(),
        "now": program.clock.now(),
    }
    return render(request, "library.html", context)
