"""Finds patterns in a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sparring.language.english.lexicon import keys
from sparring.language.english.pattern import ANY, Element, Pattern
from sparring.language.english.words import ENDS, Word

_CLAUSE = frozenset(
    "and but or so because although though if when while that which who where since as what why how whether before after until unless then".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """Which words of the sentence: all that matched, those marked, and by element's number those that it took."""

    start: int
    end: int
    marked: tuple[int, int]
    groups: dict[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with each word's keys."""

    words: tuple[Word, ...]
    keys: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, words: tuple[Word, ...]) -> "Sentence":
        """The sentence of these words."""
        return cls(words, tuple(keys(word.norm) for word in words))


def possible(pattern: Pattern, present: frozenset[str]) -> bool:
    """Whether a sentence with these keys among its words' can match at all; cheaper than trying at every word."""
    return not any(need.isdisjoint(present) for need in pattern.needs)


def find(pattern: Pattern, sentence: Sentence, at: int) -> Match | None:
    """The first way in which `pattern` matches the words from `at` on."""
    for end, opened, closed, groups in _walk(pattern.elements, 0, sentence, at, (at, -1), {}):
        if end > at:
            return Match(at, end, (opened, end if closed < 0 else closed), groups)
    return None


def _walk(
    elements: Sequence[Element], index: int, sentence: Sentence, at: int, marked: tuple[int, int], groups: dict[int, tuple[int, int]]
) -> Iterator[tuple[int, int, int, dict[int, tuple[int, int]]]]:
    """Every way to match the elements from `index` on: end, marked stretch, groups. Depth: one frame an element."""
    if index == len(elements):
        yield at, marked[0], marked[1], groups
        return
    element = elements[index]
    if element.kind in ("word", "not"):
        for taken in _taken(element, sentence, at):
            yield from _walk(elements, index + 1, sentence, at + taken, marked, {**groups, element.number: (at, at + taken)})
    elif element.kind == "open":
        yield from _walk(elements, index + 1, sentence, at, (at, marked[1]), groups)
    elif element.kind == "close":
        yield from _walk(elements, index + 1, sentence, at, (marked[0], at), groups)
    elif _holds(element, sentence, at):
        yield from _walk(elements, index + 1, sentence, at, marked, groups)


def _taken(element: Element, sentence: Sentence, at: int) -> Iterator[int]:
    """How many words the element may take here: as many as it can; a gap (any words) as few."""
    fit = 0
    while fit < element.most and at + fit < len(sentence.words) and _fits(element, sentence, at + fit):
        fit += 1
    lengths = range(element.least, fit + 1)
    gap = element.most > 1 and (element.kind == "not" or ANY in element.keys)
    yield from lengths if gap else reversed(lengths)


def _fits(element: Element, sentence: Sentence, at: int) -> bool:
    if element.kind == "not":
        return "@mark" not in sentence.keys[at] and not _named(element, sentence, at)
    return _named(element, sentence, at) or (ANY in element.keys and "@mark" not in sentence.keys[at])


def _named(element: Element, sentence: Sentence, at: int) -> bool:
    if not element.keys.isdisjoint(sentence.keys[at]):
        return True
    return any(regex.fullmatch(sentence.words[at].norm) for regex in element.regexes)


def _holds(element: Element, sentence: Sentence, at: int) -> bool:
    match element.kind:
        case "start":
            return at == 0 or (at == 1 and "@mark" in sentence.keys[0])
        case "end":
            return at == len(sentence.words) or sentence.words[at].norm in ENDS
        case "edge":
            return at == len(sentence.words) or sentence.words[at].norm in ENDS or _named(element, sentence, at)
        case "clause":
            return (
                at == 0
                or "@mark" in sentence.keys[at - 1]
                or sentence.words[at - 1].norm in _CLAUSE
                or (at == 1 and "@adv" in sentence.keys[0])
            )
        case "ahead":
            return at >= len(sentence.words) or not _named(element, sentence, at)
        case _:
            return at == 0 or not _named(element, sentence, at - 1)
