"""An advertisement cut into what asks for something and what does not, by the one list of cues (`advert_cues.py`).

First passages, by their headings: what a heading of company, offer, hiring, law or other people's work begins asks for nothing until the next one. Then
sentences, by their own words. Then clauses: what one takes back, gives to others, or tells of the past.
"""

import re
from collections.abc import Iterator
from typing import Literal

from sparring.language.advert_cues import (
    ASIDE,
    ASKED,
    ASKED_ASIDE,
    BEFORE_US,
    BOARD,
    BULLET,
    COLLEAGUES_FROM,
    COMPANY,
    DONE_BY,
    EDUCATION,
    ELSEWHERE,
    FOR_OTHERS,
    HANDLING,
    INTERVIEW_IN_ENGLISH,
    KNOWING,
    LAW,
    MONEY,
    MUST,
    OTHERS,
    OTHERS_AFTER,
    OTHERS_WORK,
    PAY_FIRST,
    PERKS,
    PLUS,
    PRODUCT,
    SECTION,
    TEAM_OF,
    THEIR_TEAM,
    THEIRS_ASIDE,
    THIRD,
    UNDONE,
    UNDONE_BEFORE,
)
from sparring.language.advert_denials import NOT_ASKED, is_denied
from sparring.language.skills import names_sure

Force = Literal["must", "named", "plus"]
HEADING_WORDS = 10
"""A longer line is a passage of its own: what it says of the company or of the offer ends with it."""
TITLE_WORDS = 14
"""A first line of more words is no title."""
_WRAPPED = re.compile(r"(?<=[^\n.:;!?]{40})(?<![.:;!?\n])\n[ \t]*(?=[a-zà-ý(*_])(?![*_-]\s)")
"""Where a line goes on in the next one."""
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_PART = re.compile(r"\S.{0,998}(?:\S(?=\s|$)|$)|\S{1,1000}", re.DOTALL)
"""As much of a sentence as is looked at in one piece: nobody writes longer ones."""
_BUT_A_PLUS = re.compile(
    rf"[^.;]{{0,30}}\b(?:not|non)\b[^.;]{{0,25}}\b(?:required|mandatory|essential|necessary|must|richiest\w|necessari\w|indispensabil\w|obbligatori\w)"
    rf"[^.;]{{0,20}}\b(?:but|ma|però|just)\b[^.;]{{0,40}}(?:{PLUS.pattern})",
    re.IGNORECASE,
)
"""What takes a need back and leaves a wish: "not required, but a plus"."""
_SENTENCE = re.compile(r"[^\n]+")
_STOP = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÀ-Ý•\-*])")


def sentences(text: str) -> Iterator[tuple[str, Force]]:
    """Sentences that may ask for something, with the force of the heading above them."""
    heading: Force = "named"
    aside = False
    for line in _SENTENCE.findall(_WRAPPED.sub(" ", text)):
        body = _EMPHASIS.sub("", line.strip())
        if not body:
            continue
        if is_heading(body):
            heading, aside = force_of(body, "named"), False
        speaks_aside = bool(ASIDE.match(body)) or (is_heading(body) and bool(NOT_ASKED.match(body)))
        aside = aside or (speaks_aside and len(body.split()) <= HEADING_WORDS)
        for sentence in (part for whole in _STOP.split(body) for part in _PART.findall(whole)):
            if spoken := INTERVIEW_IN_ENGLISH.search(sentence):
                yield spoken[0], "must"
            if _asks(sentence, aside=aside or speaks_aside, bullet=bool(BULLET.match(body))):
                yield sentence.lstrip("#").strip(" \t-•*·–"), heading


def title_of(text: str) -> str:
    """The first line, where it is short enough to be the post's title; else ""."""
    title = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return title if len(title.split()) <= TITLE_WORDS else ""


def is_heading(body: str) -> bool:
    """Whether a line is a heading: marked as one, a short line that ends in a colon or holds few words and no technology."""
    if body.startswith("#") or body.endswith(":"):
        return True
    few = len(body.split())
    if few > HEADING_WORDS or re.match(r"[-•*·–]", body) or body[-1] in ".,;":
        return False
    return bool(SECTION.match(body)) or (few <= 5 and not names_sure(body))


def _asks(sentence: str, *, aside: bool, bullet: bool) -> bool:
    """Whether a sentence may ask for something: not of law, board, pay, hiring or company."""
    if LAW.search(sentence) and (HANDLING.search(sentence) or not KNOWING.search(sentence)):
        return False
    if BOARD.search(sentence) or PAY_FIRST.match(sentence) or (MONEY.search(sentence) and not names_sure(sentence)):
        return False
    if (PERKS.search(sentence) or ELSEWHERE.search(sentence)) and not ASKED_ASIDE.search(sentence):
        return False
    if aside:
        return bool(ASKED_ASIDE.search(sentence))
    return bool(ASKED.search(sentence)) or bullet or not COMPANY.search(sentence)


def is_studied(sentence: str, place: int) -> bool:
    """Whether what stands at a place is what somebody should have a degree in."""
    degrees = [found.end() for found in EDUCATION.finditer(sentence, 0, place)]
    return (
        bool(degrees)
        and not re.search(r"[.;]\s|\b(?:years?|anni)\b", sentence[degrees[-1] : place])
        and not KNOWING.search(sentence, degrees[-1], place)
    )


def force_around(sentence: str, start: int, end: int, heading: Force) -> Force | None:
    """How strongly what stands at a place is asked for; None where its clause takes it back, gives it to others or tells of the past."""
    clause, at = _around(sentence, start, end)
    if PLUS.search(clause) or _BUT_A_PLUS.match(sentence, end):
        return "plus" if not (_of_others(sentence, start, end) or UNDONE_BEFORE.search(sentence, end)) else None
    if (
        is_taken_back(sentence, start, end)
        or is_denied(sentence, start, end)
        or _of_others(sentence, start, end)
        or BEFORE_US.search(clause, 0, at)
    ):
        return None
    return force_of(clause, heading)


def is_taken_back(sentence: str, start: int, end: int) -> bool:
    """Whether the clause takes the mention back: "no Java required", "conoscere Java non è richiesto", "instead of Java"."""
    if UNDONE_BEFORE.search(sentence, end):
        return True
    clause, at = _around(sentence, start, end)
    undone = UNDONE.search(clause)
    return undone is not None and (undone.start() <= at or bool(re.match(r"(?i)not|non", undone[0])))


def _of_others(sentence: str, start: int, end: int) -> bool:
    """Whether the mention only says whom one works with, or what others do."""
    before = sentence[:start]
    with_them = bool(OTHERS.search(before)) and bool(THEIR_TEAM.match(sentence, end) or TEAM_OF.search(before))
    for_them = bool(FOR_OTHERS.search(before)) and bool(PRODUCT.match(sentence, end))
    clause, at = _around(sentence, start, end)
    by_them = (
        OTHERS_AFTER.search(sentence, end)
        or DONE_BY.search(clause)
        or any(found.start() <= at for cue in (OTHERS_WORK, THIRD) for found in cue.finditer(clause))
    )
    return with_them or for_them or bool(COLLEAGUES_FROM.search(before) or THEIRS_ASIDE.search(before) or by_them)


def _around(sentence: str, start: int, end: int) -> tuple[str, int]:
    """The clause around a mention, up to the next semicolon, full stop or "but", and where the mention stands in it."""
    cuts = [0, *(cut.start() for cut in re.finditer(r"[;.](?=\s)|\b(?:but|ma|while|mentre)\b", sentence)), len(sentence)]
    first = max(cut for cut in cuts if cut <= start)
    last = min(cut for cut in cuts if cut >= end)
    return sentence[first:last], start - first


def force_of(text: str, default: Force) -> Force:
    """How strongly a clause or a heading asks."""
    if PLUS.search(text):
        return "plus"
    return "must" if MUST.search(text) else default
