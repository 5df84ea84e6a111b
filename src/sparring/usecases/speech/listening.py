"""Listening to a recording: once, kept with it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from sparring.core.exercise import Exercise
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
    None: whichever of the program's (drills of English, `say`, expect English, other kinds take both). Where another of the program's languages is heard, and the
    exercise takes it, the recording is listened to once more in that one: nobody has to say everything again for a choice that stood wrong. The same where a
    recording that was not understood is asked for again in the language that was heard.

    SparringError where the install set is missing or the transcriber fails; UsageError for a recording that is not there. Where the candidate keeps no
    recordings the sound is deleted afterwards.
    """
    found = recordings.recording(app, key)
    if found.heard is not None and (language is None or heard_instead(found.heard) != language):
        return found
    path, _ = recordings.sound_file(app, key)
    heard = hear(app, path, language=language, tell=tell)
    spoken = heard_instead(heard)
    if spoken and spoken in _taken(app, found.exercise):
        heard = hear(app, path, language=spoken, tell=tell)
    known = replace(recordings.recording(app, key), heard=heard, seconds=heard.seconds)  # read anew: it may have been handed in meanwhile
    recordings.table(app).change(known)
    return known if recordings.keeps(app) else recordings.without_sound(app, known)


def heard_instead(heard: Heard) -> Language | None:
    """The program's language that was spoken where another was expected; None if what was expected was heard, or none of ours."""
    spoken = heard.transcript.language if heard.trouble == "other-language" and heard.transcript else ""
    return next((language for language in LANGUAGES if language == spoken), None)


def _taken(app: App, exercise: str) -> tuple[Language, ...]:
    """The languages that an exercise's answers may be said in."""
    found = app.library.exercises.get(exercise)
    expected = spoken_in(found) if found else None
    return (expected,) if expected else LANGUAGES


def spoken_in(exercise: Exercise[Any]) -> Language | None:
    """The language that an exercise expects to hear; None: any of the program's."""
    return "en" if exercise.kind == "say" else None


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
