"""Claims that are turned round: the words of a key point with the contrary of what it says ("evaluated once", "evaluated at every call").

Vectors and shares of words see no difference between the two. So where a passage speaks of a point, it is compared by pairs of contraries (`relations.toml`)
with the sentences that say the point rightly, in both languages: contraries are the same in each. Only what all of those sentences agree on counts, and only in
what the candidate asserts: not after "otherwise" or "without", not what others believe.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from sparring.core.text import Language
from sparring.language.reading import Read, read
from sparring.language.ways import Form, form_words

LEAST, SURE = 2, 3
"""How many right sentences must say the contrary: to ask about a claim, and to be sure of it."""
_SUPPOSED = frozenset("otherwise without if unless imagine would altrimenti sennò senza se qualora".split())
"""A clause with one of these says what would be."""
_SOUGHT = frozenset("cerco cercherei cerchiamo cercheremmo hunt looking".split())
"""What comes after one of these is what somebody looks for ("cerco il leakage: uno split casuale"), mostly what ought not to be there."""

_QUALIFIERS = frozenset(("same-or-another",))
"""Pairs whose words only say something of the next one: "the same interface" is no contrary of "a different order"."""
_NAMES = frozenset("copy copies clone duplicate snapshot copia copie".split())
_ARTICLES = frozenset("a an the un una la le il lo".split())
"""Nouns that are sides as verbs alone."""

Side = tuple[str, int]
"""A pair and one of its sides, 1 or -1."""
Sides = Mapping[Side, int]


@dataclass(frozen=True, slots=True)
class Turned:
    """A passage that says the contrary: in characters of the text, by which pair, and how many right sentences say otherwise."""

    start: int
    end: int
    pair: str
    against: int


@cache
def _forms(language: Language) -> tuple[tuple[str, int, Form], ...]:
    table = tomllib.loads(Path(__file__).with_name("relations.toml").read_text(encoding="utf-8"))["pairs"]
    sides = [(row["id"], side, form) for row in table for side, name in ((1, "one"), (-1, "other")) for form in row[name].split()]
    read_as = [(pair, side, Form(form_words(form, language), denied=False)) for pair, side, form in sides]
    return tuple(item for item in read_as if item[2].words)


@cache
def _beginnings(language: Language) -> tuple[Mapping[str, Sequence[int]], tuple[int, ...]]:
    """The numbers of the forms by their first word, and of those whose first word has an open ending."""
    found: dict[str, list[int]] = {}
    for number, (_, _, form) in enumerate(_forms(language)):
        found.setdefault(form.words[0], []).append(number)
    return found, tuple(number for word, numbers in found.items() if word.endswith("*") for number in numbers)


def _sides(sentence: Read, language: Language, words: frozenset[int] | None = None) -> dict[Side, list[range]]:
    """The sides that a sentence takes, each with its places. What a negation reaches takes none: "not once" is not yet "each time". `words`: only in these."""
    found: dict[Side, list[range]] = {}
    forms, (beginning, open_ended) = _forms(language), _beginnings(language)
    for number in sorted({*open_ended, *(number for word in sentence.places for number in beginning.get(word, ()))}):
        pair, side, form = forms[number]
        for place in sentence.find(form):
            denied = any(at not in place for at in sentence.reaching(place))
            if (
                not denied
                and not _joins(sentence, place)
                and not _is_called_so(sentence, place)
                and (words is None or not words.isdisjoint(place))
            ):
                found.setdefault((pair, side), []).append(place)
    return found


def _joins(sentence: Read, place: range) -> bool:
    """Whether it is the "once" that means "as soon as": at the beginning of its clause."""
    opening = place.start == 0 or sentence.sentence.clauses[place.start - 1] != sentence.sentence.clauses[place.start]
    return opening and " ".join(sentence.sentence.tokens[word].text for word in place) in ("once", "una volta")


def _is_called_so(sentence: Read, place: range) -> bool:
    """Whether a word only names the thing ("the duplicate", "a cheap copy"): an article stands before it, or before the one word between."""
    tokens = sentence.sentence.tokens
    return tokens[place.start].text in _NAMES and any(token.text in _ARTICLES for token in tokens[max(0, place.start - 2) : place.start])


def _of_somebody(sentence: Read, place: range) -> bool:
    """Whether it tells who is meant ("everybody who copies it", "chi la rilancia"), not what happens."""
    since = max((pause for pause in sentence.sentence.pauses if pause <= place.start), default=0)
    return any(token.text in ("who", "whoever", "chi", "chiunque") for token in sentence.sentence.tokens[since : place.start])


@lru_cache(maxsize=512)
def sides_of(texts: tuple[tuple[Language, str], ...]) -> Sides:
    """In how many of these texts each side is taken."""
    return Counter(
        side for language, text in texts for side in {one for item in read(text, language, {}) for one in _sides(item, language)}
    )


def turned(words: Iterable[tuple[int, int]], text: Sequence[Read], language: Language, right: Sides) -> Turned | None:
    """Where a passage takes the side that none of the right sentences takes and several take the contrary of; the surest, None if nowhere.

    `words`: those that were found, by sentence and word; `right` as from `sides_of`.
    """
    held: dict[int, set[int]] = {}
    for number, word in words:
        held.setdefault(number, set()).add(word)
    found = [one for number, places in held.items() for one in _in_sentence(text[number], places, language, right)]
    return max(found, key=lambda one: one.against, default=None)


def contrary(text: Sequence[Read], language: Language, right: Sides, *, sure: bool = False) -> list[Turned]:
    """Where sentences, whatever they speak of, take the side that fewer of the right sentences take than its contrary; one for each pair of a sentence.

    `sure`: that none of them takes, and several its contrary.
    """
    found = []
    for sentence in text:
        taken = _sides(sentence, language)
        for (pair, side), places in taken.items():
            against, agreed = right.get((pair, -side), 0), right.get((pair, side), 0)
            beyond_doubt = against >= LEAST and not agreed
            if (pair, -side) not in taken and (beyond_doubt if sure else against > agreed):
                found.append(_turned(sentence, places[0], pair, against))
    return found


def _turned(sentence: Read, place: range, pair: str, against: int) -> Turned:
    tokens = sentence.sentence.tokens
    return Turned(tokens[place.start].start, tokens[place.stop - 1].end, pair, against)


def _with_next(place: range) -> range:
    """A place and the word behind it."""
    return range(place.start, place.stop + 1)


def _in_sentence(sentence: Read, places: set[int], language: Language, right: Sides) -> list[Turned]:
    if not (sentence.claims and sentence.own) or sentence.denied:
        return []
    clauses = {sentence.sentence.clauses[word] for word in places}
    tokens = sentence.sentence.tokens
    around = frozenset(word for word in range(len(tokens)) if sentence.sentence.clauses[word] in clauses)
    if any(tokens[word].text in _SUPPOSED for word in around) or any(token.text in _SOUGHT for token in tokens[: max(around)]):
        return []
    taken = {
        side: own
        for side, found in _sides(sentence, language, around).items()
        if (
            own := [
                one
                for one in found
                if not _of_somebody(sentence, one) and (side[0] not in _QUALIFIERS or not places.isdisjoint(_with_next(one)))
            ]
        )
    }
    return [
        Turned(tokens[min(around)].start, tokens[max(around)].end, pair, right[pair, -side])
        for pair, side in taken
        if (pair, -side) not in taken and right.get((pair, -side), 0) >= LEAST and not right.get((pair, side), 0)
    ]
