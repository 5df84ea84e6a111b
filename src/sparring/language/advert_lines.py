"""An advertisement cut into its sentences, each with what it stands under: the heading, the line that leads to it, its neighbours, its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sparring.language.advert_cues import BULLET, EDUCATION, KNOWING, MUST, PLUS, SECTION
from sparring.language.skills import names_sure

Force = Literal["must", "named", "plus"]
HEADING_WORDS = 10
"""A longer line is a passage of its own."""
TITLE_WORDS = 14
"""A first line of more words is no title."""
SHOUTED_WORDS = 6
"""A line of so few words, all in capitals, is a heading."""
BARE_WORDS = 5
"""A line of so few words that names no technology is a heading."""
_WRAPPED = re.compile(r"(?<=[^\n.:;!?]{40})(?<![.:;!?\n])\n[ \t]*(?=[a-zà-ý(*_])(?![*_-]\s)")
"""Where a line goes on in the next one."""
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_PART = re.compile(r"\S.{0,998}(?:\S(?=\s|$)|$)|\S{1,1000}", re.DOTALL)
"""As much of a sentence as is looked at in one piece: nobody writes longer ones."""
_ROW = re.compile(r"[^\n]+")
_STOP = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÀ-Ý•\-*])")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S{1,100}@\S+")
_CUT = re.compile(
    r"[;:](?=\s)|[.!?](?=\s)|\s[–—-]\s|\b(?:but|ma|però|while|mentre|though|although|anche se|whereas|invece)\b"
    r"|(?<=,) (?=(?:and|so|e|ma|which|that|but|che|quindi|perciò) )|[()]",
    re.IGNORECASE,
)
"""Where a clause ends."""
BUT_A_PLUS = re.compile(
    rf"[^.;]{{0,30}}\b(?:not|non)\b[^.;]{{0,25}}\b(?:required|mandatory|essential|necessary|must|richiest\w|necessari\w|indispensabil\w|obbligatori\w)"
    rf"[^.;]{{0,20}}\b(?:but|ma|però|just)\b[^.;]{{0,40}}(?:{PLUS.pattern})",
    re.IGNORECASE,
)
"""What takes a need back and leaves a wish: "not required, but a plus"."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as written, what it stands under, and its neighbours.

    `bare`: with blanks for links and mail addresses, every place the same. `led`: the long line ending in a colon that leads to it. `place`: how far down
    the text, from 0 to 1.
    """

    text: str
    bare: str
    heading: str
    led: str
    bullet: bool
    titled: bool
    place: float
    before: str = ""
    after: str = ""


def lines(text: str) -> list[Line]:
    """The sentences of an advertisement in its order."""
    found = list(_cut(text))
    texts = ["", *(one.text for one in found), ""]
    return [replace(one, before=texts[at], after=texts[at + 2]) for at, one in enumerate(found)]


def _cut(text: str) -> Iterator[Line]:
    rows = [body for row in _ROW.findall(_WRAPPED.sub(" ", text)) if (body := _EMPHASIS.sub("", row.strip()))]
    heading = led = ""
    for number, body in enumerate(rows):
        if is_heading(body) and (number or _is_marked(body)):
            leads = body.endswith(":") and len(body.split()) > HEADING_WORDS
            heading, led = (heading, body) if leads else (body, "")
        titled = number == 0 and bool(title_of(text))
        for sentence in (part for whole in _STOP.split(body) for part in _PART.findall(whole)):
            bare = _ADDRESS.sub(lambda address: " " * len(address[0]), sentence)
            yield Line(sentence, bare, heading, led, bool(BULLET.match(body)), titled, number / max(1, len(rows) - 1))


def shown(sentence: str) -> str:
    """A sentence without the sign of its bullet."""
    return sentence.lstrip("#").strip(" \t-•*·–")


def title_of(text: str) -> str:
    """The first line, where it is short enough to be the post's title; else ""."""
    title = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return title if len(title.split()) <= TITLE_WORDS else ""


def is_heading(body: str) -> bool:
    """Whether a line is a heading: marked as one, a short line that ends in a colon or holds few words and no technology."""
    if _is_marked(body):
        return True
    few = len(body.split())
    if few > HEADING_WORDS or re.match(r"[-•*·–]", body) or body[-1] in ".,;":
        return False
    return (body.isupper() and few <= SHOUTED_WORDS) or bool(SECTION.match(body)) or (few <= BARE_WORDS and not names_sure(body))


def _is_marked(body: str) -> bool:
    return body.startswith("#") or body.endswith(":")


def is_studied(sentence: str, place: int) -> bool:
    """Whether what stands at a place is what somebody should have a degree in."""
    degrees = [found.end() for found in EDUCATION.finditer(sentence, 0, place)]
    return (
        bool(degrees)
        and not re.search(r"[.;]\s|\b(?:years?|anni)\b", sentence[degrees[-1] : place])
        and not KNOWING.search(sentence, degrees[-1], place)
    )


def clause_around(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause begins and ends that a mention stands in."""
    cuts = list(_CUT.finditer(sentence))
    first = max((cut.end() for cut in cuts if cut.end() <= start), default=0)
    return first, min((cut.end() for cut in cuts if cut.end() >= end), default=len(sentence))


def force_around(line: Line, start: int, end: int) -> Force:
    """How strongly what stands at a place is asked for: by its clause, else by the heading above it."""
    cuts = [0, *(cut.start() for cut in re.finditer(r"[;.](?=\s)|\b(?:but|ma|while|mentre)\b", line.bare)), len(line.bare)]
    clause = line.bare[max(cut for cut in cuts if cut <= start) : min(cut for cut in cuts if cut >= end)]
    if BUT_A_PLUS.match(line.bare, end):
        return "plus"
    return _force_of(clause, _force_of(line.heading, "named"))


def _force_of(text: str, default: Force) -> Force:
    if PLUS.search(text):
        return "plus"
    return "must" if MUST.search(text) else default
