"""Which tasks the words of a sentence name, by their titles, their ids, their sort, or the verb that does them.

A word may mean several tasks ("the tests" are two of them): a mention holds all that it may mean, and a claim is only against the plan if it is so for each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sparring.core.text import LANGUAGES, Language, Text
from sparring.kinds.plan.amounts import ORDINALS
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.vocabulary import DETERMINERS, FEWEST_LETTERS, Vocabulary, says_little, sorts_of, vocabulary
from sparring.language.text import Sentence, Token, stem

CLOSE = 4
"""Words between a verb and its object."""


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
    tail: frozenset[str] = frozenset()
    """What its last word means where the whole is a review: of "the review of the worker" the worker."""
    wide: frozenset[str] = frozenset()
    """All that its words may mean."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A mention in the making: all that its words may mean, and whether they are the verb of a task."""

    mention: Mention
    wide: frozenset[str]
    verb: bool = False


def tasks(sentence: Sentence, language: Language, facts: Facts, taken: set[int], persons: set[int], apart: set[int]) -> Iterator[Mention]:
    """The tasks that are named; words that follow one another ("review of the worker") name what they have in common, or else any of them.

    A verb that is a task's own ("Tea trains the model") names that task, whatever else its object may mean. `taken`: words that name something else;
    `apart`: words behind a comma, which goes on with something else.
    """
    found: list[_Named] = []
    for at in range(len(sentence.tokens)):
        now = _one(sentence, at, language, facts, persons) if at not in taken | persons else None
        if now is not None and now.verb and any(one.mention.sure and not one.verb and at - one.mention.last <= CLOSE for one in found):
            now = replace(now, mention=replace(now.mention, sure=False), verb=False)  # of what is surely named the verb may be any
        if now is not None and found and at not in apart and _continues(sentence.tokens, found[-1], now):
            found[-1] = _joined(found[-1], now, facts)
        elif now is not None:
            found.append(now)
    return (replace(one.mention, wide=one.wide) for one in found)


def _one(sentence: Sentence, at: int, language: Language, facts: Facts, persons: set[int]) -> _Named | None:
    """What a word names by itself, None if it names no task."""
    known, tokens, word = vocabulary(facts), sentence.tokens, sentence.tokens[at].text
    spoken: tuple[Language, ...] = LANGUAGES if language == "it" else ("en",)  # Italian teams use the English names
    before = tokens[at - 1].text if at else ""
    meant = _meant(word, spoken, known, facts, sure=before in DETERMINERS)
    if meant is None:
        ids = wide = _ordinal(tokens, at, frozenset(), facts)
        reviews = frozenset(name for one in ids for name in facts.reviews_of(one))
    else:
        ids, wide, reviews = _ordinal(tokens, at, meant[0], facts), meant[1], meant[2]
    numbered = len(ids) == 1 and ids != (meant[0] if meant else frozenset())
    several, ids = ids, _by_verb(tokens, at, ids, known)
    done = _done_by(sentence, at, known, persons) & wide
    certain = _certain(word, spoken, known)
    if not ids or (language == "it" and _participle(tokens, at) and not done) or (before in _PRONOUNS and not done and not certain):
        return None
    mention = Mention(at, at + 1, done or ids, frozenset() if done else reviews, bool(done) or certain or numbered or ids != several)
    return _Named(mention, done or wide, bool(done))


def _participle(tokens: Sequence[Token], at: int) -> bool:
    """Whether an Italian word says what somebody did with a thing ("l'ho dato a Bruno") and is no thing: behind "ho", or a form of "dare"."""
    word, back = tokens[at].text, at - 1
    while back >= 0 and tokens[back].text in _ADVERBS:
        back -= 1
    acted = back >= 0 and tokens[back].text in _HAVING and bool(re.fullmatch(r".+[aiu]t[aeio]", word)) and not sorts_of(word) & _KINDS
    return acted or word in _GIVING


_ADVERBS = frozenset("già poi anche subito sempre ora invece quindi".split())
_HAVING = frozenset("ho hai ha abbiamo avete hanno è sono stato stata stati state viene vengono va vanno".split())
_GIVING = frozenset("dare do diamo dato data date darlo darla darli darle dargli".split())


def _certain(word: str, spoken: Sequence[Language], known: Vocabulary) -> bool:
    """Whether a word by itself is a task's: its id, or its kind."""
    return bool(sorts_of(word) & (_KINDS | known.exact)) or any(stem(word, language) in known.ids.keys() | known.own for language in spoken)


_KINDS = frozenset({"test", "review", "release", "document", "migration", "authorization", "monitoring", "endpoint", "worker"})


_LINKING = frozenset(
    "of the for on to in a an un una uno su sui sugli del della dei delle dell di il la lo i gli le l sul sulla al alla code".split()
)
_CLITICS = frozenset("lo la li le l".split())
_BEING = frozenset("is are be being was gets è sono viene vengono sarà verrà va".split())
_PRONOUNS = frozenset("ne si ci mi ti vi non".split())
"""Behind these stands a verb: "ne tiene conto" is not the task "che cosa si tiene"."""
_DOERS = frozenset("she he who we i they lei lui chi".split())


def _continues(tokens: Sequence[Token], before: _Named, now: _Named) -> bool:
    """Whether a word goes on with what was named before it; a verb in the passive voice with its subject."""
    gap = [tokens[at].text for at in range(before.mention.last, now.mention.first)]
    return len(gap) <= 3 and (
        all(word in _LINKING for word in gap) or (now.verb and bool(gap) and all(word in _BEING | _CLITICS for word in gap))
    )


def _joined(before: _Named, now: _Named, facts: Facts) -> _Named:
    one, other = before.mention, now.mention
    both = _both(before.wide, now.wide, facts)
    if not both and before.verb != now.verb and not (before if now.verb else now).mention.sure:
        kept = before if before.verb else now
        return _Named(Mention(one.first, other.last, kept.mention.ids), kept.wide, verb=True)
    reviews = one.reviews & other.reviews or one.reviews | other.reviews
    tail = other.ids if both and not both & other.ids else frozenset[str]()
    mention = Mention(one.first, other.last, both or one.ids | other.ids, reviews, bool(both) or one.sure or other.sure, tail)
    return _Named(mention, both or before.wide | now.wide)


def _done_by(sentence: Sentence, at: int, known: Vocabulary, persons: set[int]) -> frozenset[str]:
    """The task whose own verb stands here: behind who does it, between its object and them, or in the passive voice."""
    tokens = sentence.tokens
    before, behind = (tokens[at - 1].text if at else ""), (tokens[at + 1].text if at + 1 < len(tokens) else "")
    acts = at - 1 in persons or before in _DOERS
    turned = before in _CLITICS and ((at + 1 in persons and at + 1 not in sentence.pauses) or at - 2 in persons)
    passive = before in _BEING and behind in ("by", "da", "dal", "dalla")
    if not (acts or turned or passive):
        return frozenset()
    return frozenset[str]().union(*(known.verbs.get(stem(tokens[at].text, language), frozenset()) for language in LANGUAGES))


def _by_verb(tokens: Sequence[Token], at: int, ids: frozenset[str], known: Vocabulary) -> frozenset[str]:
    """Of several the one whose title begins with the verb before a word: "adds the columns" is none that drops them."""
    verbs = (known.heads.get(stem(tokens[n].text, language)) for n in range(max(0, at - 3), at) for language in LANGUAGES)
    return next((ids & found for found in verbs if found and ids & found), ids)


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
    word: str, spoken: Sequence[Language], known: Vocabulary, facts: Facts, *, sure: bool
) -> tuple[frozenset[str], frozenset[str], frozenset[str]] | None:
    """The tasks that a word means most likely, all that it may mean, and their reviews: what a review is called after is not the review.

    `sure`: it stands where a thing does ("the client"), so that a word which says little elsewhere may be a task's id.
    """
    if len(word) < FEWEST_LETTERS or (says_little(word) and not (sure and word in known.exact)):
        return None
    keys, sorts = [stem(word, language) for language in spoken], sorts_of(word)
    named = frozenset[str]().union(*(known.stems.get(key, frozenset()) for key in keys))
    exact = frozenset[str]().union(*(known.ids.get(key, frozenset()) for key in keys))
    titled = frozenset[str]().union(*(known.titled.get(key, frozenset()) for key in keys))
    wide = named.union(exact, *(known.sorts.get(sort, frozenset()) for sort in sorts))
    if not wide:
        return None
    every = known.sorts.get("review", frozenset())
    if "review" not in sorts:
        reviewed = frozenset(other for name in wide & every for other in facts.project.by_id[name].reviews)
        wide = (wide - every) or reviewed or wide
    ids = exact & wide or titled & wide or sorts & known.exact & wide or wide
    return ids, wide, frozenset(name for name in every if name in named or set(facts.project.by_id[name].reviews) & ids)
