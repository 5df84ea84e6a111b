"""A list of cases as it was written: which lines are cases, and what each names.

A case names a situation and what must come out of it. What names only a situation is half a case; what names neither ("test the edge cases") is none; what repeats the
description says nothing about what one would try; a line that names many situations at once cannot be told from a heap of words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sparring.core.text import Language
from sparring.kinds.test.worded.examples import numbers, read_rule, shown
from sparring.kinds.test.worded.schema import Case, Worded
from sparring.kinds.test.worded.words import empty_words, ready, subject_bare, variants
from sparring.language.matching import State, match
from sparring.language.reading import Read, read
from sparring.language.text import NEGATIONS, STOPWORDS, sentences, tokens

Kind = Literal["case", "contrary", "false", "half", "unclear", "vague", "copied", "many", "unheard"]
MOST = 3
"""Cases that one line may name: "the first page: previous is None, next is 2"."""
RUN, COPIED = 4, 0.75
"""So many words in a row that stand so in the description, for so much of the line: it is copied."""
SENTENCE = 9
"""Runs of a line, at least, to be called copied: the description's own "a negative amount is a ValueError" is how anybody would name that case."""
LONGEST = 60
"""Words of a line: more are a story, not a case."""
MORE = 2
"""Words of a line, at least, beside those that name its situation, to say more than the situation."""
_ITEM = re.compile(r"^[ \t]*(?:[-*+•–]|\(?\d{1,3}[.):])[ \t]+", re.MULTILINE)
_EXPECTS = re.compile(
    r"[-=]>|→|⇒|==|:|\b(?:give|gives|return|returns|raise|raises|is|are|becomes|get|gets|must|should|expect\w*|dà|danno|restituisc\w+|ritorna\w*|solleva\w*|diventa\w*|è|sono|deve|devono|dev'|aspett\w+|mi|stays?|remains?|resta|restano|rimane|rimangono)\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LACKING = frozenset("without senza no nessun nessuno nessuna nessun'".split())
_GIVES = frozenset(
    "give gives return returns become becomes come comes get gets show shows mean means count counts behave behaves dà danno dare restituisce restituiscono torna"
    " diventa diventano esce escono vale valgono valere conta contano significa significano equivale equivalgono comporta comportano".split()
)
"""What a negation of these denies is what comes out."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list, in characters of the whole text: how it was read, and the cases that it names (for `half` and `unclear`: that it nearly names).

    `right`: for `false`, whose example is not what the function does, what would be right.
    """

    start: int
    end: int
    kind: Kind
    cases: tuple[Case, ...] = ()
    right: str = ""


def read_list(text: str, worded: Worded, description: str, language: Language) -> tuple[Line, ...]:
    """The lines of a list, each as it was read."""
    copied = _runs(description, language)
    if _is_copied(text, copied, language):
        return tuple(Line(start, end, "copied") for start, end in _items(text, language))
    return tuple(_line(text, start, end, worded, copied, language) for start, end in _items(text, language))


def _items(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Where the items stand: what bullets or numbers begin, else the sentences of each line. Headings are none."""
    marks = list(_ITEM.finditer(text))
    if len(marks) > 1 or (marks and not text[: marks[0].start()].strip()):
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        found = [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]
    else:
        lines = [line.span() for line in re.finditer(r"[^\n]+", text)]
        found = [(start + one.start, start + one.end) for start, end in lines for one in sentences(text[start:end], language)]
    for start, end in found:
        stretch = text[start:end]
        if stretch.strip() and not stretch.lstrip().startswith("#"):
            yield start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())


def _line(text: str, start: int, end: int, worded: Worded, copied: set[tuple[str, ...]], language: Language) -> Line:
    written = text[start:end]
    heard = read(ready(written), language, {})
    more = [*heard, *(one for other in variants(written, language)[1:] for one in read(other, language, {}))]
    words = [token.text for token in tokens(ready(written), language)]
    if _is_copied(written, copied, language):
        return Line(start, end, "copied")
    named = [*more, *map(_narrow, more)]
    told = [one for other in variants(subject_bare(written), language) for one in read(other, language, {})]
    given = [*told, *(_narrow(one, _GIVES) for one in told)]
    found = numbers(written)
    near = [
        case
        for case in worded.cases
        if not (case.when or case.numbers or case.literals)
        or _exemplified(case, found, written)
        or _any(case.when, named, worded, language)
    ]
    claimed = [_of_nouns(one) for one in heard]
    turned = [case for case in near if _any(case.contrary, claimed, worded, language)]
    open_ones = [case for case in near if case not in turned]
    full = [case for case in open_ones if _worked_out(case, found) or _any(case.then, given, worded, language)]
    if not full and not turned:
        full = [case for case in open_ones if _excluded(case, told, worded, language)]
    if turned:
        full = [case for case in full if _exemplified(case, found, written) or not _is_noun_of(case, turned, named, worded, language)]
    near = [case for case in near if case.when or case in turned or case in full]
    denied = [case for case in near if case.contrary and _denies(case.then, told, worded, language)] if not full and not turned else []
    if denied:
        return Line(start, end, "contrary", (denied[0],))
    meant = [case for case in turned if _exemplified(case, found, written)] if len(_DIGITS.findall(written)) > 1 else []
    if meant and not any(_exemplified(case, found, written) for case in full):
        return Line(start, end, "contrary", (meant[0],))  # the example that it gives says which case it is about
    if turned and not full:
        return Line(start, end, "contrary", (turned[0],))
    if len(full) > MOST or len(words) > LONGEST:
        return Line(start, end, "many")
    if full:
        return Line(start, end, "case", tuple(full))
    if near:
        expects = _EXPECTS.search(written) or _says_more(near, named, worded, language)
        return Line(start, end, "unclear" if expects else "half", tuple(near))
    return Line(start, end, "vague" if _is_vague(words, language) else "unheard")


def _exemplified(case: Case, found: Sequence[int], written: str) -> bool:
    """Whether the line's own numbers or texts are an example of the case."""
    return shown(case.literals, written) or any(read_rule(rule).names_situation(found) for rule in case.numbers)


def _worked_out(case: Case, found: Sequence[int]) -> bool:
    return any(read_rule(rule).names_result(found) for rule in case.numbers)


def _narrow(one: Read, but: frozenset[str] = frozenset()) -> Read:
    """A sentence in which a negation reaches its own word alone: "a file that does not exist gives ..." denies nothing of what it gives. Those of the words `but` reach on."""
    texts = [token.text for token in one.sentence.tokens]
    return replace(
        one, negations=tuple(n if n.target >= 0 and texts[n.target] in but else replace(n, clauses=frozenset()) for n in one.negations)
    )


def _of_nouns(one: Read) -> Read:
    """A sentence in which "without" and "no" deny their noun alone: "no people at all raises an error" does not deny that it raises."""
    texts = [token.text for token in one.sentence.tokens]
    return replace(one, negations=tuple(replace(n, clauses=frozenset()) if texts[n.at] in _LACKING else n for n in one.negations))


def _any(ways: Sequence[str], heard: Sequence[Read], worded: Worded, language: Language) -> bool:
    found = (match(worded.way(way, language), heard) for way in ways)
    return any(one is not None and one.state is State.SAID for one in found)


def _is_noun_of(case: Case, turned: Sequence[Case], heard: Sequence[Read], worded: Worded, language: Language) -> bool:
    """Whether a case's situation is but the noun of one that is turned round: "capital letters are an error" speaks of capitals, not of letters."""
    found = False
    for one in heard:
        own = _spots(case.when, one, worded, language)
        alike = [each for each in turned if _expect_alike(case, each, one, worded, language)]
        theirs = [spot for each in alike for spot in _spots(each.when, one, worded, language)]
        found = found or bool(own)
        if not all(len(spot) == 1 and any(_is_beside(one, min(spot), other, language) for other in theirs) for spot in own):
            return False
    return found


def _expect_alike(case: Case, other: Case, one: Read, worded: Worded, language: Language) -> bool:
    """Whether the words that say what comes out of a case are those that turn the other one round."""
    then: set[int] = set().union(*_spots(case.then, one, worded, language))
    return bool(then & set().union(*_spots(other.contrary, one, worded, language)))


def _spots(ways: Sequence[str], one: Read, worded: Worded, language: Language) -> list[set[int]]:
    """The words of a sentence, for each of the ways that stand in it."""
    found = [match(worded.way(way, language), [one]) for way in ways]
    return [{at for _, at in place.words} for place in found if place is not None and place.state is State.SAID]


def _is_beside(one: Read, at: int, others: set[int], language: Language) -> bool:
    """Whether nothing but small words stands between a word and some of the others, which are not that word; a number makes no noun another."""
    texts = [token.text for token in one.sentence.tokens]
    between = [texts[min(at, other) + 1 : max(at, other)] for other in others if at not in others and not texts[other].isdigit()]
    return any(all(text in STOPWORDS[language] for text in row) for row in between)


def _denies(ways: Sequence[str], heard: Sequence[Read], worded: Worded, language: Language) -> bool:
    """Whether a line says that what must come out does not: "capital letters do not mean the same"."""
    for one in heard:
        texts = [token.text for token in one.sentence.tokens]
        verbs = {n.target for n in one.negations if n.target >= 0 and not n.soft and texts[n.target] in _GIVES}
        spots = _spots(ways, replace(one, negations=()), worded, language) if verbs else []
        if any(at < min(spot) and all(text in STOPWORDS[language] for text in texts[at + 1 : min(spot)]) for at in verbs for spot in spots):
            return True
    return False


def _says_more(cases: Sequence[Case], heard: Sequence[Read], worded: Worded, language: Language) -> bool:
    """Whether a line goes on behind the situations that it names, in words that were not understood: it cannot be said, then, that nothing is expected."""
    small = STOPWORDS[language] | NEGATIONS[language] | empty_words()
    ways = [worded.way(source, language) for case in cases for source in case.when]
    more = []
    for one in heard:
        if found := [place for way in ways if (place := match(way, [one])) is not None]:  # else its numbers alone name the situation
            known = {at for each in found for _, at in each.words}
            more.append(sum(token.text not in small and at not in known for at, token in enumerate(one.sentence.tokens)))
    return bool(more) and min(more) >= MORE


def _excluded(case: Case, heard: Sequence[Read], worded: Worded, language: Language) -> bool:
    """Whether a line denies what would contradict the description: "is not refused", where to expect a refusal would be wrong."""
    for way in (worded.way(source, language) for source in case.contrary):
        for one in heard:
            if not one.negations or _any([way.source], [one], worded, language):
                continue
            found = match(way, [replace(one, negations=())])
            if found and any(n.target in {at for _, at in found.words} and not n.soft for n in one.negations):
                return True
    return False


def _is_vague(words: Sequence[str], language: Language) -> bool:
    """Nothing but words that every list of tests could have."""
    small = STOPWORDS[language] | NEGATIONS[language] | empty_words()
    return all(word in small for word in words)


def _runs(text: str, language: Language) -> set[tuple[str, ...]]:
    words = [token.text for token in tokens(text, language)]
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _is_copied(written: str, runs: set[tuple[str, ...]], language: Language) -> bool:
    own = _runs(written, language)
    return len(own) >= SENTENCE and len(own & runs) >= COPIED * len(own)
