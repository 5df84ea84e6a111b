"""Listening to a recording: once, kept with it."""

from dataclasses import replace
from pathlib import Path

from sparring.core.problem import SparringError, UsageError
from sparring.core.speech import Heard, Recorded
from sparring.core.text import LANGUAGES, Language, Message
from sparring.language.speech.transcriber import Tell, TranscriberError, nobody
from sparring.usecases.app import App
from sparring.usecases.speech import recordings
from sparring.usecases.speech.engines import transcriber
from sparring.usecases.speech.ready import needed


def listen(app: App, key: str, *, language: Language | None = "en", tell: Tell = nobody) -> Recorded:
    """Listen to a recording and keep what was heard; the second time answers with it. `tell` is called with all words so far. `language`: the one that is expected;
    None: whichever of the program's (drills of English, `say`, expect English, other kinds take both).

    SparringError where the install set is missing or the transcriber fails; UsageError for a recording that is not there. Where the candidate keeps no
    recordings the sound is deleted afterwards.
    """
    found = recordings.recording(app, key)
    if found.heard is not None:
        return found
    path, _ = recordings.sound_file(app, key)
    heard = hear(app, path, language=language, tell=tell)
    known = replace(found, heard=heard, seconds=heard.seconds)
    recordings.table(app).change(known)
    return known if recordings.keeps(app) else recordings.without_sound(app, known)


def hear(app: App, source: Path | bytes, *, name: str = "", language: Language | None = "en", tell: Tell = nobody) -> Heard:
    """What is heard in a file; nothing is kept. `name`: what the person calls it. UsageError for a file that is broken, SparringError as `listen`."""
    needed()
    from sparring.language.speech.listening import Asked
    from sparring.language.speech.listening import listen as heard_in
    from sparring.language.speech.sound import BrokenSoundError, decode

    try:
        sound = decode(source, recordings.MOST_SECONDS + 1)
        return heard_in(sound, Asked((language,) if language else LANGUAGES, recordings.MOST_SECONDS), transcriber(app), tell)
    except BrokenSoundError as error:
        raise UsageError(Message("speech.broken", {"name": f"{name}: " if name else "", "what": str(error)[:120]})) from error
    except TranscriberError as error:
        raise SparringError(Message("speech.failed", {"what": str(error)[:200]})) from error
