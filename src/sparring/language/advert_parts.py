"""What the clause of a name says plainly: that it is not asked for, that others do it, that it is past. It holds whatever else surrounds the name."""

import re

from sparring.language.advert_cues import (
    BEFORE_US,
    COLLEAGUES_FROM,
    DONE_BY,
    FOR_OTHERS,
    OTHERS,
    OTHERS_AFTER,
    OTHERS_WORK,
    PLUS,
    PRODUCT,
    TEAM_OF,
    THEIR_TEAM,
    THEIRS_ASIDE,
    THIRD,
    UNDONE,
    UNDONE_BEFORE,
)
from sparring.language.advert_denials import is_denied
from sparring.language.advert_lines import BUT_A_PLUS


def is_plainly_not_asked(sentence: str, start: int, end: int) -> bool:
    """Whether the clause of what stands at a place takes it back, gives it to others or tells of the past."""
    if _of_others(sentence, start, end):
        return True
    clause, at = _around(sentence, start, end)
    if PLUS.search(clause) or BUT_A_PLUS.match(sentence, end):
        return bool(UNDONE_BEFORE.search(sentence, end))
    return _is_taken_back(sentence, start, end) or is_denied(sentence, start, end) or bool(BEFORE_US.search(clause, 0, at))


def _is_taken_back(sentence: str, start: int, end: int) -> bool:
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
