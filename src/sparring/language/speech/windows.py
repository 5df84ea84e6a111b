"""Cuts a recording into windows that a transcriber takes in at once, and lays its words on the voice. Pure.

Whisper sees thirty seconds at a time. Cuts are made in pauses, so that no word is halved and no short rest is left over, in which it would invent words.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sparring.core.speech import Stretch, Word

MOST = 28.0
"""Seconds of a window, the margins left aside."""
MARGIN = 0.3
"""Seconds heard before and after the voice."""
LONG_SILENCE = 8.0
"""A silence of so many seconds ends a window: hearing nothing for long makes a transcriber invent."""
FAR = 0.6
"""Seconds: a word that is farther from any voice was invented."""
REACHES = 0.08
"""Seconds by which a word reaches into the voice behind a pause to be that voice's, too: "I listened, too", written "to," before the pause."""


def windows(voice: Sequence[Stretch], seconds: float, most: float = MOST) -> tuple[Stretch, ...]:
    """The windows of `most` seconds at most, in order and apart from each other, that hold all of the voice."""
    groups: list[list[Stretch]] = []
    for stretch in (piece for long in voice for piece in _halved(long, most)):
        fits = groups and stretch.end - groups[-1][0].start <= most and stretch.start - groups[-1][-1].end < LONG_SILENCE
        if fits:
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    bounds = [(max(0.0, group[0].start - MARGIN), min(seconds, group[-1].end + MARGIN)) for group in groups]
    return tuple(Stretch(start, end) for start, end in _apart(bounds))


def _halved(stretch: Stretch, most: float) -> list[Stretch]:
    """A stretch without a pause that is longer than a window, in equal parts."""
    parts = max(1, -(-int(stretch.seconds * 1000) // int(most * 1000)))
    length = stretch.seconds / parts
    return [Stretch(stretch.start + n * length, stretch.start + (n + 1) * length) for n in range(parts)]


def _apart(bounds: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where two windows overlap by their margins, both end half-way."""
    apart = list(bounds)
    for at, ((_, end), (start, _)) in enumerate(pairwise(bounds)):
        if start < end:
            middle = (start + end) / 2
            apart[at], apart[at + 1] = (apart[at][0], middle), (middle, apart[at + 1][1])
    return apart


def laid_on(words: Sequence[Word], voice: Sequence[Stretch]) -> tuple[Word, ...]:
    """The words with their times within the voice: a transcriber lets words reach into pauses. Words far from any voice are left out.

    A word that ends within the voice behind a pause keeps that end: the sound there is no other one that nobody wrote down.
    """
    laid = (_laid(word, voice) for word in words)
    return tuple(word for word in laid if word is not None)


def _laid(word: Word, voice: Sequence[Stretch]) -> Word | None:
    best = max(voice, key=lambda stretch: _overlap(word, stretch), default=None)
    if best is None or _overlap(word, best) < -FAR:
        return None
    last = max((stretch for stretch in voice if _overlap(word, stretch) >= REACHES), key=lambda stretch: stretch.end, default=best)
    start, end = max(word.start, best.start), min(word.end, max(best.end, last.end))
    if end <= start:  # it lies in a pause, beside the voice
        return word
    return replace(word, start=round(start, 2), end=round(end, 2))


def _overlap(word: Word, stretch: Stretch) -> float:
    """Seconds that they share; below nought how far they are apart."""
    return min(word.end, stretch.end) - max(word.start, stretch.start)
