"""The words by which a board's tasks may be named: their ids, the words of their titles in both languages, their sorts, and the verbs that do them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sparring.core.text import LANGUAGES, Language
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.wordlists import is_form, starts, table
from sparring.language.text import NEGATIONS, STOPWORDS, stem

FEWEST_LETTERS = 3
COMMON = 0.3
"""A word in the titles of so many tasks names none of them."""
DETERMINERS = frozenset("the a an our un una uno il lo la i gli le l nostro nostra".split())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Which tasks an id, the stem of an id or of the word that a title begins with, the stem of a word of a title, or a sort of task may mean.

    `own`: the stems that titles begin with and no other title has.
    `verbs`: stems of what one does in a task; `heads`: of the words that titles begin with, even such as say little.
    """

    exact: frozenset[str]
    ids: Mapping[str, frozenset[str]]
    titled: Mapping[str, frozenset[str]]
    own: frozenset[str]
    verbs: Mapping[str, frozenset[str]]
    heads: Mapping[str, frozenset[str]]
    stems: Mapping[str, frozenset[str]]
    sorts: Mapping[str, frozenset[str]]


@lru_cache(maxsize=32)
def _vocabulary_of(tasks: tuple[tuple[str, str, str, str], ...]) -> Vocabulary:
    stems: dict[str, set[str]] = {}
    sorts: dict[str, set[str]] = {}
    for name, kind, *titles in tasks:
        for word, language in _title_words(name, titles):
            stems.setdefault(stem(word, language), set()).add(name)
        for word in re.findall(r"[^\W\d_]+", " ".join((name, *titles)).lower()):
            for sort in sorts_of(word):
                sorts.setdefault(sort, set()).add(name)
        sorts.setdefault(kind, set()).add(name)
    most = max(2, COMMON * len(tasks))
    return Vocabulary(
        frozenset(name for name, *_ in tasks),
        {stem(name, "en"): frozenset({name}) for name, *_ in tasks},
        *_heads(tasks),
        _verbs(tasks),
        _beginnings(tasks),
        {key: frozenset(names) for key, names in stems.items() if len(names) <= most},
        {key: frozenset(names) for key, names in sorts.items()},
    )


def _heads(tasks: Sequence[tuple[str, str, str, str]]) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """By stem the tasks whose title begins with it, if it says something; and the stems of those that stand in no other task's title."""
    found: dict[str, set[str]] = {}
    shared: set[str] = set()
    for name, kind, *titles in tasks:
        for word, language in zip(map(_head, titles, LANGUAGES), LANGUAGES, strict=True):
            others = {
                other for other, sort, *named in tasks if sort != "review" and word in re.findall(r"[^\W\d_]+", " ".join(named).lower())
            }
            for spoken in LANGUAGES if word and language == "it" else ("en",) if word else ():
                found.setdefault(stem(word, spoken), set()).add(name)
                if kind != "review" and not others <= {name}:
                    shared.add(stem(word, spoken))
    return {key: frozenset(names) for key, names in found.items()}, frozenset(found.keys() - shared)


def _beginnings(tasks: Sequence[tuple[str, str, str, str]]) -> dict[str, frozenset[str]]:
    """By stem of its first word the titles' tasks."""
    found: dict[str, set[str]] = {}
    for name, _, *titles in tasks:
        for title, language in zip(titles, LANGUAGES, strict=True):
            word = next(iter(re.findall(r"[^\W\d_]+", title.lower())), "")
            if not any(word in STOPWORDS[one] for one in LANGUAGES):
                found.setdefault(stem(word, language), set()).add(name)
    return {key: frozenset(names) for key, names in found.items()}


def _head(title: str, language: Language) -> str:
    """The word that names what a title is about, "" if none does: its first one, behind an article; in English the last of two ("Model card: for whom")."""
    words = re.findall(r"[^\W\d_]+|[^\w\s'’]", title.lower())
    words = words[1:] if words and words[0] in DETERMINERS else words
    stop = next((at for at, word in enumerate(words) if not word.isalpha() or any(word in STOPWORDS[one] for one in LANGUAGES)), len(words))
    first = words[:2] if language == "en" and stop == 2 else words[:1]
    said = [word for word in first if word.isalpha() and len(word) >= FEWEST_LETTERS and not says_little(word)]
    return said[-1] if said else ""


def _title_words(name: str, titles: Sequence[str]) -> Iterator[tuple[str, Language]]:
    """The words of a task's id and English title, and of its Italian one, that say something, each in the languages by whose rules it may be written."""
    english, italian = titles
    for text, spoken in ((f"{name} {english}", ("en",)), (italian, LANGUAGES)):
        for word in re.findall(r"[^\W\d_]+", text.lower()):
            if len(word) >= FEWEST_LETTERS and not says_little(word):
                yield from ((word, language) for language in spoken)


def says_little(word: str) -> bool:
    """Whether a word names no task: a small one, or one that is said of any work."""
    return starts((word,), 0, "weak") or any(word in STOPWORDS[one] or word in NEGATIONS[one] for one in LANGUAGES)


def _verbs(tasks: Sequence[tuple[str, str, str, str]]) -> dict[str, frozenset[str]]:
    """By stem the tasks that are called by it, or whose title begins with it, in Italian with an infinitive.

    A test or a review may be of anything: those say less than their object.
    """
    found: dict[str, set[str]] = {}
    for name, kind, *titles in tasks:
        english, italian = map(_head, titles, LANGUAGES)
        infinitive = italian if italian.endswith(("are", "ere", "ire", "urre")) else ""
        for word, language in ((name, "en"), (english, "en"), (infinitive, "it")) if kind != "review" else ():
            if word and not sorts_of(word) & {"test", "review"}:
                found.setdefault(stem(word, language), set()).add(name)
    return {key: frozenset(names) for key, names in found.items()}


def vocabulary(facts: Facts) -> Vocabulary:
    """The words for the tasks of a plan's board."""
    english, italian = facts.projects["en"], facts.projects["it"]
    return _vocabulary_of(tuple((task.id, task.kind, task.title, italian.by_id[task.id].title) for task in english.tasks))


@cache
def sorts_of(word: str) -> frozenset[str]:
    """The sorts of task that a word stands for."""
    return frozenset(
        sort for sort, forms in table()["sorts"].items() if any(is_form(word, form.replace("-", "")) for form in forms.split())
    )
