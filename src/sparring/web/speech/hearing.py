"""Listening to recordings while somebody reads along: one thread a recording, however many windows ask."""

import asyncio
import json
import logging
import os
import sys
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from asgiref.sync import sync_to_async
from django.db import connection

from sparring.core.problem import SparringError
from sparring.core.speech import Recorded, Word
from sparring.core.text import Language, Message, Saying
from sparring.usecases.speech.listening import listen
from sparring.usecases.speech.ready import warm
from sparring.usecases.speech.spoken import language_of, text_of, trouble
from sparring.web.program import program
from sparring.words import words as words_of

LOOK_SECONDS = 0.1
MOST_WAIT = 600.0
BEHIND = 5
"""Niceness of listening."""
log = logging.getLogger("sparring.web")


@dataclass
class Hearing:
    """A recording that is being listened to: its words so far, and at the end what was heard, or why nothing was."""

    words: tuple[Word, ...] = ()
    recorded: Recorded | None = None
    failure: Saying | None = None
    done: threading.Event = field(default_factory=threading.Event)

    def tell(self, words: tuple[Word, ...]) -> None:
        """What the transcriber tells."""
        self.words = words


_going: dict[str, Hearing] = {}
_starting = threading.Lock()


def hear(key: str, language: Language) -> Hearing:
    """Listen to a recording in a thread; who asks while it goes on gets the same."""
    found, fresh = _begun(key)
    if fresh:
        threading.Thread(target=_in_thread, args=(key, language, found), name=f"hear-{key[:8]}", daemon=True).start()
    return found


def hear_now(key: str, language: Language) -> Hearing:
    """Listen to a recording and come back when it is done."""
    found, fresh = _begun(key)
    if fresh:
        _listen(key, language, found)
    found.done.wait(MOST_WAIT)
    return found


def _begun(key: str) -> tuple[Hearing, bool]:
    with _starting:
        found = _going.get(key)
        if found is not None:
            return found, False
        _going[key] = made = Hearing()
        return made, True


def _in_thread(key: str, language: Language, hearing: Hearing) -> None:
    _step_back()
    _listen(key, language, hearing)
    connection.close()  # this thread's own


def _listen(key: str, language: Language, hearing: Hearing) -> None:
    try:
        hearing.recorded = listen(program().app, key, language=language, tell=hearing.tell)
    except SparringError as error:
        hearing.failure = error.saying
    except Exception:  # a thread of its own: whoever waits for the words must be told, and the take stays
        log.exception("a recording could not be listened to")
        hearing.failure = Message("web.recorder.failed")
    finally:
        _going.pop(key, None)
        hearing.done.set()


def _step_back() -> None:
    """Whoever waits for a verdict comes before who waits for words: this thread, and those that the transcriber starts in it, give way where the system knows how."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), BEHIND)


def make_ready() -> None:
    """Load the weights in a thread, so that the first words come soon after the recorder stops."""

    def load() -> None:
        try:
            _step_back()
            warm(program().app)
        except Exception:  # nobody asked for anything yet: whoever does is told then
            log.exception("the transcriber does not load")

    threading.Thread(target=load, name="warm-transcriber", daemon=True).start()


async def events(key: str, language: str, page: Language) -> AsyncIterator[bytes]:
    """Server-sent events: all words so far at each change, then `heard` or `failed`. The stream is cut after ten minutes; listening goes on."""
    asked: Language = "it" if language == "it" else "en"
    found = await sync_to_async(hear, thread_sensitive=False)(key, asked)
    told, waited = 0, 0.0
    while not found.done.is_set() and waited < MOST_WAIT:
        await asyncio.sleep(LOOK_SECONDS)
        waited += LOOK_SECONDS
        if len(found.words) != told:
            told = len(found.words)
            yield _event("", {"text": " ".join(word.text for word in found.words)})
    if found.recorded:
        yield _event("heard", heard_as_json(found.recorded, page, asked))
    else:
        yield _event("failed", {"text": words_of(page).say(found.failure or Message("web.recorder.failed"))})


def _event(name: str, data: dict[str, Any]) -> bytes:
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {json.dumps(data)}\n\n".encode()


def heard_as_json(recorded: Recorded, page: Language, asked: Language) -> dict[str, Any]:
    """What the page needs of a recording that was listened to; `trouble` in words, '' if there is none. `language`: the one that was heard, of the program's."""
    heard, say = recorded.heard, words_of(page)
    assert heard is not None
    spoken = language_of(heard, asked)
    told = say.say(trouble(heard)) if heard.trouble else say("speech.poor") if heard.poor else ""
    if not heard.trouble and spoken != asked:
        told = f"{say(f'web.recorder.heard-as-{spoken}')} {told}".strip()
    return {"text": text_of(heard), "trouble": told, "usable": not heard.trouble, "language": spoken, "seconds": heard.seconds}
