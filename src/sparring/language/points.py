"""Which key points a text speaks of: the simplest honest method.

A point is held by an author's *paraphrases* and, where they are not enough, *ways* (`ways.py`). A paraphrase is found in one sentence, or in two
neighbouring ones, that holds enough of the stems that carry its meaning, weighted by how telling each is among all the exercise's paraphrases; words of
one concept stand for each other. A way is found where its terms stand close together, about the right subject. What a clause denies is *denied*;
where it is doubtful what a negation reaches, nothing is found. This tells what was said, not whether it is true; the candidate confirms or corrects.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from sparring.core.text import LANGUAGES, Language
from sparring.language.matching import State, match
from sparring.language.reading import Read, read
from sparring.language.text import NEGATIONS, STOPWORDS, Token, tokens
from sparring.language.ways import Concepts, form_words, read_way, shared_concepts

ENOUGH = 0.6
"""Share of a paraphrase's weight that a passage must hold."""
SURE = 0.75
"""Share that it takes to say that somebody denies a point, or believes something wrong: to accuse wrongly is worse than to miss one."""
FEWEST_TO_ACCUSE = 2
"""Words that it takes to say that somebody believes something wrong: one alone may mean anything ("impegno" is a promise, "impegnarsi" hard work)."""
SYNONYM = 0.6
"""What another word of the same concept weighs, beside the paraphrase's own."""
LONGEST_PAIR = 60
"""Words in two neighbouring sentences that are still read together."""
FROM_THE_QUESTION = 0.4
"""What a stem weighs that already stands in the question: everybody repeats those."""
_CODE = re.compile(r"(?<![\w.])[\w.]+\((?:[^()]|\([^()]*\))+\)")
_NAME = re.compile(r"[^\W\d]\w*")
FEWEST_NAMES = 4
"""Different names in a piece of code that says a point by itself: fewer may stand there for any reason."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for: an author's paraphrases and ways, in one language."""

    paraphrases: Sequence[str]
    ways: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """An exercise's own concepts, and the subjects that its clauses may speak of, each with the words for them."""

    concepts: Concepts = field(default_factory=dict)
    subjects: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def all_concepts(self) -> dict[str, Sequence[str]]:
        """The exercise's concepts over the shared ones."""
        return {**shared_concepts(), **self.concepts}


@dataclass(frozen=True, slots=True)
class Found:
    """Where a point was found: the passage in characters, by what, and the words (sentence, word).

    `share` of the paraphrase that is there, `ordered` in its order; whether the passage denies it.
    """

    point: str
    start: int
    end: int
    share: float
    how: str
    words: frozenset[tuple[int, int]]
    denied: bool = False
    ordered: float = 1.0


@dataclass(frozen=True, slots=True)
class _Pattern:
    point: str
    text: str
    stems: Mapping[str, float]
    keys: Mapping[str, frozenset[str]]
    negated: frozenset[str]
    telling: frozenset[str]
    subject: str
    rivals: bool


def find_points(
    text: str,
    points: Mapping[str, Wanted],
    language: Language,
    *,
    question: str = "",
    lexicon: Lexicon | None = None,
    sure: bool = False,
    enough: float = ENOUGH,
) -> dict[str, Found]:
    """The best passage for each point that `text` speaks of, by id; a point that is absent is not in the result.

    `sure`: only what the candidate asserts as their own belief, beyond doubt: in one sentence, the words in the paraphrase's order; a paraphrase
    that names rival subjects cannot be told apart from its contrary, and is left out. `enough`: the share of a paraphrase that is asked for otherwise.
    """
    lexicon = lexicon or Lexicon()
    sentences = read(text, language, lexicon.subjects)
    patterns = _patterns(points, language, question, lexicon)
    found: dict[str, Found] = {}
    for point, wanted in points.items():
        about = set[str]().union(*(_named(phrase, language, lexicon.subjects) for phrase in wanted.paraphrases))
        own = [pattern for pattern in patterns if pattern.point == point and not (sure and pattern.rivals)]
        hits = [
            *_by_code(point, wanted, text, sentences, question),
            *(hit for hit in _by_ways(point, wanted, sentences, lexicon, language, sure=sure) if not _of_a_rival(hit, sentences, about)),
            *_by_paraphrases(own, sentences, language, SURE if sure else enough, sure=sure),
        ]
        if hits:
            found[point] = max(hits, key=lambda hit: (not hit.denied, hit.share))
    return found


def closest(text: str, points: Mapping[str, Wanted], language: Language, *, question: str = "", lexicon: Lexicon | None = None) -> float:
    """The largest share of any paraphrase that one sentence of the text's own holds, 0..1, in whatever order and whatever is denied."""
    lexicon = lexicon or Lexicon()
    sentences = read(text, language, lexicon.subjects)
    patterns = _patterns(points, language, question, lexicon)
    shares = [0.0]
    for number, sentence in enumerate(sentences):
        if sentence.claims and sentence.own:
            for pattern in patterns:
                held = _words(pattern, (number,), sentences, language)
                if len(held) > 1 and pattern.telling & set(held):
                    shares.append(_share(pattern, held, sentences))
    return max(shares)


def _by_ways(point: str, wanted: Wanted, text: Sequence[Read], lexicon: Lexicon, language: Language, *, sure: bool) -> Iterator[Found]:
    concepts = lexicon.all_concepts()
    for source in wanted.ways:
        found = match(read_way(source, concepts, language, tuple(lexicon.subjects)), text, sure=sure)
        if found and not (sure and found.state is State.DENIED):
            words = frozenset(found.words)
            start, end = _stretch(text, words)
            yield Found(point, start, end, 1.0, source, words, found.state is State.DENIED)


def _of_a_rival(hit: Found, text: Sequence[Read], about: set[str]) -> bool:
    """Whether the clauses of a passage name only rivals of the one subject that the point is about ("the list gives its values one at a time")."""
    clauses = {(number, text[number].sentence.clauses[word]) for number, word in hit.words}
    named = {name for number, clause in clauses for at, name in text[number].mentions if text[number].sentence.clauses[at] == clause}
    return len(about) == 1 and bool(named) and not named & about


def _by_code(point: str, wanted: Wanted, text: str, sentences: Sequence[Read], question: str) -> Iterator[Found]:
    """The code that a paraphrase gives (a call with names in it, not the question's), character for character but for blanks, where nothing is denied."""
    for code in {"".join(code.split()) for phrase in wanted.paraphrases for code in _CODE.findall(phrase)}:
        if len(set(_NAME.findall(code))) < FEWEST_NAMES or code in "".join(question.split()):
            continue
        for found in re.finditer(r"\s*".join(map(re.escape, code)), text):
            for number, read_as in enumerate(sentences):
                words = [n for n, token in enumerate(read_as.sentence.tokens) if found.start() <= token.start < found.end()]
                if words and read_as.claims and read_as.own and not read_as.denied and not read_as.negations:
                    yield Found(point, found.start(), found.end(), 1.0, code, frozenset((number, word) for word in words))


def _by_paraphrases(
    patterns: Sequence[_Pattern], text: Sequence[Read], language: Language, enough: float, *, sure: bool
) -> Iterator[Found]:
    """In one sentence, then in two; two do not overturn what one of them denies."""
    denied_in: set[int] = set()
    pairs = [] if sure else [pair for pair in pairwise(range(len(text))) if sum(len(text[n].sentence.tokens) for n in pair) <= LONGEST_PAIR]
    for numbers in [*((n,) for n in range(len(text))), *pairs]:
        if len(numbers) == 2 and denied_in & set(numbers):
            continue
        hits = [hit for pattern in patterns if (hit := _held(pattern, numbers, text, language, enough, sure=sure))]
        hit = max(hits, key=lambda hit: (hit.share, hit.denied), default=None)
        if hit and hit.denied:
            denied_in.update(numbers)
        if hit and not (hit.denied and (sure or hit.ordered < SURE or len(numbers) == 2)):
            yield hit


def _held(
    pattern: _Pattern, numbers: Sequence[int], text: Sequence[Read], language: Language, enough: float, *, sure: bool
) -> Found | None:
    if not all(text[n].claims and (text[n].own or not sure) for n in numbers):
        return None
    held = _words(pattern, numbers, text, language)
    if sure:
        held = _in_order(pattern, held)
    if sure and len(held) < FEWEST_TO_ACCUSE:
        return None
    share = _share(pattern, held, text)
    if share < _needed(pattern, enough) or (pattern.telling and not pattern.telling & set(held)):
        return None
    states = [_polarity(pattern, number, held, text[number]) for number in numbers]
    if None in states:
        return None
    words = frozenset(held.values())
    start, end = _stretch(text, words)
    return Found(pattern.point, start, end, share, pattern.text, words, any(states), _share(pattern, _in_order(pattern, held), text))


def _share(pattern: _Pattern, held: Mapping[str, tuple[int, int]], text: Sequence[Read]) -> float:
    """The weight of the words held, of the whole; another word of the same concept weighs less than the paraphrase's own."""
    literal = {stem for stem, (n, word) in held.items() if text[n].sentence.tokens[word].stem == stem}
    weight = sum(pattern.stems[stem] * (1.0 if stem in literal else SYNONYM) for stem in held)
    return min(1.0, weight / sum(pattern.stems.values())) if pattern.stems else 0.0  # sums of the same weights in another order may differ


def _words(pattern: _Pattern, numbers: Sequence[int], text: Sequence[Read], language: Language) -> dict[str, tuple[int, int]]:
    """The paraphrase's words in these sentences, where the clause is not about a rival of its subject."""
    held: dict[str, tuple[int, int]] = {}
    for number in numbers:
        sentence = text[number]
        for index, token in enumerate(sentence.sentence.tokens):
            rival = pattern.subject and sentence.topic(index) not in (pattern.subject, "")
            if carries(token, language) and not rival:
                for stem in _held_by(token, pattern):
                    if stem not in held or token.stem == stem:
                        held[stem] = (number, index)
    return held


def _in_order(pattern: _Pattern, held: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """The weightiest of the words held that stand in the order of the paraphrase."""
    best: list[tuple[float, dict[str, tuple[int, int]]]] = []
    for stem in pattern.stems:
        if stem in held:
            before = [item for item in best if max(item[1].values()) <= held[stem]]
            weight, words = max(before, key=lambda item: item[0], default=(0.0, {}))
            best.append((weight + pattern.stems[stem], {**words, stem: held[stem]}))
    return max(best, key=lambda item: item[0], default=(0.0, {}))[1]


def _held_by(token: Token, pattern: _Pattern) -> Iterator[str]:
    own = _keys(token.stem)
    return (stem for stem, keys in pattern.keys.items() if own & keys)


def _polarity(pattern: _Pattern, number: int, held: Mapping[str, tuple[int, int]], text: Read) -> bool | None:
    """Whether a sentence denies what the paraphrase says; None: doubtful."""
    stems = {word: stem for stem, (n, word) in held.items() if n == number}
    agreed = {word for word, stem in stems.items() if stem in pattern.negated}
    if any(not text.reaching(range(word, word + 1)) for word in agreed):
        return None
    denied = text.denied
    for negation in text.negations:
        if negation.target in agreed or (negation.open and not negation.soft):
            continue
        if negation.target in stems:
            if negation.soft:
                return None
            denied = True
        elif not negation.soft and any(text.touches(negation, word) for word in stems.keys() - agreed):
            return None
    return denied


def _needed(pattern: _Pattern, enough: float) -> float:
    """Two words are found by chance: a paraphrase that short, or with nothing but the question's words, must be there whole."""
    return enough if len(pattern.stems) > 2 and len(pattern.telling) > 1 else 0.99


def carries(token: Token, language: Language) -> bool:
    """Whether a word carries meaning: it is no small word and no negation."""
    return token.text not in STOPWORDS[language] and token.text not in NEGATIONS[language]


def _patterns(points: Mapping[str, Wanted], language: Language, question: str, lexicon: Lexicon) -> list[_Pattern]:
    asked = {token.stem for token in tokens(question, language)}
    read_as = [(point, text, tokens(text, language)) for point, wanted in points.items() for text in wanted.paraphrases]
    seen: Counter[str] = Counter()
    for point in points:
        seen.update({word.stem for owner, _, words in read_as if owner == point for word in words})
    weights = {stem: (1.0 + math.log(len(points) / count)) * (FROM_THE_QUESTION if stem in asked else 1.0) for stem, count in seen.items()}
    named = [_named(text, language, lexicon.subjects) for _, text, _ in read_as]
    about = {
        point: set[str]().union(*(names for (owner, *_), names in zip(read_as, named, strict=True) if owner == point)) for point in points
    }
    return [
        _pattern(point, text, words, weights, asked, language, names or (about[point] if len(about[point]) == 1 else set()))
        for (point, text, words), names in zip(read_as, named, strict=True)
    ]


def _about(named: set[str]) -> tuple[str, bool]:
    """The one subject of a paraphrase ('' if it has none), and whether it names rivals."""
    return (next(iter(named)) if len(named) == 1 else "", len(named) > 1)


@lru_cache(maxsize=2_000)
def _negated(text: str, language: Language) -> frozenset[str]:
    """The stems that a paraphrase itself denies."""
    return frozenset(
        sentence.sentence.tokens[n.target].stem for sentence in read(text, language, {}) for n in sentence.negations if n.target >= 0
    )


def _named(text: str, language: Language, subjects: Mapping[str, Sequence[str]]) -> set[str]:
    """The subjects that a paraphrase names."""
    return set(_names_in(text, language, tuple((name, tuple(words)) for name, words in subjects.items())))


@lru_cache(maxsize=2_000)
def _names_in(text: str, language: Language, subjects: tuple[tuple[str, tuple[str, ...]], ...]) -> frozenset[str]:
    return frozenset(name for sentence in read(text, language, dict(subjects)) for _, name in sentence.mentions)


def _pattern(
    point: str, text: str, words: Sequence[Token], weights: Mapping[str, float], asked: set[str], language: Language, named: set[str]
) -> _Pattern:
    stems = {word.stem: weights[word.stem] for word in words if carries(word, language)}
    keys = {stem: _keys(stem) for stem in stems}
    return _Pattern(point, text, stems, keys, _negated(text, language), frozenset(stems) - asked, *_about(named))


def _stretch(text: Sequence[Read], words: frozenset[tuple[int, int]]) -> tuple[int, int]:
    """The clauses that hold the words, in characters of the text: what a candidate is shown."""
    (first, first_word), (last, last_word) = min(words), max(words)
    opening, closing = text[first].sentence, text[last].sentence
    start = next(i for i, clause in enumerate(opening.clauses) if clause == opening.clauses[first_word])
    end = max(i for i, clause in enumerate(closing.clauses) if clause == closing.clauses[last_word])
    return opening.tokens[start].start, closing.tokens[end].end


@cache
def _concepts_by_stem() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, forms in shared_concepts().items():
        for form in (name, *forms):
            for language in LANGUAGES:
                words = form_words(form, language)
                if len(words) == 1 and not words[0].endswith("*"):
                    found.setdefault(words[0], set()).add(name)
    return {stem: frozenset(names) for stem, names in found.items()}


@cache
def _keys(stem: str) -> frozenset[str]:
    """What a stem may stand for: itself and its concepts."""
    return frozenset({stem}) | frozenset(f"@{name}" for name in _concepts_by_stem().get(stem, ()))


def overlap(text: str, other: str, language: Language) -> float:
    """Which share of the different stems of `text` also stand in `other`, 0..1."""
    own = {token.stem for token in tokens(text, language)}
    return len(own & {token.stem for token in tokens(other, language)}) / len(own) if own else 0.0


def vocabulary_share(text: str, points: Mapping[str, Wanted], language: Language, *, question: str = "") -> float:
    """Which share of the words of `text` that carry meaning belongs to the points' paraphrases and not to the question, 0..1."""
    asked = {token.stem for token in tokens(question, language)}
    known = {token.stem for wanted in points.values() for phrase in wanted.paraphrases for token in tokens(phrase, language)} - asked
    own = {token.stem for token in tokens(text, language) if carries(token, language)} - asked
    return len(own & known) / len(own) if own else 0.0
