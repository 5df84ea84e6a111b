"""How something was told: figures from what was heard, each beside its usual range and the moments that it speaks of. Pure; nothing here changes a score.

Pauses come from the voice detector, never from gaps between words. What rests on recognised words is marked as an estimate, and a figure outside its
range is then remarked upon, not condemned. Nothing is said of how anybody sounds. Where the recording is too poor, that is all that is said.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from sparring.core.evidence import Delivery
from sparring.core.speech import Heard, Moment, Stretch, Take, Word
from sparring.core.text import Language, Message, Param, Text
from sparring.core.verdict import Dimension, Finding
from sparring.language.speech.fillers import fillers, hedges, lone_sounds, repetitions, without_fillers

PREFIX = "speech-"
"""All these findings' criteria begin so."""
PAUSE = 0.7
"""Seconds from which a silence is a pause that listeners notice."""
ALLOWED = 0.03
"""Seconds by which a pause's edges may be off together (measured on composed clips): so much shorter is one still."""
LEAST_WORDS, LEAST_SECONDS = 15, 5.0
"""In less a rate says nothing."""
ENOUGH_TO_PRAISE = 60
"""Words: a transcriber leaves out some of what it counts, so that nought in fewer of them is no praise."""
COUNTED = ("pauses", "fillers", "repetitions", "hedges")
"""Figures that count moments: where there are none, that is said in words."""
_ENDS = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class Range:
    """A usual range and who measured it; None: open on that side."""

    low: float | None = None
    high: float | None = None
    source: str = ""
    source_it: str = ""

    def place(self, value: float) -> str:
        """`low`, `fits` or `high`."""
        if self.low is not None and value < self.low:
            return "low"
        return "high" if self.high is not None and value > self.high else "fits"


def usual(evidence: Delivery) -> Message | None:
    """The usual range of a figure in words; None if there is none."""
    low, high = (None if end is None else int(end) if end == int(end) else end for end in (evidence.low, evidence.high))
    if low is not None and high is not None:
        return Message("evidence.usual-between", {"low": low, "high": high})
    if high is not None:
        return Message("evidence.usual-most", {"high": high})
    return Message("evidence.usual-least", {"low": low}) if low is not None else None


def source_of(evidence: Delivery) -> Text:
    """Who measured the range, and what of it is our own bound. An older program's wording is shown as it was kept."""
    known = ranges().get(evidence.measure, Range())
    return Text(evidence.source, known.source_it if evidence.source == known.source else "")


@cache
def ranges() -> dict[str, Range]:
    """The usual ranges by measure."""
    table = tomllib.loads(Path(__file__).with_name("ranges.toml").read_text(encoding="utf-8"))
    return {name: Range(**values) for name, values in table.items()}


def pauses(voice: Sequence[Stretch], least: float = PAUSE) -> tuple[Moment, ...]:
    """The silences between two stretches of voice that last `least` seconds or longer, ALLOWED aside."""
    gaps = ((one.end, other.start) for one, other in pairwise(voice))
    return tuple(Moment(start, end) for start, end in gaps if end - start >= least - ALLOWED - 1e-9)


def sentences(words: Sequence[Word]) -> tuple[int, ...]:
    """How many words each sentence has, by the marks that the transcriber set."""
    lengths, count = [], 0
    for word in words:
        count += 1
        if word.text.endswith(_ENDS):
            lengths.append(count)
            count = 0
    return (*lengths, count) if count else tuple(lengths)


def delivery(take: Take, first_point: float | None = None) -> tuple[Finding, ...]:
    """The findings on a take. `first_point`: the second at which the first of the sought points was said, where there are any."""
    heard = take.heard
    if heard.trouble or heard.transcript is None or not heard.voice:
        return ()
    if heard.poor:
        evidence = Delivery("clearness", heard.clearness or 0.0, "decibels", seconds=heard.seconds, recording=take.recording)
        return (Finding(f"{PREFIX}poor", None, Message("speech.poor"), evidence, Dimension.EXPLAINING),)
    return tuple(_findings(take, heard, heard.transcript.words, first_point))


def _findings(take: Take, heard: Heard, words: Sequence[Word], first_point: float | None) -> Iterator[Finding]:
    said, told = without_fillers(words), heard.told
    enough = len(said) >= LEAST_WORDS and told >= LEAST_SECONDS
    language: Language = "it" if heard.transcript and heard.transcript.language == "it" else "en"
    yield _figure(take, "speaking", sum(stretch.seconds for stretch in heard.voice), "seconds", ())
    if enough:
        yield _figure(take, "pace", len(said) / told * 60, "words-a-minute", (), decimals=0)
    noticed = pauses(heard.voice)
    longest = max(noticed, key=lambda pause: pause.end - pause.start, default=None)
    yield _figure(take, "pauses", len(noticed), "count", noticed)
    if longest:
        yield _figure(take, "silence", longest.end - longest.start, "seconds", (longest,))
    if first_point is not None:
        yield _figure(
            take, "first-point", max(0.0, first_point - heard.voice[0].start), "seconds", (Moment(heard.voice[0].start, first_point),)
        )
    if enough:
        yield from _words(take, heard, words, language)


def _words(take: Take, heard: Heard, words: Sequence[Word], language: Language) -> Iterator[Finding]:
    """What rests on recognised words alone."""
    said = len(without_fillers(words))
    hesitations = sorted((*fillers(words), *lone_sounds(heard.voice, words)), key=lambda moment: moment.start)
    for name, moments in (("fillers", hesitations), ("repetitions", repetitions(words)), ("hedges", hedges(words, language))):
        yield _figure(take, name, len(moments) / said * 100, "per-100-words", tuple(moments), estimate=True, few=said < ENOUGH_TO_PRAISE)
    lengths = sentences(without_fillers(words))
    yield _figure(take, "sentence", sum(lengths) / len(lengths), "words", (), estimate=True, decimals=0)


def _figure(
    take: Take,
    measure: str,
    value: float,
    unit: str,
    moments: tuple[Moment, ...],
    *,
    estimate: bool = False,
    decimals: int = 1,
    few: bool = False,
) -> Finding:
    usual = ranges().get(measure, Range())
    shown = round(value, decimals)
    place = usual.place(shown)
    bounded = usual.low is not None or usual.high is not None
    ok = (True if place == "fits" else None if estimate else False) if bounded else None
    name = f"speech.{measure}-{place}" if bounded else f"speech.{measure}"
    if measure in COUNTED and not moments:
        name = f"speech.{measure}-none"
        ok = None if few and ok else ok
    params: dict[str, Param] = {"value": shown if decimals else int(shown), "count": len(moments)}
    evidence = Delivery(measure, shown, unit, usual.low, usual.high, usual.source, estimate, take.heard.seconds, moments, take.recording)
    return Finding(PREFIX + measure, ok, Message(name, params), evidence, Dimension.EXPLAINING)
