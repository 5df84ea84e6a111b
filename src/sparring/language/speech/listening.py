"""Listening to a recording: what is no speech is recognised before anything is transcribed, since a transcriber invents words on silence."""

from dataclasses import dataclass, replace

from sparring.core.speech import Heard, Transcript, Trouble
from sparring.core.text import LANGUAGES
from sparring.language.speech.fillers import without_fillers
from sparring.language.speech.sound import Sound
from sparring.language.speech.transcriber import Tell, Transcriber, nobody
from sparring.language.speech.voice import Voice, find_voice, levelled, loudness

SHORTEST = 0.6
"""Seconds: in less nobody answers anything."""
SILENT = -65.0
"""dBFS: quieter is an unplugged or muted microphone."""
LEAST_VOICE = 0.4
"""Seconds of voice that an answer has at least."""
SURE = 0.6
"""Mean probability of voice, below which it is music or a hum that the detector takes for one."""
CLEAR, DROWNED = 8.0, 4.0
"""dB by which a voice must stand above what is heard in its pauses for pauses to be trusted, and for words to be."""
SLOWEST, LONG_ENOUGH = 0.5, 2.0
"""Words a second of voice: fewer in so many seconds, and what was said was not understood."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is listened for. `languages`: one of which is expected (`en`, `it`); `most_seconds`: a longer recording is not listened to."""

    languages: tuple[str, ...]
    most_seconds: float


def listen(sound: Sound, asked: Asked, transcriber: Transcriber, tell: Tell = nobody) -> Heard:
    """What is heard in a recording. TranscriberError."""
    if trouble := before(sound, asked):
        return Heard(round(sound.seconds, 3), level=loudness(sound.samples), trouble=trouble)
    voice = find_voice(sound.samples)
    clearness = None if voice.rest is None else round(voice.level - voice.rest, 1)
    poor = clearness is not None and clearness < CLEAR
    if trouble := unheard(voice, clearness):
        return Heard(round(sound.seconds, 3), voice.stretches, loudness(sound.samples), clearness, trouble=trouble)
    transcript = transcriber.transcribe(Sound(levelled(sound.samples, voice.stretches)), voice.stretches, asked.languages, tell)
    trouble = after(voice, transcript, asked)
    kept = transcript if not trouble else _ours(transcript) if trouble == "other-language" else None
    return Heard(round(sound.seconds, 3), voice.stretches, voice.level, clearness, poor, trouble, kept)


def _ours(transcript: Transcript) -> Transcript:
    """What was heard in another language than was asked for: its words only where the transcriber was made for that language too, else they are made up."""
    return transcript if transcript.language in LANGUAGES else replace(transcript, text="", words=())


def before(sound: Sound, asked: Asked) -> Trouble:
    """Why there is no need to look for a voice; '' if there is."""
    if sound.more or sound.seconds > asked.most_seconds:
        return "too-long"
    if sound.seconds < SHORTEST:
        return "too-short"
    return "silence" if loudness(sound.samples) < SILENT else ""


def unheard(voice: Voice, clearness: float | None) -> Trouble:
    """Why there is nothing to write down; '' if there is."""
    if voice.seconds < LEAST_VOICE or voice.sure < SURE:
        return "no-speech"
    return "too-noisy" if clearness is not None and clearness < DROWNED else ""


def after(voice: Voice, transcript: Transcript, asked: Asked) -> Trouble:
    """Why the words cannot be judged; '' if they can."""
    if transcript.language not in asked.languages:
        return "other-language"
    said = len(without_fillers(transcript.words))
    return "no-words" if not said or (voice.seconds >= LONG_ENOUGH and said < SLOWEST * voice.seconds) else ""
