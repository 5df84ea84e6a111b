"""Whether a way to say something stands in a text: its terms close together in one sentence, about the right subject, not denied."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from sparring.language.polarity import Negation
from sparring.language.reading import Read
from sparring.language.ways import Part, Term, Way

REACH = 22
"""Words between the first and the last term of a part, at most."""
TRIES = 400
"""Combinations looked at in one sentence: bounds a text of five thousand words without a full stop."""

_FEARED = frozenset((reason, "if") for reason in ("because", "since", "as")) | frozenset(
    (reason, "se") for reason in ("perché", "perche", "poiché", "siccome", "ché")
)
"""A reason that is a case to be avoided: nothing behind it is what the candidate does."""
JOINING = frozenset("because why so therefore then also too but if when perché quindi perciò poi anche ma se quando".split())
"""Words that join others: beside one word of the matter they are a chance meeting."""


class State(IntEnum):
    """What a stretch of text does with a thought. The greater is kept."""

    ABSENT = 0
    DENIED = 1
    SAID = 2


@dataclass(frozen=True, slots=True)
class Match:
    """A way in a text: the numbers of the sentences, the words (of the last sentence) and what is done with it."""

    state: State
    first: int
    last: int
    words: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    place: range
    denied: bool


def match(way: Way, text: Sequence[Read], *, sure: bool = False) -> Match | None:
    """The best match of a way. `sure`: only what the candidate asserts themselves, subject and all."""
    best: Match | None = None
    for number in range(len(text)):
        found = _match_at(way, text, number, sure=sure)
        if found and (best is None or found.state > best.state):
            best = found
    return best


def _match_at(way: Way, text: Sequence[Read], number: int, *, sure: bool) -> Match | None:
    at, words, state, after = number, [], State.SAID, -1
    for part in way.parts:
        for index in range(at, min(number + 2, len(text)) if part is not way.parts[0] else number + 1):
            found = _in_sentence(part, way.subject if part is way.parts[0] else "", text[index], after if index == at else -1, sure=sure)
            if found:
                break
        else:
            return None
        state = min(state, found[0])
        after = max(place.stop - 1 for place in found[1])
        words += [(index, place_word) for place in found[1] for place_word in place]
        at = index
    return Match(state, number, at, tuple(words))


def _in_sentence(part: Part, subject: str, read: Read, after: int, *, sure: bool) -> tuple[State, list[range]] | None:
    if not read.claims or (sure and not (read.meant if part.before is not None else read.own)):
        return None
    options: list[list[tuple[int, _Placed]]] = []
    for group, term in part.terms:  # most sentences have none of some term's forms: the first that is missing ends it
        options.append([(group, placed) for placed in _places(term, read) if placed.place.start > after])
        if not options[-1]:
            return None
    if _ruled_out(part, read):
        return None
    best: tuple[State, int, list[range]] | None = None
    for tried, chosen in enumerate(_combinations(options)):
        state = _state(chosen, read, subject)
        if (sure and _supposed(chosen, read)) or not _in_its_clause(part, chosen, read):
            continue
        if state is not State.ABSENT and _telling(chosen, read) and _about(subject, chosen, read, sure=sure):
            length = max(item.place.stop for item in chosen) - min(item.place.start for item in chosen)
            if best is None or (state, -length) > (best[0], -best[1]):
                best = (state, length, [item.place for item in chosen])
        if tried >= TRIES:
            break
    return (best[0], best[2]) if best else None


def _ruled_out(part: Part, read: Read) -> bool:
    return any(not form.denied or read.reaching(place) for form in part.without for place in read.find(form))


def _in_its_clause(part: Part, chosen: Sequence[_Placed], read: Read) -> bool:
    """Whether it stands in one clause, and none of the forms that must not stands there, or before ("I'd do this, and that"), where the part asks for it."""
    if part.alone is None and part.before is None:
        return True
    clauses = {read.sentence.clauses[index] for item in chosen for index in item.place}
    clause = max(clauses)
    return (
        len(clauses) == 1
        and not any(read.sentence.clauses[place.start] == clause for form in part.alone or () for place in read.find(form))
        and not any(read.sentence.clauses[place.start] <= clause for form in part.before or () for place in read.find(form))
    )


def _places(term: Term, read: Read) -> list[_Placed]:
    return [_Placed(place, form.denied) for form in term for place in read.find(form)]


def _combinations(options: Sequence[Sequence[tuple[int, _Placed]]]) -> Iterator[list[_Placed]]:
    """One place for each term: different words, groups in order, all within reach."""
    yield from _extend(options, [], [])


def _extend(options: Sequence[Sequence[tuple[int, _Placed]]], groups: list[int], chosen: list[_Placed]) -> Iterator[list[_Placed]]:
    if len(chosen) == len(options):
        yield list(chosen)
        return
    for group, placed in options[len(chosen)]:
        if all(_fits(group, placed, other_group, other) for other_group, other in zip(groups, chosen, strict=True)):
            yield from _extend(options, [*groups, group], [*chosen, placed])


def _fits(group: int, placed: _Placed, other_group: int, other: _Placed) -> bool:
    a, b = placed.place, other.place
    if a.start < b.stop and b.start < a.stop:
        return False
    if group != other_group and (a.start > b.start) != (group > other_group):
        return False
    return max(a.stop, b.stop) - min(a.start, b.start) <= REACH


def _about(subject: str, chosen: Sequence[_Placed], read: Read, *, sure: bool) -> bool:
    """Whether the clauses speak of the subject. Two words do without a subject, one does not. Sure: it is the only one named so far."""
    if not subject:
        return True
    last = max(item.place.stop for item in chosen) - 1
    if sure:
        return {name for at, name in read.mentions if at <= last} == {subject}
    topics = {read.topic(index) for item in chosen for index in item.place}
    return topics == {subject} or (len(chosen) > 1 and topics <= {subject, ""})


def _supposed(chosen: Sequence[_Placed], read: Read) -> bool:
    """Whether what was found is no belief: part of it stands behind an "if" that is given as a reason ("because if they find out on the last day ..."), or what is
    denied is denied for a purpose ("so as not to call it twice").
    """
    words = [token.text for token in read.sentence.tokens]
    last = max(item.place.stop for item in chosen)
    feared = any(pair in _FEARED for pair in pairwise(words[:last]))
    purposes = {negation.at for negation in read.negations if negation.purpose}
    return feared or any(item.denied and purposes.issuperset(read.reaching(item.place)) for item in chosen)


def _telling(chosen: Sequence[_Placed], read: Read) -> bool:
    """Whether at least two of several terms (or the denied one) are more than words that only join others: "because", "then"."""
    telling = [item for item in chosen if item.denied or any(read.sentence.tokens[at].text not in JOINING for at in item.place)]
    return len(telling) >= min(2, len(chosen))


def _unmoved(negation: Negation, plain: set[int], read: Read) -> bool:
    """Whether a term is the subject of a denied verb ("the original doesn't change").

    Under a condition only behind what may be the condition ("if I change it the original doesn't").
    """
    before = negation.at - 1
    if negation.soft or before not in plain or not read.touches(negation, before) or not _of_a_verb(read.sentence.tokens[negation.at].text):
        return False
    clause = read.sentence.clauses[before]
    return not negation.open or any(index < before - 1 and read.sentence.clauses[index] == clause for index in plain)


def _of_a_verb(negation: str) -> bool:
    return negation in ("non", "not") or negation.replace("’", "'").endswith("n't")


def _state(chosen: Sequence[_Placed], read: Read, subject: str) -> State:
    """Said, denied (the sentence says that it is not true), or, where a negation reaches any of it, absent: one does not know what is denied.

    A negation that denies the subject itself ("lists are not mutable") leaves it as doubtful.
    """
    plain = {index for item in chosen if not item.denied for index in item.place}
    consumed: set[int] = set()
    for place in (item.place for item in chosen if item.denied):
        reaching = read.reaching(place)
        if not reaching:
            return State.ABSENT
        consumed.update(reaching)
    for negation in read.negations:
        if negation.at not in consumed and _unmoved(negation, plain, read):
            return State.ABSENT
        if negation.at in consumed or negation.at in plain or (negation.open and not negation.soft):
            continue
        if negation.target in plain or (not negation.soft and any(read.touches(negation, index) for index in plain)):
            return State.ABSENT
        if not negation.soft and subject and (negation.target, subject) in read.mentions:
            return State.ABSENT
    return State.DENIED if read.denied else State.SAID
