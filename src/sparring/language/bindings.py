"""What goes with what: who does a thing and who does not, before and after, if and otherwise. A false sentence often has every word of a true one, bound wrongly.

An author writes it as pairs of opposed terms, in both languages at once:

    binding = about ["/" rival] ":" right "/" wrong        each a list of forms, written as in ways.toml, separated by "|"

"shallow / deep : shares / recursive": what shares is the shallow one, what is recursive the deep one, and not the other way round. Without a rival
only the two sides of what is said of the one thing are told apart. In a text each side is bound to the nearest mention of what it may be said of, in
its own clause before any other; a denied side is the other one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sparring.core.text import Language
from sparring.language.contrary import FROWNED
from sparring.language.reading import Read
from sparring.language.ways import Form, form_words

FURTHEST = 16
"""Words between a thing and what is said of it."""
A_CLAUSE, BEHIND = 8, 4
"""What a clause between the two, and a thing that is named after what is said of it, count as: so many words more."""
AT_ONCE = 3
"""Words from a negation to the thing that it denies, beside the verb's object."""
NOWHERE = 1_000
SPOKEN_OF = 12
"""Words of a sentence that names neither rival which may still be about the one that the sentence before ended with."""
_SUPPOSED = FROWNED | frozenset("otherwise unless would imagine instead altrimenti sennò invece".split())
"""A clause with one of these says what would be, or of which it is not sure what it is said."""
_THAN, _MORE = frozenset(("than", "rispetto")), frozenset(("più", "meno"))
_OF = re.compile(r"che|di|de[il]|dell['aeo]?|dello|degli")
"""Where what is compared with begins: "più spesso delle vecchie"."""
NEAR_COMPARED = 3
"""Words from what is said to what is compared with, at most."""
_MEANING = frozenset("mean means meaning dire significa intende".split())
Forms = tuple[Form, ...]


class BindingError(ValueError):
    """A binding that cannot be read."""


@dataclass(frozen=True, slots=True)
class Binding:
    """One binding as it was written, and its four lists of forms in one language; `rival` may be empty."""

    source: str
    about: Forms
    rival: Forms
    right: Forms
    wrong: Forms


@dataclass(frozen=True, slots=True)
class Bound:
    """A place where a text binds something: rightly or wrongly, in characters from the one word to the other."""

    binding: str
    right: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """What a text makes of one binding: how often it binds rightly, and the places where it binds wrongly."""

    binding: str
    right: int
    wrong: tuple[Bound, ...]

    @property
    def agrees(self) -> bool:
        """Whether it is bound rightly, mostly."""
        return self.right > len(self.wrong)

    @property
    def turned(self) -> bool:
        """Whether it is bound wrongly, mostly."""
        return len(self.wrong) > self.right


@lru_cache(maxsize=2_000)
def read_binding(source: str, language: Language) -> Binding:
    """The binding that an author wrote; BindingError if it has not its two or four lists."""
    head, colon, tail = source.partition(" : ")
    subjects, sides = [part.strip() for part in head.split(" / ")], [part.strip() for part in tail.split(" / ")]
    if not colon or len(subjects) > 2 or len(sides) != 2 or not all((*subjects, *sides)):
        raise BindingError(source)
    about, rival = _forms(subjects[0], language), _forms(subjects[1], language) if len(subjects) > 1 else ()
    return Binding(source, about, rival, _forms(sides[0], language), _forms(sides[1], language))


def _forms(text: str, language: Language) -> Forms:
    forms = (Form(form_words(form, language), denied=False) for form in text.split("|"))
    return tuple(dict.fromkeys(form for form in forms if form.words))


def said(text: Sequence[Read], sources: Iterable[str], language: Language) -> list[Said]:
    """What a text makes of each of these bindings, without those that it does not speak of."""
    found = []
    for source in sources:
        bounds = list(_bounds(text, read_binding(source, language)))
        if bounds:
            found.append(Said(source, sum(one.right for one in bounds), tuple(one for one in bounds if not one.right)))
    return found


def _bounds(text: Sequence[Read], binding: Binding) -> Iterator[Bound]:
    carried = 0
    for sentence in text:
        things = _things(sentence, binding)
        if sentence.claims and sentence.own and not sentence.denied:
            yield from _in_sentence(sentence, binding, things, carried)
        carried = things[-1][1] if binding.rival and things and len({side for _, side in things}) == 1 else 0


def _things(sentence: Read, binding: Binding) -> list[tuple[range, int]]:
    """Where the thing (1) and its rival (-1) are named; "not on the path" is the rival's place."""
    named = _longest([(place, side) for forms, side in ((binding.about, 1), (binding.rival, -1)) for place in _find(sentence, forms)])
    return [(place, -side if binding.rival and _denying(sentence, place) else side) for place, side in named]


def _denying(sentence: Read, place: range) -> set[int]:
    """Where the negations stand that deny a thing itself, directly before it."""
    near = {n.at for n in sentence.negations if not n.soft and 0 < place.start - n.at <= AT_ONCE}
    return near & set(sentence.reaching(place))


def _find(sentence: Read, forms: Forms) -> Iterator[range]:
    for form in forms:
        yield from sentence.find(form)


def _longest(places: list[tuple[range, int]]) -> list[tuple[range, int]]:
    """In order, without those that overlap a longer one: "not enough" is no "enough"."""
    kept: list[tuple[range, int]] = []
    for place, side in sorted(places, key=lambda one: (-len(one[0]), one[0].start)):
        if all(place.stop <= other.start or other.stop <= place.start for other, _ in kept):
            kept.append((place, side))
    return sorted(kept, key=lambda one: one[0].start)


def _in_sentence(sentence: Read, binding: Binding, things: list[tuple[range, int]], carried: int) -> Iterator[Bound]:
    taken = {index for place, _ in things for index in place}
    spent = taken.union(*(_denying(sentence, place) for place, _ in things)) if binding.rival else taken
    both = [(place, side) for forms, side in ((binding.right, 1), (binding.wrong, -1)) for place in _find(sentence, forms)]
    for place, side in _longest([one for one in both if taken.isdisjoint(one[0])]):
        polarity = _polarity(sentence, place, spent)
        thing = _nearest(sentence, place, things, carried)
        if thing and polarity:
            of, kind = thing
            kind = -kind if _is_compared(sentence, place, of) else kind
            first, last = min(of.start, place.start), max(of.stop, place.stop) - 1
            tokens = sentence.sentence.tokens
            yield Bound(binding.source, side * polarity * kind > 0, tokens[first].start, tokens[last].end)


def _polarity(sentence: Read, place: range, spent: set[int]) -> int:
    """1 where it is said, -1 where it is denied, 0 where one does not know. What denies a thing, or is part of it ("rules that never change"), denies nothing else: `spent`."""
    tokens, clause = sentence.sentence.tokens, sentence.sentence.clauses[place.start]
    if any(token.text in _SUPPOSED for token, of in zip(tokens, sentence.sentence.clauses, strict=True) if of == clause):
        return 0
    reaching = {at for at in sentence.reaching(place) if at not in place and at not in spent}
    found = [negation for negation in sentence.negations if negation.at in reaching]
    if any(negation.soft or negation.open for negation in found):
        return 0
    return -1 if found or _is_not_meant(sentence, place) else 1


def _is_compared(sentence: Read, place: range, of: range) -> bool:
    """Whether a thing is what another is compared with: what is "more often than the old ones" is not said of the old ones."""
    texts = [token.text for token in sentence.sentence.tokens]
    between = texts[place.stop : of.start] if of.start >= place.stop else []
    if len(between) > NEAR_COMPARED:
        return False
    more = {*texts[max(0, place.start - 1) : place.start], texts[place.start]} & _MORE
    return bool(_THAN & set(between)) or bool(more and between and _OF.fullmatch(between[0]))


def _is_not_meant(sentence: Read, place: range) -> bool:
    """Whether it stands in quotes behind a denied "means"."""
    tokens = sentence.sentence.tokens
    return any(0 < place.start - n.target <= AT_ONCE and tokens[n.target].text in _MEANING for n in sentence.negations if n.target >= 0)


def _nearest(sentence: Read, place: range, things: list[tuple[range, int]], carried: int) -> tuple[range, int] | None:
    """The thing that a place is bound to: the nearest one."""
    if not things:
        return (place, carried) if carried and place.start < SPOKEN_OF else None
    clauses = sentence.sentence.clauses

    def far(thing: tuple[range, int]) -> int:
        of = thing[0]
        if of.start > place.start and clauses[of.start] != clauses[place.start]:
            return NOWHERE
        words = place.start - of.stop if of.stop <= place.start else of.start - place.stop + BEHIND
        return words + A_CLAUSE * abs(clauses[place.start] - clauses[of.start])

    best = min(things, key=far)
    return best if far(best) <= FURTHEST + A_CLAUSE else None
