"""How a told experience is built: situation, task, action, result, reflection, found sentence by sentence.

Each sentence is the part for which most signs (`story.toml`) stand in it, the part that is due at this place of a story deciding among equals; a
sentence without a sign goes on with the part before it. One sentence often tells the deed and how it ended ("we added an index and it went from 40
to 6 minutes"): what certainly ended (`ended`, and nobody only wished it) is heard beside the deed. Signs are what people say at that place, so a part
that is found was very likely told; one that is not found may have been told in other words.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sparring.core.text import Language

PARTS = ("situation", "task", "action", "result", "reflection")
SCENES = 2
"""So many signs of a scene tell a situation."""
WORDS_A_MINUTE: dict[Language, int] = {"en": 138, "it": 132}
"""The middle of what is usual in presentations; Italian words are longer."""
_SENTENCE = re.compile(r"\S.*?(?:[.!?]+(?=\s|$)|\n\s*\n|\Z)", re.DOTALL)
_DUE = {"situation": 0.0, "task": 0.2, "action": 0.45, "result": 0.8, "reflection": 0.95}
"""Where in a story, from 0 to 1, each part usually stands."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence: its place in characters, its part ('' for none), and whether a sign says so (else it goes on with what came before).

    `scene`: how many signs only set the scene; one ("we had a bug") says neither where nor when. `also`: the other of deed and result, where the sentence tells both.
    """

    start: int
    end: int
    part: str
    signed: bool
    also: str = ""
    scene: int = 0

    def tells(self, part: str) -> bool:
        """Whether the sentence is of the part, or tells it too."""
        return part in (self.part, self.also)


@dataclass(frozen=True, slots=True)
class Story:
    """What was found. `own` and `together` are the places of *I* and *we* in what was done, `numbers` those of figures; `seconds` is an estimate."""

    sentences: tuple[Told, ...]
    own: tuple[tuple[int, int], ...]
    together: tuple[tuple[int, int], ...]
    numbers: tuple[tuple[int, int], ...]
    words: int
    seconds: int

    def has(self, part: str) -> bool:
        """Whether a sign of the part stands in some sentence; a scene wants two, or a place or time."""
        if part == "situation" and sum(told.scene for told in self.sentences if told.part == part) >= SCENES:
            return True
        return any((told.part == part and told.signed) or told.also == part for told in self.sentences)

    def places(self, part: str) -> tuple[tuple[int, int], ...]:
        """The sentences that say so by a sign; a scene's as well. What only goes on with the sentence before shows nothing by itself."""
        return tuple(
            (told.start, told.end) for told in self.sentences if told.also == part or (told.part == part and (told.signed or told.scene))
        )

    @property
    def owned(self) -> bool:
        """Whether what was done is told as one's own: the teller stands in it, or nobody does."""
        return bool(self.own) or not self.together


def read_story(text: str, language: Language) -> Story:
    """How the story is built."""
    found = [(match.start(), match.end()) for match in _SENTENCE.finditer(text) if match[0].strip()]
    told: list[Told] = []
    for number, (start, end) in enumerate(found):
        sentence = text[start:end].strip().lower()
        part = _part(sentence, language, number / max(1, len(found) - 1))
        before = told[-1].part if told else ""
        also = _also(sentence, part or before, language, acted=any(one.tells("action") for one in told))
        scene = _count(sentence, language, "scene") if part == "situation" else 0
        signed = bool(part) and (part != "situation" or _count(sentence, language, part) > 0)
        left = len(text[start:end]) - len(text[start:end].lstrip())
        told.append(Told(start + left, start + len(text[start:end].rstrip()), part or before, signed, also, scene))
    acted = [(one.start, one.end) for one in told if one.tells("action") or one.part == "task"] or [(0, len(text))]
    words = len(text.split())
    own, together = (_places(text, _data()[name][language], acted) for name in ("own", "together"))
    numbers = _places(text, _data()["numbers"][language], [(one.start, one.end) for one in told])
    return Story(tuple(told), own, together, numbers, words, round(words * 60 / WORDS_A_MINUTE[language]))


def _part(sentence: str, language: Language, place: float) -> str:
    """The part for which most signs stand in the sentence; '' if none does."""
    counts = {part: _count(sentence, language, part) for part in PARTS if part != "result"}
    counts["situation"] += _count(sentence, language, "scene")
    ended = any(_happened(sentence, sign, language) for sign in _signs(language, "ended"))
    counts["result"] = sum(_happened(sentence, sign, language) for sign in _signs(language, "result")) or int(ended)
    best = max(PARTS, key=lambda part: (counts[part], -abs(_DUE[part] - place)))
    return best if counts[best] else ""


def _count(sentence: str, language: Language, signs: str) -> int:
    return sum(bool(sign.search(sentence)) for sign in _signs(language, signs))


def _also(sentence: str, part: str, language: Language, *, acted: bool) -> str:
    """The deed in a sentence of the result, the result in another sentence once something was done; '' if it does not tell both."""
    if not any(_happened(sentence, sign, language) for sign in _signs(language, "ended")):
        return ""
    deed = any(sign.search(sentence) for sign in _signs(language, "action"))
    if part == "result":
        return "action" if deed else ""
    return "result" if acted or deed else ""


def _happened(sentence: str, sign: re.Pattern[str], language: Language) -> bool:
    """Whether a sign stands in a clause where nothing before it makes it a wish, an order or a denial."""
    wish, clause = _signs(language, "wish")[0], _signs(language, "clause")[0]
    for found in sign.finditer(sentence):
        ends = [cut.end() for cut in clause.finditer(sentence, 0, found.start())]
        if not wish.search(sentence, ends[-1] if ends else 0, found.start()):
            return True
    return False


def _places(text: str, pattern: str, within: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    found = re.finditer(pattern, text, re.IGNORECASE)
    return tuple((m.start(), m.end()) for m in found if any(start <= m.start() < end for start, end in within))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("story.toml").read_text(encoding="utf-8"))


@cache
def _signs(language: Language, part: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(sign) for sign in _data()[language][part])
