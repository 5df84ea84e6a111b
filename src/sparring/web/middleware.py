"""What Django's requests pass: the policy's nonce, the language, errors in words."""

import logging
import secrets
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix
from django.utils import translation

from sparring.core.problem import SparringError
from sparring.core.text import LANGUAGES, Language
from sparring.usecases.portfolio import reread
from sparring.usecases.profile import profile
from sparring.web.cookies import LANGUAGE_COOKIE
from sparring.web.program import program
from sparring.web.reply import SAFE, policy
from sparring.web.said import spoken
from sparring.web.views.errors import failed, not_taken, refused

Next = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger("sparring.web")


class Policy:
    """Headers that every page carries."""

    def __init__(self, following: Next) -> None:
        self._following = following

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response with its headers."""
        request.nonce = secrets.token_urlsafe(16)  # type: ignore[attr-defined]
        response = self._following(request)
        for name, value in SAFE:
            response.headers.setdefault(name, value)
        response.headers.setdefault("content-security-policy", policy(request.nonce))  # type: ignore[attr-defined]
        response.headers.setdefault("cache-control", "no-store")
        for cookie in response.cookies.values():
            cookie["path"] = get_script_prefix()  # below the secret place, where no other server of this host is sent it
        return response


class Heads:
    """HEAD is answered as GET is, its body left to the server to drop: no view needs to know of it."""

    def __init__(self, following: Next) -> None:
        self._following = following

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response that GET would have."""
        asked = request.method
        request.method = "GET" if asked == "HEAD" else asked
        try:
            return self._following(request)
        finally:
            request.method = asked


class Speaking:
    """The language that a request is answered in: `request.words` puts messages into it. Whatever the terminal planned meanwhile is there."""

    def __init__(self, following: Next) -> None:
        self._following = following

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, made in the language."""
        reread(program().app)
        request.words = program().app.words(_language(request))  # type: ignore[attr-defined]
        with translation.override(request.words.language):  # type: ignore[attr-defined]
            return self._following(request)


def _language(request: HttpRequest) -> Language:
    chosen = request.COOKIES.get(LANGUAGE_COOKIE)
    for known in LANGUAGES:
        if chosen == known:
            return known
    try:
        return profile(program().app).language or spoken(request.headers.get("accept-language", ""))
    except SparringError:
        return spoken(request.headers.get("accept-language", ""))


class Errors:
    """An error is told in words, with its own status; a method that a page does not take is one."""

    def __init__(self, following: Next) -> None:
        self._following = following

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response."""
        response = self._following(request)
        return not_taken(request, response) if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED else response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """What to say of an error that a view raised."""
        if isinstance(error, SparringError):
            return refused(request, error)
        if error.__class__.__module__.startswith("django."):
            return None
        log.exception("a page failed", exc_info=error)
        return failed(request, error)
