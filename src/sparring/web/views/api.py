"""The page's API: the shape of `sparring grade --json`."""

import json
from typing import Any

from django.http import HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.views.decorators.http import require_POST

from sparring.core.answer import Raw
from sparring.core.problem import SparringError
from sparring.core.text import LANGUAGES, Message
from sparring.kinds.reading import ignored
from sparring.usecases import practice, present
from sparring.web.lines import streamed
from sparring.web.program import program
from sparring.web.request import Request, app


@require_POST
def grade(request: Request) -> HttpResponseBase:
    """`{"exercise", "files": {name: text}, "language"?, "store"?, "key"?, "stream"?}` in, a verdict out.

    With `"stream": true` lines of JSON come out: `{"stage": "findings", "findings"}` as soon as some stand already (the cases, before growth is
    measured), at last `{"stage": "verdict", …}`.
    """
    asked = _asked(request.body)
    if isinstance(asked, Message):
        return _error(request, asked, 400)
    try:
        exercise = app().exercise(asked["exercise"])
    except SparringError as error:
        return JsonResponse({"error": request.words.say(error.saying), "code": 2}, status=404)
    if aside := ignored(exercise, asked["files"]):
        known = ", ".join(slot.file for slot in exercise.slots)
        return _error(request, Message("web.api.ignored", {"files": ", ".join(aside), "known": known}), 400)
    raw = Raw({name: text.encode("utf-8", "surrogatepass") for name, text in asked["files"].items()}, asked["language"])
    program().ready.wait()

    def judged(tell: practice.Tell | None = None) -> dict[str, Any]:
        return present.graded(practice.grade(app(), exercise, raw, key=asked["key"], store=asked["store"], tell=tell), request.words)

    if asked["stream"]:
        return StreamingHttpResponse(streamed(judged, request.words), content_type="application/x-ndjson")
    return JsonResponse(judged())


def _asked(body: bytes) -> dict[str, Any] | Message:
    """The request's fields, or what is wrong with it."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return Message("web.api.no-json")
    if not isinstance(data, dict) or not isinstance(data.get("exercise"), str):
        return Message("web.api.no-exercise")
    files, language, key = data.get("files"), data.get("language", "en"), data.get("key")
    if not isinstance(files, dict) or not files or not all(isinstance(text, str) for text in files.values()):
        return Message("web.api.no-files")
    if language not in LANGUAGES or not (key is None or (isinstance(key, str) and 0 < len(key) <= 64)):
        return Message("web.api.no-language")
    if not all(_is_text(text) for text in (data["exercise"], *files, *([key] if key else []))):
        return Message("web.api.no-text")
    if unsafe := next((name for name in files if not _is_safe(name)), None):
        return Message("web.api.unsafe-name", {"name": unsafe[:80]})
    return {
        "exercise": data["exercise"],
        "files": files,
        "language": language,
        "key": key,
        "store": data.get("store", True) is True,
        "stream": data.get("stream") is True,
    }


def _is_safe(name: str) -> bool:
    """Whether a file's name stays in the folder of the answer: no root, no way up, nothing that steers a terminal."""
    parts = name.replace("\\", "/").split("/")
    return name.isprintable() and ":" not in name and not any(part in ("", ".", "..") for part in parts)


def _is_text(value: str) -> bool:
    """Whether a name can be written anywhere: JSON lets halves of a surrogate pair through, which no file and no database takes."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _error(request: Request, message: Message, status: int) -> HttpResponse:
    return JsonResponse({"error": request.words.say(message), "code": 2}, status=status)
