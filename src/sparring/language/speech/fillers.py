"""Sounds of hesitation, repetitions and hedges among words with times; sounds that stood alone between silences.

All of it is an estimate: transcribers drop and invent such sounds.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from sparring.core.speech import Moment, Stretch, Word
from sparring.core.text import Language

_SOUND = re.compile(r"(?:u+h*m+|u+h+|e+r+m*|h+u?m+|m+h+m*|m{2,}|a+h+|e+h+m*)")
_IN_TEXT = re.compile(rf"(?:,\s*)?(?<![\w'’-]){_SOUND.pattern}(?![\w'’-]),?", re.IGNORECASE)
_BARE = re.compile(r"[^\w']+")
BURST = 0.12, 0.7
"""Seconds: how long a lone sound of hesitation lasts."""
ALONE = 0.16
"""Seconds of silence on either side of a lone sound."""
NEAR = 0.15
"""A word whose middle is this near to a burst was said in it (word times are rough), and so was one that begins before it and ends in it."""
REPEATED = frozenset({"very", "really", "that", "had", "no", "yes", "so", "bye", "molto", "sì", "piano", "poco", "man", "via"})
"""Words that are right when they are said twice."""


def bare(word: str) -> str:
    """A word without marks and capitals."""
    return _BARE.sub("", word.lower()).strip("'")


def is_filler(word: str) -> bool:
    """Whether the word is a sound of hesitation (um, uh, er, ehm, hmm)."""
    return bool(_SOUND.fullmatch(bare(word)))


def unspoken(text: str) -> str:
    """The text, of the same length, with blanks instead of sounds of hesitation."""
    return _IN_TEXT.sub(lambda sound: " " * len(sound[0]), text)


def without_fillers(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words that say something."""
    return tuple(word for word in words if bare(word.text) and not is_filler(word.text))


def fillers(words: Sequence[Word]) -> tuple[Moment, ...]:
    """Where sounds of hesitation were written down."""
    return tuple(Moment(word.start, word.end, word.text) for word in words if is_filler(word.text))


def lone_sounds(voice: Sequence[Stretch], words: Sequence[Word]) -> tuple[Moment, ...]:
    """Short sounds with silence on both sides, before something more is said, in which no word was written down: possible fillers."""
    found = []
    for before, here, after in zip((None, *voice[:-1]), voice, voice[1:], strict=False):
        apart = (before is None or here.start - before.end >= ALONE) and after.start - here.end >= ALONE
        if apart and BURST[0] <= here.seconds <= BURST[1] and not any(_within(word, here) for word in words):
            found.append(Moment(here.start, here.end))
    return tuple(found)


def _within(word: Word, stretch: Stretch) -> bool:
    reaches = word.start < stretch.start < word.end
    return reaches or stretch.start - NEAR <= (word.start + word.end) / 2 <= stretch.end + NEAR


def repetitions(words: Sequence[Word]) -> tuple[Moment, ...]:
    """Words said twice in a row, sounds of hesitation between them left aside."""
    said = without_fillers(words)
    pairs = ((one, other) for one, other in pairwise(said) if bare(one.text) == bare(other.text) and bare(one.text) not in REPEATED)
    return tuple(Moment(one.start, other.end, f"{one.text} {other.text}") for one, other in pairs if not one.text.endswith((".", "?", "!")))


def hedges(words: Sequence[Word], language: Language) -> tuple[Moment, ...]:
    """Words that make a statement weaker; the longer of two that overlap."""
    said = without_fillers(words)
    plain = [bare(word.text) for word in said]
    found, at = [], 0
    while at < len(said):
        length = next((len(hedge) for hedge in _hedges(language) if plain[at : at + len(hedge)] == list(hedge)), 0)
        if length:
            found.append(Moment(said[at].start, said[at + length - 1].end, " ".join(word.text for word in said[at : at + length])))
        at += length or 1
    return tuple(found)


@cache
def _hedges(language: Language) -> tuple[tuple[str, ...], ...]:
    """The hedges as words, longest first."""
    table = tomllib.loads(Path(__file__).with_name("spoken.toml").read_text(encoding="utf-8"))
    return tuple(sorted((tuple(bare(word) for word in hedge.split()) for hedge in table["hedges"][language]), key=len, reverse=True))
