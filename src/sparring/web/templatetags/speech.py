"""What the templates of speech need."""

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from sparring.core.answer import Prose
from sparring.core.evidence import Delivery
from sparring.core.exercise import Slot
from sparring.core.speech import Recorded, Take
from sparring.core.text import Language
from sparring.language.english.checking import Checker
from sparring.language.english.harper import installed
from sparring.usecases import english
from sparring.usecases.speech import recordings, takes
from sparring.usecases.speech.ready import ready
from sparring.usecases.speech.spoken import text_of, trouble
from sparring.usecases.voice.aloud import aloud, shown
from sparring.usecases.voice.choice import voice_choice
from sparring.usecases.voice.speaking import machine_voices
from sparring.web import written
from sparring.web.request import app
from sparring.web.verdicts import Shown

register = template.Library()


@register.inclusion_tag("speech/listen.html", takes_context=True)
def listen(context: Context, text: str, language: Language, url: str, at_once: bool = False) -> dict[str, Any]:
    """A button that says the text; `url` is where this machine's voice says it. `at_once`: in the listening mode it is said without being asked."""
    said, choice = aloud(text, language), voice_choice(app())
    voices = machine_voices(app())
    able = choice.source != "browser" and all(voices[part.language] for part in said)
    return {
        "words": context["words"],
        "said": json.dumps([[part.text, part.language] for part in said]) if said else "",
        "url": url if able else "",
        "choice": choice,
        "at_once": at_once and choice.listening,
    }


MESSAGES = (
    "no-microphone", "no-permission", "busy", "insecure", "unsupported", "broken", "asking", "recording", "paused", "silent", "time", "stopped", "sending", "hearing",
    "lost", "left-over", "added", "replaced", "record", "record-again", "heard", "course", "kept-only", "refused", "waits",
    "not-handed-in",
)  # fmt: skip
"""What a recorder may say."""
MOST_MENDS = 8
MOST_SECONDS = 15 * 60
"""A recorder stops by itself."""


def _recorder(context: Context, field: str, spoken: Language, more: dict[str, Any]) -> dict[str, Any]:
    able, words = ready(app()), context["words"]
    missing = "" if able.installed else f"{words('speech.not-installed', megabytes=able.megabytes)} {words('web.recorder.missing-about')}"
    interview = context.get("interview")
    return {
        "words": words,
        "lang": context["lang"],
        "csrf_token": context.get("csrf_token"),
        "field": field,
        "spoken": spoken,
        "missing": missing,
        "messages": MESSAGES,
        "most": MOST_SECONDS,
        "interview_id": interview.id if interview else "",
        "exercise_id": context["exercise"].id if "exercise" in context else "",
        **more,
    }


@register.inclusion_tag("speech/recorder.html", takes_context=True)
def recorder(context: Context, slot: Slot) -> dict[str, Any]:
    """The recorder of a part that can be said; what lies beside it already can be heard again."""
    low, high = slot.aloud or (0, 0)
    recorded = takes.lying(app(), context["place"], slot.name) if "place" in context else None
    text = text_of(recorded.heard) if recorded and recorded.heard else ""
    told = trouble(recorded.heard) if recorded and recorded.heard and recorded.heard.trouble else None
    more = {"part": slot.name, "file": slot.file, "low": low, "high": high, "recorded": recorded, "text": text, "trouble": told}
    return _recorder(context, f"slot-{slot.name}", _tongue(context), more)


@register.inclusion_tag("speech/recorder.html", takes_context=True)
def recorder_for(context: Context, field: str, file: str = "", low: int = 0, high: int = 0) -> dict[str, Any]:
    """A recorder that fills a field with words; with `file` the form also says from which recording."""
    return _recorder(context, field, _tongue(context), {"file": file, "low": low, "high": high})


@register.inclusion_tag("speech/aloud.html", takes_context=True)
def thinking_aloud(context: Context) -> dict[str, Any]:
    """The recorder that runs beside an editor; what was said goes into no field."""
    return _recorder(context, "aloud", _tongue(context), {"part": "aloud"})


@register.filter
def is_code(slots: Iterable[tuple[Slot, str]]) -> bool:
    """Whether an answer is code alone, which one explains while writing it."""
    kinds = [(slot.shape, slot.aloud) for slot, _ in slots]
    return any(shape == "code" for shape, _ in kinds) and not any(aloud for _, aloud in kinds)


def _tongue(context: Context) -> Language:
    """The language that is probably spoken: the interview's, English in a drill of English, else the one spoken last, else English: interviews are in it."""
    if context.get("interview"):
        return "it" if context["interview"].language == "it" else "en"
    if "exercise" in context and context["exercise"].kind == "say":
        return "en"
    return "it" if app().records.setting(takes.SPOKEN) == "it" else "en"


@register.inclusion_tag("speech/forms.html")
def recorder_forms(slots: Iterable[tuple[Slot, str]], *more: str) -> dict[str, Any]:
    """The forms of an answer's recorders; to be written outside the answer's own."""
    return {"fields": [*(f"slot-{slot.name}" for slot, _ in slots if slot.aloud), *more]}


@register.inclusion_tag("speech/replays.html", takes_context=True)
def replays(context: Context, shown: Shown) -> dict[str, Any]:
    """What was said of an attempt whose verdict speaks of how it was told."""
    spoken = shown.attempt and any(finding.evidence.recording for finding in shown.findings if isinstance(finding.evidence, Delivery))
    record = app().records.attempt(shown.attempt) if spoken and shown.attempt else None
    heard = [part.take for part in record.answer.parts.values() if isinstance(part, Prose) and part.take] if record else []
    return {"words": context["words"], "lang": context["lang"], "recordings": [_again(take) for take in heard]}


def _again(take: Take) -> Recorded:
    """The recording of a take; what was heard where the recording itself is gone."""
    found = recordings.table(app()).find(take.recording)
    gone = Recorded(take.recording, "", "", 0, "", take.heard.seconds, heard=take.heard)
    return replace(found.recorded, heard=take.heard) if found else gone


@register.filter
def megabytes(count: int) -> float:
    """Bytes in millions, to one decimal."""
    return round(count / 1e6, 1)


@register.simple_tag
def hidden_words(text: str, language: Language) -> bool:
    """Whether the candidate wants to hear the text before they read it, and there is something to hear."""
    return voice_choice(app()).listening and bool(aloud(text, language))


@register.filter
def seen(text: str) -> SafeString:
    """The code of a text, which must be seen even where the words are only heard."""
    return written.markdown(shown(text))


@register.inclusion_tag("speech/mends.html", takes_context=True)
def mends(context: Context, text: str) -> dict[str, Any]:
    """What is no English in a reply, with its mends. Marks and capitals are nobody's mistake there: a reply may have been spoken."""
    return {"words": context["words"], "lang": context["lang"], "slips": _mended(app().english, text, installed())}


@lru_cache(maxsize=512)
def _mended(reader: Checker, text: str, harper: bool) -> tuple[Any, ...]:  # noqa: ARG001 - `harper`: who reads along now
    """The words, their mends, what is wrong and why, of the first slips. A scorecard is looked at again and again, its replies never change."""
    slips = reader.check(text[: english.MOST], spoken=True)
    told = [(text[slip.start : slip.end], slip.replacements, slip.message, slip.why) for slip in slips if slip.replacements]
    return tuple(told[:MOST_MENDS])
