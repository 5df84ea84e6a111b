"""What the templates of speech need."""

import json
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from sparring.core.text import Language
from sparring.usecases.voice.aloud import aloud, shown
from sparring.usecases.voice.choice import voice_choice
from sparring.usecases.voice.speaking import machine_voices
from sparring.web import written
from sparring.web.request import app

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


@register.simple_tag
def hidden_words(text: str, language: Language) -> bool:
    """Whether the candidate wants to hear the text before they read it, and there is something to hear."""
    return voice_choice(app()).listening and bool(aloud(text, language))


@register.filter
def seen(text: str) -> SafeString:
    """The code of a text, which must be seen even where the words are only heard."""
    return written.markdown(shown(text))
