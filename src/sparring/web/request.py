"""A request as our middleware hands it to the views."""

from django.http import HttpRequest

from sparring.usecases.app import App
from sparring.web.program import program
from sparring.words import Words


class Request(HttpRequest):
    """`words` speaks the visitor's language, `nonce` signs the page's styles."""

    words: Words
    nonce: str


def app() -> App:
    """The program's `App`."""
    return program().app


def by_script(request: HttpRequest) -> bool:
    """Whether htmx asks, and wants a piece of the page instead of all of it."""
    return request.headers.get("hx-request") == "true"
