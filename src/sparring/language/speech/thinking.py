"""Thinking aloud while coding: when somebody spoke, when they wrote, what they ran, laid over each other. Pure; nothing here changes a score."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sparring.core.speech import Heard, Moment, Stretch
from sparring.language.speech.claims import GrowthClaim, growth_claims

What = Literal["edit", "run", "submit", "verdict"]
WHATS: tuple[What, ...] = ("edit", "run", "submit", "verdict")
LONG = 15.0
"""Seconds of silence after which an interviewer asks what one is thinking: interview guides speak of ten to twenty."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done while the recorder ran. `mark` (right, half, wrong, open) and `text` are a verdict's, in words as the page showed it."""

    what: What
    start: float
    end: float
    mark: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Thinking:
    """`before`, `during`, `after`: seconds of speech before the first edit, until the last one, and from then on (all of it `before` where nothing was written)."""

    seconds: float
    voice: tuple[Stretch, ...]
    deeds: tuple[Deed, ...]
    silences: tuple[Moment, ...]
    before: float
    during: float
    after: float
    claims: tuple[GrowthClaim, ...]

    def writing(self, moment: Moment) -> bool:
        """Whether something was written in that time."""
        return any(deed.what == "edit" and deed.start < moment.end and deed.end > moment.start for deed in self.deeds)


def thinking(heard: Heard | None, deeds: Sequence[Deed], seconds: float) -> Thinking:
    """The course of a recording of `seconds`; without `heard` only what was done is known."""
    usable = heard if heard and not heard.trouble else None
    voice = usable.voice if usable else ()
    whole = max(seconds, heard.seconds if heard else 0.0, *(deed.end for deed in deeds), 0.0)
    edits = [deed for deed in deeds if deed.what == "edit"]
    first, last = (edits[0].start, edits[-1].end) if edits else (whole, whole)
    spoken = [sum(_within(voice, *span)) for span in ((0.0, first), (first, last), (last, whole + 1))]
    claims = growth_claims(usable.transcript.words) if usable and usable.transcript else ()
    return Thinking(whole, voice, tuple(deeds), _silences(voice, whole) if usable else (), spoken[0], spoken[1], spoken[2], claims)


def _within(voice: Iterable[Stretch], start: float, end: float) -> Iterable[float]:
    return (max(0.0, min(stretch.end, end) - max(stretch.start, start)) for stretch in voice)


def _silences(voice: Sequence[Stretch], whole: float) -> tuple[Moment, ...]:
    """Where nobody speaks for LONG or more, the ends included."""
    edges = [Stretch(0.0, 0.0), *voice, Stretch(whole, whole)]
    return tuple(Moment(one.end, other.start) for one, other in pairwise(edges) if other.start - one.end >= LONG)
