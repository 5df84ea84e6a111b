"""What somebody who thinks aloud says of how a cost grows: "this is linear", "O of n log n", "è quadratico". An estimate, since it rests on recognised words. Pure.

Left out is what is denied, what is only compared with ("instead of quadratic"; "from quadratic to linear" claims only linear), what names something else (a
linear search), and what is said of memory.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sparring.core.speech import Moment, Word

_MARKS = re.compile(r"[^\w'²³]+")
_BIG_O = r"(?:big )?o (?:(?:of|di|de) )?"
_SQUARED = r"(?:squared?|quadr(?:o|at[oa])|al quadrato|to the (?:power of )?(?:two|2)|2)"
_WAYS = (
    ("n^2 log n", rf"(?:n {_SQUARED}|n²) (?:times |per |x )?log(?: of| di)? n"),
    ("n log n", r"n (?:times |per |x )?log(?: of| di)? n|nlogn|linearithmic|linearitmic[oa]"),
    ("n^2", rf"quadratic[oa]?|n {_SQUARED}|n²"),
    ("n^3", r"cubic[oa]?|n (?:cubed?|cubo|al cubo|3)|n³"),
    ("2^n", r"exponential|esponenziale|(?:two|2) to the (?:power of )?n|(?:due|2) alla n"),
    ("log n", r"logarithmic|logaritmic[oa]|log(?: of| di)? n"),
    ("1", rf"constant time|constant cost|(?:is|in) constant|tempo costante|costo costante|è costante|{_BIG_O}(?:1|one|uno)"),
    ("n", rf"linear(?: in time)?|lineare|{_BIG_O}n"),
)
"""The growth classes, by their names of the judge, and the words for them; what is longer comes first."""
_ANY = re.compile("|".join(rf"(?P<c{number}>(?<![\w'])(?:{_BIG_O})?(?:{way})(?![\w']))" for number, (_, way) in enumerate(_WAYS)))
_DENIED = re.compile(
    r"(?:(?:\b(?:not|never|avoid|non)|n't)(?: \w+){0,2}|(?:instead of|rather than|than|invece di|anziché|piuttosto che)(?: \w+){0,3}|\b(?:from|da)(?: an?| una?)?) $"
)
_ELSE = re.compile(r"^ (?:search|scan|regression|algebra|probing|regressione|factor)\b|^(?: \w+){0,2} (?:space|memory|memoria|spazio)\b")
_MEMORY = re.compile(r"(?:space|memory|memoria|spazio)(?: \w+){0,2} $")
_ITALIAN_SEARCH = re.compile(r"(?:ricerca|scansione|regressione|algebra) $")


@dataclass(frozen=True, slots=True)
class GrowthClaim:
    """A growth class that was named, and where in the recording."""

    growth: str
    moment: Moment


def growth_claims(words: Sequence[Word]) -> tuple[GrowthClaim, ...]:
    """The claims in order; the same class named again at once is one claim."""
    text, starts = _joined(words)
    found: list[GrowthClaim] = []
    for name, start, end in _places(text):
        first, last = _word_at(starts, start), _word_at(starts, end - 1)
        moment = Moment(words[first].start, words[last].end, " ".join(word.text for word in words[first : last + 1]))
        if not (found and found[-1].growth == name and moment.start - found[-1].moment.end < 5):
            found.append(GrowthClaim(name, moment))
    return tuple(found)


def _joined(words: Sequence[Word]) -> tuple[str, list[int]]:
    """The words without marks as one text, and where each begins in it."""
    text, starts = "", []
    for word in words:
        starts.append(len(text))
        text += f"{_MARKS.sub(' ', word.text.lower()).strip()} "
    return re.sub(r"\s", " ", text), starts


def _word_at(starts: Sequence[int], place: int) -> int:
    return max(at for at, start in enumerate(starts) if start <= place)


def _places(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _ANY.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if any(pattern.search(before) for pattern in (_DENIED, _MEMORY, _ITALIAN_SEARCH)) or _ELSE.search(after):
            continue
        yield _WAYS[int(str(match.lastgroup)[1:])][0], match.start(), match.end()
