"""The language that rules are written in.

A pattern is elements between blanks; each stands for one word, but for those marked 0:

    word          the word itself, in lower case; contractions in full (`do not` finds *don't*)
    a|b           either
    =go           any form of the verb, noun or adjective; `=go:past` one form
    @noun:pl      a class or part of speech of the lexicon (`lexicon.toml`)
    /…/           a word that this regular expression matches whole
    *             any word (no punctuation mark)
    ~a|b          any word but these
    x?  x{0,3}    optional; repeated, as often as possible (`*` and `~` as rarely)
    !a|b          0: the next word is none of these
    !<a|b         0: the word before is none of these
    ^  $          0: the sentence begins here; it ends here
    &             0: a clause begins here: the sentence does, or a mark, a conjunction or its first adverb stands before
    $|a|b         0: the sentence ends here, or the next word is one of these
    [  ]          0: what is marked and mended lies between; everything that matched where they are missing

`$2` in a mend is the second element's words; `$2:FORM` puts them into a form (`mend.py`).
"""

import re
from dataclasses import dataclass

_REPEATED = re.compile(r"^(.+)\{(\d+),(\d+)\}$")
ANY, END = "*", "$"


class PatternError(ValueError):
    """A pattern that cannot be read; says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element. `kind`: word, not (any word but), ahead, behind (must not stand there), start, end, edge, clause, open, close."""

    kind: str
    keys: frozenset[str] = frozenset()
    regexes: tuple[re.Pattern[str], ...] = ()
    least: int = 1
    most: int = 1
    number: int = 0

    @property
    def wide(self) -> bool:
        """Whether it may be a word that no key names."""
        return self.kind == "not" or bool(self.regexes) or ANY in self.keys


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as it is matched. `firsts`: keys of which the first word has one; None if it may be any word. `needs`: for each word that may not be missing, its keys."""

    source: str
    elements: tuple[Element, ...]
    firsts: frozenset[str] | None
    needs: tuple[frozenset[str], ...]


def read_pattern(source: str) -> Pattern:
    """The pattern; PatternError says what is wrong with it."""
    elements: list[Element] = []
    number = 0
    for part in source.split():
        element = _element(part, number + 1)
        number += element.kind in ("word", "not")
        elements.append(element)
    kinds = [element.kind for element in elements]
    if not any(element.kind in ("word", "not") and element.least for element in elements):
        raise PatternError("it names no word")
    if kinds.count("open") != kinds.count("close") or kinds.count("open") > 1:
        raise PatternError("[ and ] belong together, once")
    needs = tuple(element.keys for element in elements if element.kind == "word" and element.least and not element.wide)
    return Pattern(source, tuple(elements), _firsts(elements), needs)


def _element(part: str, number: int) -> Element:
    zero = {"^": "start", "$": "end", "&": "clause", "[": "open", "]": "close"}
    if part in zero:
        return Element(zero[part])
    least, most = 1, 1
    if repeated := _REPEATED.match(part):
        part, least, most = repeated[1], int(repeated[2]), int(repeated[3])
    elif part.endswith("?") and part not in ("?", "!?", "!<?"):
        part, least = part[:-1], 0
    for prefix, kind in (("!<", "behind"), ("!", "ahead"), ("~", "not")):
        if part.startswith(prefix) and len(part) > len(prefix):
            keys, regexes = _atoms(part[len(prefix) :])
            return Element(kind, keys, regexes, least, most, number if kind == "not" else 0)
    keys, regexes = _atoms(part)
    if END in keys:
        return Element("edge", keys - {END}, regexes)
    return Element("word", keys, regexes, least, most, number)


def _atoms(text: str) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    keys, regexes = set(), []
    for atom in _split(text):
        if len(atom) > 2 and atom.startswith("/") and atom.endswith("/"):
            try:
                regexes.append(re.compile(atom[1:-1]))
            except re.error as error:
                raise PatternError(f"{atom}: {error}") from error
        elif not atom or atom != atom.lower():
            raise PatternError(f"{atom!r} is no word in lower case")
        else:
            keys.add(atom)
    return frozenset(keys), tuple(regexes)


def _split(text: str) -> list[str]:
    """Alternatives; a `|` between slashes belongs to the regular expression."""
    return re.findall(r"/[^/]*/|[^|]+", text) or [text]


def _firsts(elements: list[Element]) -> frozenset[str] | None:
    found: set[str] = set()
    for element in elements:
        if element.kind not in ("word", "not"):
            continue
        if element.wide:
            return None
        found |= element.keys
        if element.least:
            break
    return frozenset(found)
