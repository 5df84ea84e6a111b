"""What the sentences of a defence speak of: people, tasks, days and amounts of time, each with its place.

A word may mean several tasks ("the tests" are two of them): a mention holds all that it may mean, and a claim is only against the plan if it is so for each.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from sparring.core.text import LANGUAGES, Language
from sparring.kinds.plan.facts import Facts
from sparring.language.skills import known_in
from sparring.language.text import STOPWORDS, Sentence, Token, sentences, stem

FEWEST_LETTERS = 3
COMMON = 0.3
"""A word in the titles of so many tasks names none of them."""
_UNITS = {"hour": 0.0, "hours": 0.0, "ora": 0.0, "ore": 0.0, "day": 1, "days": 1, "giorno": 1, "giorni": 1, "giornata": 1, "giornate": 1}
_UNITS |= {"week": 5, "weeks": 5, "settimana": 5, "settimane": 5, "month": 21, "months": 21, "mese": 21, "mesi": 21}
_HALF = {"half", "mezzo", "mezza"}
_DAY = {"day", "giorno"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` up to `last` (not included) of a sentence, and what they may mean: ids of tasks, or one person. `reviews`: the reviews of what they mean."""

    first: int
    last: int
    ids: frozenset[str]
    reviews: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Amount:
    """So many working days, give or take `give`."""

    first: int
    last: int
    days: float
    give: float


@dataclass(frozen=True)
class Sayings:
    """A sentence of a defence with what it mentions."""

    sentence: Sentence
    words: tuple[str, ...]
    raw: tuple[str, ...]
    people: tuple[Mention, ...]
    strangers: tuple[Mention, ...]
    tasks: tuple[Mention, ...]
    amounts: tuple[Amount, ...]
    day_numbers: tuple[Amount, ...]
    weekdays: tuple[Mention, ...]

    @cached_property
    def condition(self) -> bool:
        """Whether it tells what would be done in some case, not what is planned."""
        return self.has("condition") or self.has("moved") or any(word.endswith(("rebbe", "rebbero", "remmo", "'d")) for word in self.words)

    def has(self, name: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a word of a list of `claims.toml` stands between two places."""
        return self.find(name, first, last) >= 0

    def find(self, name: str, first: int = 0, last: int | None = None) -> int:
        """Where the first word of a list stands, -1 if none does."""
        stop = len(self.words) if last is None else last
        return next((at for at in range(first, stop) if _starts(self.words, at, name)), -1)

    def segments(self) -> list[tuple[int, int]]:
        """Stretches between pauses, and before a conjunction that opens a new clause about somebody else."""
        people = {one.first for one in (*self.people, *self.strangers)}
        cuts = [0]
        for at in range(1, len(self.words)):
            joins = self.words[at] in ("and", "e", "ed", "then", "poi") and at + 1 in people and not (at - 1 in people or at in people)
            if at in self.sentence.pauses or joins or self.words[at] in _list("hinge"):
                cuts.append(at)
        return list(zip(cuts, [*cuts[1:], len(self.words)], strict=True))


def sayings(text: str, language: Language, facts: Facts, known: str) -> Iterator[Sayings]:
    """The sentences of a text with their mentions. `known`: the exercise's own texts, whose words are nobody's names."""
    vocabulary = _vocabulary(facts)
    familiar = frozenset(re.findall(r"[^\W\d_]+", known.lower()))
    for sentence in sentences(text, language):
        words = tuple(token.text for token in sentence.tokens)
        raw = tuple(text[token.start : token.end] for token in sentence.tokens)
        people = tuple(_people(words, facts))
        taken = {at for one in people for at in range(one.first, one.last)}
        strangers = tuple(_strangers(words, raw, taken, familiar))
        amounts = tuple(_amounts(words, facts.axis.per_day))
        tasks = tuple(_tasks(sentence.tokens, vocabulary, facts, taken | {at for one in amounts for at in range(one.first, one.last)}))
        yield Sayings(sentence, words, raw, people, strangers, tasks, amounts, tuple(_numbered(words)), tuple(_weekdays(words)))


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("claims.toml").read_text(encoding="utf-8"))


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(_table()["words"][name].split())


@cache
def _forms(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(re.split(r"[-']", form)) for form in _table()["words"][name].split())


@cache
def _pairs(name: str) -> dict[str, int]:
    return {word: int(number) for word, _, number in (pair.partition("=") for pair in _table()["words"][name].split())}


def _starts(words: Sequence[str], at: int, name: str) -> bool:
    """Whether a form of a list begins at a place."""
    return any(all(at + n < len(words) and _is(words[at + n], part) for n, part in enumerate(form)) for form in _forms(name))


def _is(word: str, form: str) -> bool:
    return word.startswith(form[:-1]) if form.endswith("*") else word == form


def _people(words: Sequence[str], facts: Facts) -> Iterator[Mention]:
    names = {key: person.id for person in facts.project.team for key in (person.id.lower(), person.name.lower())}
    for at, word in enumerate(words):
        name = names.get(word)
        if name:
            yield Mention(at, at + 1, frozenset({name}))


def _strangers(words: Sequence[str], raw: Sequence[str], taken: set[int], familiar: frozenset[str]) -> Iterator[Mention]:
    """Names of people who are not on the team, and those who come from outside."""
    for at, word in enumerate(words):
        if _starts(words, at, "outsiders"):
            yield Mention(at, at + 1, frozenset({word}))
        elif at not in taken and _reads_as_name(words, raw, at, familiar) and _does_something(words, at, taken):
            yield Mention(at, at + 1, frozenset({raw[at]}))


def _reads_as_name(words: Sequence[str], raw: Sequence[str], at: int, familiar: frozenset[str]) -> bool:
    word = words[at]
    return (
        bool(re.fullmatch(r"[A-ZÀ-Ý][a-zà-ÿ]{2,}", raw[at]))
        and word not in familiar
        and all(word not in STOPWORDS[one] for one in LANGUAGES)
        and word not in _pairs("weekdays")
        and not any(_starts(words, at, name) for name in _table()["words"] if name not in ("weekdays", "numbers_en", "numbers_it"))
        and not known_in(raw[at])
        and not word.endswith(("ing", "tion", "zione", "mente", "ment"))
    )


def _does_something(words: Sequence[str], at: int, taken: set[int]) -> bool:
    """Whether a name stands where somebody is who works: before what they do, after what gives them work, or beside a colleague."""
    following = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1] if at else ""
    beside = (before in ("and", "e", "ed") and at - 2 in taken) or (following in ("and", "e", "ed") and at + 2 in taken)
    return following in _list("acts") or before in _list("gives") | _list("acts") or beside or following == "s"


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """Which tasks the stem of an id, the stem of a word of a title, or a sort of task may mean."""

    ids: Mapping[str, frozenset[str]]
    stems: Mapping[str, frozenset[str]]
    sorts: Mapping[str, frozenset[str]]


@lru_cache(maxsize=32)
def _vocabulary_of(tasks: tuple[tuple[str, str, str, str], ...]) -> _Vocabulary:
    stems: dict[str, set[str]] = {}
    sorts: dict[str, set[str]] = {}
    for name, kind, *titles in tasks:
        for word in re.findall(r"[^\W\d_]+", " ".join((name, *titles)).lower()):
            if len(word) >= FEWEST_LETTERS and not _starts((word,), 0, "weak") and all(word not in STOPWORDS[one] for one in LANGUAGES):
                for language in LANGUAGES:
                    stems.setdefault(stem(word, language), set()).add(name)
            for sort in _sorts_of(word):
                sorts.setdefault(sort, set()).add(name)
        sorts.setdefault(kind, set()).add(name)
    most = max(2, COMMON * len(tasks))
    return _Vocabulary(
        {stem(name, language): frozenset({name}) for name, *_ in tasks for language in LANGUAGES},
        {key: frozenset(names) for key, names in stems.items() if len(names) <= most},
        {key: frozenset(names) for key, names in sorts.items()},
    )


def _vocabulary(facts: Facts) -> _Vocabulary:
    english, italian = facts.projects["en"], facts.projects["it"]
    return _vocabulary_of(tuple((task.id, task.kind, task.title, italian.by_id[task.id].title) for task in english.tasks))


@cache
def _sorts_of(word: str) -> frozenset[str]:
    return frozenset(sort for sort, forms in _table()["sorts"].items() if any(_is(word, form.replace("-", "")) for form in forms.split()))


def _tasks(tokens: Sequence[Token], vocabulary: _Vocabulary, facts: Facts, taken: set[int]) -> Iterator[Mention]:
    """The tasks that are named; words that follow one another ("review of the worker") name what they have in common, or else any of them."""
    found: list[tuple[Mention, frozenset[str]]] = []
    for at, token in enumerate(tokens):
        meant = _meant(token.text, vocabulary, facts) if at not in taken else None
        if meant is None:
            continue
        ids, wide, reviews = meant
        before, broad = found[-1] if found else (None, frozenset[str]())
        if before is not None and at - before.last <= 3 and all(tokens[n].text in _LINKING for n in range(before.last, at)):
            both = _both(broad, wide, facts)
            joined = Mention(before.first, at + 1, both or before.ids | ids, before.reviews & reviews or before.reviews | reviews)
            found[-1] = (joined, both or broad | wide)
        else:
            found.append((Mention(at, at + 1, ids, reviews), wide))
    return (mention for mention, _ in found)


_LINKING = frozenset("of the for on to a an del della dei delle dell di il la lo i gli le l sul sulla al alla code".split())


def _both(one: frozenset[str], other: frozenset[str], facts: Facts) -> frozenset[str]:
    """The tasks that two words name together: those that are both, or the reviews of what the second one names."""
    reviews = frozenset(name for name in one if set(facts.project.by_id[name].reviews) & other)
    return (one & other) or reviews


def _meant(word: str, vocabulary: _Vocabulary, facts: Facts) -> tuple[frozenset[str], frozenset[str], frozenset[str]] | None:
    """The tasks that a word means most likely, all that it may mean, and their reviews: what a review is called after is not the review."""
    if len(word) < FEWEST_LETTERS or _starts((word,), 0, "weak"):
        return None
    keys, sorts = [stem(word, language) for language in LANGUAGES], _sorts_of(word)
    named = frozenset[str]().union(*(vocabulary.stems.get(key, frozenset()) for key in keys))
    exact = frozenset[str]().union(*(vocabulary.ids.get(key, frozenset()) for key in keys))
    wide = named.union(exact, *(vocabulary.sorts.get(sort, frozenset()) for sort in sorts))
    if not wide:
        return None
    every = vocabulary.sorts.get("review", frozenset())
    if "review" not in sorts:
        reviewed = frozenset(other for name in wide & every for other in facts.project.by_id[name].reviews)
        wide = (wide - every) or reviewed or wide
    ids = exact & wide or wide
    return ids, wide, frozenset(name for name in every if name in named or set(facts.project.by_id[name].reviews) & ids)


def number_at(words: Sequence[str], at: int) -> float | None:
    """The number that a word is, in figures or in letters; None if it is none."""
    word = words[at]
    if re.fullmatch(r"\d{1,3}", word):
        return float(word)
    found = _pairs("numbers_en").get(word, _pairs("numbers_it").get(word))
    return None if found is None else float(found)


def _amounts(words: Sequence[str], per_day: int) -> Iterator[Amount]:
    """As in "two days", "a day and a half", "mezza giornata", "un paio di giorni", "12 hours"."""
    for at, word in enumerate(words):
        if word not in _UNITS:
            continue
        unit = _UNITS[word] or 1 / per_day
        begin, number, give = at, None, 0.0
        for back in range(1, 5):
            where = at - back
            if where < 0 or (words[where] not in _BETWEEN and number_at(words, where) is None and words[where] not in _HALF):
                break
            if words[where] in _HALF and number is None:
                number, begin = 0.5, where
            elif (value := number_at(words, where)) is not None and not (number == 0.5 and value == 1):
                joined = number == 0.5 and any(words[n] in ("and", "e") for n in range(where, at))
                number = value + 0.5 if joined else value if number is None or number == 0.5 else number
                begin, give = where, (1.0 if words[where] in ("couple", "paio") else give)
        tail = [word for word in words[at + 1 : at + 4] if word not in ("a", "an")]
        half = tail[:2] in (["and", "half"], ["e", "mezzo"], ["e", "mezza"])
        if number is not None:
            yield Amount(begin, at + 1, (number + (0.5 if half else 0.0)) * unit, give)


_BETWEEN = frozenset("of di full working lavorativi lavorativ pieni intero intera and e good whole a an".split())


def _numbered(words: Sequence[str]) -> Iterator[Amount]:
    """As in "day 3", "giorno 3", "il terzo giorno" as numbers of days."""
    for at, word in enumerate(words):
        following = number_at(words, at + 1) if at + 1 < len(words) else None
        if word in _DAY and following is not None and words[at + 1] not in ("a", "an", "un", "una", "uno"):
            half = words[at + 2 : at + 3] == ("5",)  # "day 2.5" is two words
            yield Amount(at, at + 2 + half, following + (0.5 if half else 0), 0.5)
        elif at + 1 < len(words) and words[at + 1] in _DAY and word in _ORDINALS:
            yield Amount(at, at + 2, float(_ORDINALS[word]), 0.5)


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
_ORDINALS |= {"primo": 1, "secondo": 2, "terzo": 3, "quarto": 4, "quinto": 5, "sesto": 6, "settimo": 7, "ottavo": 8, "decimo": 10}


def _weekdays(words: Sequence[str]) -> Iterator[Mention]:
    for at, word in enumerate(words):
        if word in _pairs("weekdays"):
            yield Mention(at, at + 1, frozenset({str(_pairs("weekdays")[word])}))
