"""Which transcriber writes down what is said: our own, or one at an address that the candidate has chosen."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.usecases.app import App

if TYPE_CHECKING:
    from sparring.language.speech.address import Address
    from sparring.language.speech.whisper import Whisper

SETTING, KEY = "transcriber", "SPARRING_TRANSCRIBER_KEY"
MOST = 300


@dataclass(frozen=True, slots=True)
class Chosen:
    """The address of a transcriber ('': our own on this machine), what it calls its model, and whether the sound leaves this machine."""

    url: str = ""
    model: str = ""
    leaves: bool = False


def chosen(app: App) -> Chosen:
    """What was chosen."""
    stored = app.records.setting(SETTING) or {}
    return Chosen(str(stored.get("url", "")), str(stored.get("model", "")), bool(stored.get("leaves")))


def choose(app: App, url: str, model: str = "", *, consent: bool = False) -> Chosen:
    """Choose the transcriber at `url` (its base, `http://127.0.0.1:8000/v1`), '' for our own.

    UsageError for what is no address, and for one on another machine unless `consent`: the voice would be sent there.
    """
    if not url:
        app.records.choose(SETTING, {})
        return Chosen()
    from sparring.language.speech.loopback import is_loopback

    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or len(url) > MOST:
        raise UsageError(Message("speech.no-address", {"url": url[:80]}))
    leaves = not is_loopback(url)
    if leaves and not consent:
        raise UsageError(Message("speech.no-consent", {"host": parts.hostname}))
    app.records.choose(SETTING, {"url": url, "model": model, "leaves": leaves})
    return Chosen(url, model, leaves)


def transcriber(app: App) -> "Whisper | Address":
    """What writes down what is said. Our own is one for the whole process, since it holds the weights."""
    found = chosen(app)
    if not found.url:
        return own(app.cache / "speech")
    from sparring.language.speech.address import Address

    return Address(found.url, found.model or "whisper-1", os.environ.get(KEY, ""))


@cache
def own(folder: Path) -> "Whisper":
    """Our own transcriber, with the folder of its weights."""
    from sparring.language.speech.whisper import Whisper

    return Whisper(folder)
