"""A text spoken by a program of this machine, and kept: the same text in the same voice is made once."""

import hashlib
import os
import threading
from collections.abc import Sequence
from pathlib import Path

from sparring.core.problem import UsageError
from sparring.core.text import LANGUAGES, Language, Message
from sparring.usecases.app import App
from sparring.usecases.voice.aloud import Said
from sparring.usecases.voice.choice import VoiceChoice
from sparring.usecases.voice.programs import Speaker, Voice, speakers
from sparring.usecases.voice.sound import joined, write_wav

MOST_CHARACTERS = 6000
"""What is spoken at most: about six minutes."""
MOST_KEPT = 60 << 20
_AT_ONCE = threading.BoundedSemaphore(2)


def voices_folder(app: App) -> Path:
    """Where Piper's voices are looked for."""
    return app.data / "voices"


def machine_voices(app: App) -> dict[Language, list[Voice]]:
    """The voices of this machine's programs, by language."""
    found = [voice for speaker in speakers(voices_folder(app)) for voice in speaker.voices()]
    return {language: [voice for voice in found if voice.language == language] for language in LANGUAGES}


def spoken(app: App, stretches: Sequence[Said], choice: VoiceChoice) -> bytes:
    """A WAV file of the text; UsageError if nothing here speaks its languages, or there is too much of it."""
    if not stretches or sum(len(part.text) for part in stretches) > MOST_CHARACTERS:
        raise UsageError(Message("voice.too-long", {"most": MOST_CHARACTERS}))
    speaker, voices = _who(app, {part.language for part in stretches}, choice)
    place = app.cache / "voice" / f"{_digest(stretches, voices, choice.speed)}.wav"
    if place.exists():
        os.utime(place)
        return place.read_bytes()
    with _AT_ONCE:
        made = write_wav(joined([speaker.speak(part.text, voices[part.language], choice.speed) for part in stretches]))
    _keep(place, made)
    return made


def _who(app: App, languages: set[Language], choice: VoiceChoice) -> tuple[Speaker, dict[Language, Voice]]:
    """One program for the whole text: the one of the chosen voice if it speaks all the languages, else the first that does."""
    able: list[tuple[int, Speaker, dict[Language, Voice]]] = []
    for speaker in speakers(voices_folder(app)):
        found: dict[Language, list[Voice]] = {language: [] for language in languages}
        for voice in speaker.voices():
            if voice.language in found:
                found[voice.language].append(voice)
        if all(found.values()):
            chosen = {language: _chosen(those, choice.of_machine(language)) for language, those in found.items()}
            able.append((sum(voice.id == choice.of_machine(voice.language) for voice in chosen.values()), speaker, chosen))
    if not able:
        raise UsageError(Message("voice.none"))
    _, speaker, voices = max(able, key=lambda one: one[0])
    return speaker, voices


def _chosen(voices: Sequence[Voice], wanted: str) -> Voice:
    return next((voice for voice in voices if voice.id == wanted), voices[0])


def _digest(stretches: Sequence[Said], voices: dict[Language, Voice], speed: float) -> str:
    told = [f"{voices[part.language].id}\0{part.text}" for part in stretches]
    return hashlib.sha256("\0\0".join([f"{speed}", *told]).encode("utf-8", "replace")).hexdigest()[:40]


def _keep(place: Path, made: bytes) -> None:
    """Keep it beside what was made before; the oldest go when there is too much. A full or read-only disk costs only the keeping."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{threading.get_ident()}.part")
        draft.write_bytes(made)
        draft.replace(place)
        files = sorted(place.parent.glob("*.wav"), key=lambda file: file.stat().st_mtime)
        held = sum(file.stat().st_size for file in files)
        for file in files[:-1]:
            if held <= MOST_KEPT:
                break
            held -= file.stat().st_size
            file.unlink(missing_ok=True)
    except OSError:
        return
