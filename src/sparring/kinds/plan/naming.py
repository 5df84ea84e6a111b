"""Which tasks the words of a sentence name, by their titles, their ids, their sort, or the verb that does them.

A word may mean several tasks ("the tests" are two of them): a mention holds all that it may mean, and a claim is only against the plan if it is so for each.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from sparring.core.text import LANGUAGES, Language, Text
from sparring.kinds.plan.amounts import ORDINALS
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.wordlists import is_form, starts, table
from sparring.language.text import NEGATIONS, STOPWORDS, Token, stem

FEWEST_LETTERS = 3
COMMON = 0.3
"""A word in the titles of so many tasks names none of them."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` up to `last` (not included) of a sentence, and what they may mean: ids of tasks, or one person.

    `reviews`: the reviews of what they mean. `sure`: they are a task's id, its sort, its verb, or several of its words, and not one that may mean other things.
    """

    first: int
    last: int
    ids: frozenset[str]
    reviews: frozenset[str] = frozenset()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """Which tasks an id, the stem of an id, the stem of a word of a title, or a sort of task may mean; `verbs`: stems of what one does in a task."""

    exact: frozenset[str]
    ids: Mapping[str, frozenset[str]]
    verbs: Mapping[str, frozenset[str]]
    stems: Mapping[str, frozenset[str]]
    sorts: Mapping[str, frozenset[str]]


@lru_cache(maxsize=32)
def _vocabulary_of(tasks: tuple[tuple[str, str, str, str], ...]) -> _Vocabulary:
    stems: dict[str, set[str]] = {}
    sorts: dict[str, set[str]] = {}
    for name, kind, *titles in tasks:
        for word, language in _title_words(name, titles):
            stems.setdefault(stem(word, language), set()).add(name)
        for word in re.findall(r"[^\W\d_]+", " ".join((name, *titles)).lower()):
            for sort in _sorts_of(word):
                sorts.setdefault(sort, set()).add(name)
        sorts.setdefault(kind, set()).add(name)
    most = max(2, COMMON * len(tasks))
    return _Vocabulary(
        frozenset(name for name, *_ in tasks),
        {stem(name, "en"): frozenset({name}) for name, *_ in tasks},
        _verbs(tasks),
        {key: frozenset(names) for key, names in stems.items() if len(names) <= most},
        {key: frozenset(names) for key, names in sorts.items()},
    )


def _title_words(name: str, titles: Sequence[str]) -> Iterator[tuple[str, Language]]:
    """The words of a task's id and English title, and of its Italian one, that say something, each in the languages by whose rules it may be written."""
    english, italian = titles
    for text, spoken in ((f"{name} {english}", ("en",)), (italian, LANGUAGES)):
        for word in re.findall(r"[^\W\d_]+", text.lower()):
            if len(word) >= FEWEST_LETTERS and not _says_little(word):
                yield from ((word, language) for language in spoken)


def _says_little(word: str) -> bool:
    """Whether a word names no task: a small one, or one that is said of any work."""
    return starts((word,), 0, "weak") or any(word in STOPWORDS[one] or word in NEGATIONS[one] for one in LANGUAGES)


def _verbs(tasks: Sequence[tuple[str, str, str, str]]) -> dict[str, frozenset[str]]:
    """By stem the tasks that are called by it, or whose title begins with it. A test or a review may be of anything: those say less than their object."""
    found: dict[str, set[str]] = {}
    for name, kind, *titles in tasks:
        heads = [re.findall(r"[^\W\d_]+", title.lower())[:1] for title in titles]
        for word in (name, *(word for head in heads for word in head)) if kind != "review" else ():
            if not _says_little(word) and not _sorts_of(word) & {"test", "review"}:
                for language in LANGUAGES:
                    found.setdefault(stem(word, language), set()).add(name)
    return {key: frozenset(names) for key, names in found.items()}


def _vocabulary(facts: Facts) -> _Vocabulary:
    english, italian = facts.projects["en"], facts.projects["it"]
    return _vocabulary_of(tuple((task.id, task.kind, task.title, italian.by_id[task.id].title) for task in english.tasks))


@cache
def _sorts_of(word: str) -> frozenset[str]:
    return frozenset(
        sort for sort, forms in table()["sorts"].items() if any(is_form(word, form.replace("-", "")) for form in forms.split())
    )


def tasks(tokens: Sequence[Token], language: Language, facts: Facts, taken: set[int], persons: set[int]) -> Iterator[Mention]:
    """The tasks that are named; words that follow one another ("review of the worker") name what they have in common, or else any of them.

    A verb that is a task's own ("Tea trains the model") names that task, whatever else its object may mean. `taken`: words that name something else.
    """
    vocabulary = _vocabulary(facts)
    spoken: tuple[Language, ...] = LANGUAGES if language == "it" else ("en",)  # Italian teams use the English names
    found: list[_Named] = []
    for at, token in enumerate(tokens):
        meant = (
            None
            if at in taken | persons
            else _meant(token.text, spoken, vocabulary, facts, sure=at > 0 and tokens[at - 1].text in _DETERMINERS)
        )
        if meant is None and (counted := _ordinal(tokens, at, frozenset(), facts)) and at not in taken | persons:
            meant = counted, counted, frozenset(name for one in counted for name in facts.reviews_of(one))
        if meant is None:
            continue
        ids, wide, reviews = meant
        done = _done_by(tokens, at, vocabulary, persons) & wide
        ids = _ordinal(tokens, at, ids, facts)
        if not done and at and tokens[at - 1].text in _PRONOUNS and not _certain(token.text, spoken, vocabulary):
            continue
        sure = bool(done) or _certain(token.text, spoken, vocabulary)
        now = _Named(Mention(at, at + 1, done or ids, frozenset() if done else reviews, sure), done or wide, bool(done))
        if found and _continues(tokens, found[-1], now):
            found[-1] = _joined(found[-1], now, facts)
        else:
            found.append(now)
    return (one.mention for one in found)


def _certain(word: str, spoken: Sequence[Language], vocabulary: _Vocabulary) -> bool:
    """Whether a word by itself is a task's: its id, or its kind."""
    return bool(_sorts_of(word) & _KINDS) or any(stem(word, language) in vocabulary.ids for language in spoken)


_KINDS = frozenset({"test", "review", "release", "document"})


@dataclass(frozen=True, slots=True)
class _Named:
    """A mention in the making: all that its words may mean, and whether they are the verb of a task."""

    mention: Mention
    wide: frozenset[str]
    verb: bool = False


_LINKING = frozenset("of the for on to a an del della dei delle dell di il la lo i gli le l sul sulla al alla code".split())
_DETERMINERS = frozenset("the our il lo la i gli le l nostro nostra".split())
_CLITICS = frozenset("lo la li le l".split())
_BEING = frozenset("is are be being was gets è sono viene vengono sarà verrà va".split())
_PRONOUNS = frozenset("ne si ci mi ti vi non".split())
"""Behind these stands a verb: "ne tiene conto" is not the task "che cosa si tiene"."""
_DOERS = frozenset("she he who we i they lei lui chi".split())


def _continues(tokens: Sequence[Token], before: _Named, now: _Named) -> bool:
    """Whether a word goes on with what was named before it; a verb in the passive voice with its subject."""
    gap = [tokens[at].text for at in range(before.mention.last, now.mention.first)]
    return len(gap) <= 3 and (all(word in _LINKING for word in gap) or (now.verb and bool(gap) and all(word in _BEING for word in gap)))


def _joined(before: _Named, now: _Named, facts: Facts) -> _Named:
    one, other = before.mention, now.mention
    both = _both(before.wide, now.wide, facts)
    if not both and before.verb != now.verb:
        kept = before if before.verb else now
        return _Named(Mention(one.first, other.last, kept.mention.ids), kept.wide, verb=True)
    reviews = one.reviews & other.reviews or one.reviews | other.reviews
    mention = Mention(one.first, other.last, both or one.ids | other.ids, reviews, bool(both) or one.sure or other.sure)
    return _Named(mention, both or before.wide | now.wide)


def _done_by(tokens: Sequence[Token], at: int, vocabulary: _Vocabulary, persons: set[int]) -> frozenset[str]:
    """The task whose own verb stands here: behind who does it, between its object and them, or in the passive voice."""
    before, behind = (tokens[at - 1].text if at else ""), (tokens[at + 1].text if at + 1 < len(tokens) else "")
    acts = at - 1 in persons or before in _DOERS
    turned = before in _CLITICS and (at + 1 in persons or at - 2 in persons)
    passive = before in _BEING and behind in ("by", "da", "dal", "dalla")
    if not (acts or turned or passive):
        return frozenset()
    return frozenset[str]().union(*(vocabulary.verbs.get(stem(tokens[at].text, language), frozenset()) for language in LANGUAGES))


def _ordinal(tokens: Sequence[Token], at: int, ids: frozenset[str], facts: Facts) -> frozenset[str]:
    """Of several the one whose title has the number that stands before the word: "the second slice"; it may be all that names it."""
    number = _NUMBERS.get(tokens[at - 1].text) if at else None
    if number is None or len(ids) == 1:
        return ids
    found = frozenset(task.id for task in facts.project.tasks if number in _counted(facts.title(task.id), tokens[at].text))
    return (found & ids) or frozenset(name for name in found if facts.project.by_id[name].kind != "review") or ids


_NUMBERS = ORDINALS | {"prima": 1, "seconda": 2, "terza": 3, "quarta": 4}


def _counted(title: Text, word: str) -> set[int]:
    """The numbers that stand before a word in a title."""
    found: set[int] = set()
    for language in LANGUAGES:
        words = re.findall(r"[^\W\d_]+", title.to(language).lower())
        here = stem(word, language)
        found |= {_NUMBERS[one] for one, other in pairwise(words) if one in _NUMBERS and stem(other, language) == here}
    return found


def _both(one: frozenset[str], other: frozenset[str], facts: Facts) -> frozenset[str]:
    """The tasks that two words name together: those that are both, or the reviews of what the second one names."""
    reviews = frozenset(name for name in one if set(facts.project.by_id[name].reviews) & other)
    return (one & other) or reviews


def _meant(
    word: str, spoken: Sequence[Language], vocabulary: _Vocabulary, facts: Facts, *, sure: bool
) -> tuple[frozenset[str], frozenset[str], frozenset[str]] | None:
    """The tasks that a word means most likely, all that it may mean, and their reviews: what a review is called after is not the review.

    `sure`: it stands where a thing does ("the client"), so that a word which says little elsewhere may be a task's id.
    """
    if len(word) < FEWEST_LETTERS or (_says_little(word) and not (sure and word in vocabulary.exact)):
        return None
    keys, sorts = [stem(word, language) for language in spoken], _sorts_of(word)
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
