"""How what was said becomes an answer: its text, its take, and the findings of speech behind the kind's own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from sparring.core.answer import Answer, Prose, Raw
from sparring.core.evidence import Delivery, Passage
from sparring.core.exercise import Exercise, Slot
from sparring.core.problem import UsageError
from sparring.core.speech import Heard, Take, Word
from sparring.core.text import LANGUAGES, Language, Message
from sparring.core.verdict import Finding, Outcome, Verdict, unreadable
from sparring.language.speech.delivery import delivery
from sparring.language.speech.fillers import bare, without_fillers
from sparring.usecases.app import App
from sparring.usecases.speech import listening, recordings

_PARTED = re.compile(r"(?<=\d) (?=[.,]\d)")
"""The blank in a number that was written down in two pieces ("2 ,000")."""


def text_of(heard: Heard) -> str:
    """What the answer's text begins with: the words without sounds of hesitation; '' where nothing can be judged."""
    if heard.trouble or heard.transcript is None:
        return ""
    return _PARTED.sub("", " ".join(word.text for word in without_fillers(heard.transcript.words)))


def with_take(app: App, raw: Raw, part: str, key: str) -> Raw:
    """`raw` with the take of recording `key` for its part `part`; UsageError if there is no such recording, or nobody listened to it yet."""
    found = recordings.recording(app, key)
    if found.heard is None:
        raise UsageError(Message("speech.not-heard", {"id": key[:60]}))
    return replace(raw, takes={**raw.takes, part: Take(found.key, found.heard)})


def from_file(app: App, exercise: Exercise[Any], path: Path, language: Language) -> Raw:
    """The answer that is said in a file; nothing of the sound is kept. UsageError where the exercise asks for no words, or the file is broken.

    Drills of English are said in English; other kinds take the language that is spoken. `language`: of the surface, where nothing could be heard.
    """
    slot = said_slot(exercise)
    data = recordings.read_file(path)
    recordings.recognised(data, path.name)
    heard = listening.hear(app, data, name=path.name, language=listening.spoken_in(exercise))
    return Raw({slot.file: text_of(heard).encode()}, language_of(heard, language), takes={slot.name: Take("", heard)})


def said_slot(exercise: Exercise[Any]) -> Slot:
    """The part that is answered in words; UsageError where the first one that must be handed in is of another shape."""
    slot = next((slot for slot in exercise.slots if not slot.optional), None)
    if slot is None or slot.shape != "prose":
        raise UsageError(Message("speech.no-words-asked", {"kind": exercise.kind}))
    return slot


def language_of(heard: Heard, otherwise: Language) -> Language:
    """The language that was spoken, if it is one of the program's."""
    spoken = heard.transcript.language if heard.transcript else ""
    return next((language for language in LANGUAGES if language == spoken), otherwise)


def refused(raw: Raw) -> Verdict | None:
    """The verdict on an answer whose recording cannot be judged (silence, noise, another language): ask again, it does not count. None if it can."""
    take = next((take for take in raw.takes.values() if take.heard.trouble), None)
    if take is None:
        return None
    message = trouble(take.heard)
    evidence = Delivery("level", take.heard.level, "decibels", seconds=take.heard.seconds, recording=take.recording)
    return unreadable((Finding("readable", False, message, evidence),), message)


def trouble(heard: Heard) -> Message:
    """Why nothing of it can be judged, in words; only where there is trouble."""
    spoken = heard.transcript.language if heard.transcript else "?"
    most = int(recordings.MOST_SECONDS // 60)
    return Message(f"speech.trouble-{heard.trouble}", {"seconds": heard.seconds, "most": most, "language": spoken})


def with_delivery(verdict: Verdict, answer: Answer) -> Verdict:
    """The verdict with the findings on how it was told; outcome and score are the kind's.

    What was heard well is told even where the words answer something else (`unreadable`); nothing is added where we failed.
    """
    spoken = [part for part in answer.parts.values() if isinstance(part, Prose) and part.take]
    if not spoken or verdict.outcome is Outcome.UNGRADED:
        return verdict
    found = [finding for part in spoken if part.take for finding in delivery(part.take, first_point(verdict.findings, part))]
    return replace(verdict, findings=(*verdict.findings, *found))


def first_point(findings: Sequence[Finding], prose: Prose) -> float | None:
    """When the first of the sought points was said; None where none was found, or the text is no longer what was said."""
    transcript = prose.take.heard.transcript if prose.take else None
    starts = [
        span.start
        for finding in findings
        if finding.ok and isinstance(finding.evidence, Passage) and finding.evidence.sought and finding.evidence.text == prose.text
        for span in finding.evidence.spans
    ]
    return second_of(min(starts), prose.text, transcript.words) if starts and transcript else None


def second_of(place: int, text: str, words: Sequence[Word]) -> float | None:
    """When the word at character `place` of `text` was said; None if no word of the transcript stands there (it was corrected)."""
    tokens = text.split()
    at, number = 0, len(tokens) - 1
    for index, token in enumerate(tokens):
        at = text.index(token, at) + len(token)
        if at > place:
            number = index
            break
    matcher = SequenceMatcher(None, [bare(token) for token in tokens], [bare(word.text) for word in words], autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.a <= number < block.a + block.size:
            return words[block.b + number - block.a].start
    return None
