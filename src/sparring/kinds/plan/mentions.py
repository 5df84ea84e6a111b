"""What the sentences of a defence speak of: people, tasks, days and amounts of time, each with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sparring.core.text import LANGUAGES, Language
from sparring.kinds.plan.amounts import Amount, Dated, amounts, dates, numbered, weekdays
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.naming import Mention, tasks
from sparring.kinds.plan.wordlists import listed, pairs, starts, table
from sparring.language.skills import known_in
from sparring.language.text import STOPWORDS, Sentence, sentences


@dataclass(frozen=True)
class Aside:
    """Words `first` up to `last` of a sentence that claim nothing of the plan (`unclaimed.py`); of an exclusion, who is kept off which task.

    `stays`: they are kept off it, and not just taken off it at some time.
    """

    first: int
    last: int
    people: frozenset[str] = frozenset()
    task: Mention | None = None
    stays: bool = False


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
    weekdays: tuple[Dated, ...]
    """Weekdays alone; those of a date stand in `dates`."""
    dates: tuple[Dated, ...]
    spoken: tuple[str, ...] = ()
    """All its words; in `words` those are blank that claim nothing (`aside`)."""
    aside: tuple[Aside, ...] = ()

    @cached_property
    def days(self) -> tuple[Dated, ...]:
        """Weekdays and dates, in their order."""
        return tuple(sorted((*self.weekdays, *self.dates), key=lambda one: one.first))

    @cached_property
    def condition(self) -> bool:
        """Whether it tells what would be done in some case, not what is planned."""
        words = self.spoken
        return (
            any(words[one.last : one.last + 1] == ("leaves",) and not self.tasks for one in self.people)
            or any(starts(words, at, name) for at in range(len(words)) for name in ("condition", "moved"))
            or any(word.endswith(("rebbe", "rebbero", "remmo", "'d")) for word in words)
        )

    def has(self, name: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a word of a list of `claims.toml` stands between two places."""
        return self.find(name, first, last) >= 0

    def find(self, name: str, first: int = 0, last: int | None = None) -> int:
        """Where the first word of a list stands, -1 if none does."""
        stop = len(self.words) if last is None else last
        return next((at for at in range(first, stop) if starts(self.words, at, name)), -1)

    def reads(self, task: Mention, first: int, last: int) -> bool:
        """Whether a task is read by somebody and not written, between two places: by the verb that stands last before it, or first behind it."""
        ahead, behind = self.verb_at(first, task.first + 1, back=True), self.verb_at(task.first, last)
        at = ahead if ahead >= 0 else behind
        return at >= 0 and starts(self.words, at, "review_verbs")

    def verb_at(self, first: int, last: int, *, back: bool = False) -> int:
        """Where somebody does something, the first time between two places, or the last (`back`); "the reads" that are a task are nothing that is done."""
        named = {at for one in self.tasks for at in range(one.first, one.last) if not starts(self.words, at, "review_nouns")}
        places = range(last - 1, first - 1, -1) if back else range(first, last)
        return next(
            (at for at in places if at not in named and any(starts(self.words, at, one) for one in ("review_verbs", "acts", "owns"))), -1
        )

    def segments(self) -> list[tuple[int, int]]:
        """Stretches between pauses, and before a conjunction that opens a new clause about somebody else."""
        people = {one.first for one in (*self.people, *self.strangers)}
        cuts = [0]
        for at in range(1, len(self.words)):
            joins = self.words[at] in ("and", "e", "ed", "then", "poi") and at + 1 in people and not (at - 1 in people or at in people)
            if at in self.sentence.pauses or joins or self.words[at] in listed("hinge"):
                cuts.append(at)
        return list(zip(cuts, [*cuts[1:], len(self.words)], strict=True))


def sayings(text: str, language: Language, facts: Facts, known: str) -> Iterator[Sayings]:
    """The sentences of a text with their mentions. `known`: the exercise's own texts, whose words are nobody's names."""
    familiar = frozenset(re.findall(r"[^\W\d_]+", known.lower()))
    for sentence in sentences(text, language):
        yield _read(sentence, text, language, facts, familiar)


def with_me(said: Sayings, you: str) -> Sayings:
    """The sentence with whom its "I", "io", "mine" or "mia" means, where the exercise says who the candidate is; only where they do something themselves."""
    others = [*said.people, *said.strangers]
    free = [(a, b) for a, b in said.segments() if not any(a <= one.first < b for one in others)] if you else []
    mine = [at for first, last in free for at in range(first, last) if _does_it(said, at, first, last)]
    people = sorted((*said.people, *(Mention(at, at + 1, frozenset({you})) for at in mine)), key=lambda one: one.first)
    return replace(said, people=tuple(people)) if mine else said


def _does_it(said: Sayings, at: int, first: int, last: int) -> bool:
    """Whether a word is the speaker who does something: "I write ...", "li faccio io", "la review è mia"."""
    word, before = said.words[at], said.words[at - 1] if at > first else ""
    if word in listed("mine") or word in ("mine", "me"):
        return before in ("è", "sono", "is", "are") and at + 1 == last
    closes = word == "io" and at > first and (at + 1 == last or any(one.first == at + 1 for one in said.days))
    return word in ("i", "io") and (closes or starts(said.words, at + 1, "i_do"))


def _read(sentence: Sentence, text: str, language: Language, facts: Facts, familiar: frozenset[str]) -> Sayings:
    words = tuple(token.text for token in sentence.tokens)
    raw = tuple(text[token.start : token.end] for token in sentence.tokens)
    people = tuple(_people(words, facts))
    persons = {at for one in people for at in range(one.first, one.last)}
    strangers = tuple(_strangers(words, raw, persons, familiar))
    lasting = tuple(amounts(words, facts.axis.per_day))
    dated = tuple(dates(words, sentence.pauses, facts.project.start, facts.until))
    in_dates = {at for one in dated for at in range(one.first, one.last)}
    named = tuple(one for one in weekdays(words) if one.first not in in_dates)
    taken = in_dates | {at for one in lasting for at in range(one.first, one.last)}
    apart = {at for at in sentence.pauses if ":" not in text[sentence.tokens[at - 1].end : sentence.tokens[at].start]}
    meant = tuple(tasks(sentence, language, facts, taken, persons, apart))
    return Sayings(sentence, words, raw, people, strangers, meant, lasting, tuple(numbered(words)), named, dated, words)


def _people(words: Sequence[str], facts: Facts) -> Iterator[Mention]:
    names = {key: person.id for person in facts.project.team for key in (person.id.lower(), person.name.lower())}
    for at, word in enumerate(words):
        name = names.get(word)
        if name:
            yield Mention(at, at + 1, frozenset({name}))


def _strangers(words: Sequence[str], raw: Sequence[str], taken: set[int], familiar: frozenset[str]) -> Iterator[Mention]:
    """Names of people who are not on the team, and those who come from outside."""
    for at, word in enumerate(words):
        if starts(words, at, "outsiders"):
            yield Mention(at, at + 1, frozenset({word}))
        elif at not in taken and _reads_as_name(words, raw, at, familiar) and _does_something(words, at, taken):
            yield Mention(at, at + 1, frozenset({raw[at]}))


def _reads_as_name(words: Sequence[str], raw: Sequence[str], at: int, familiar: frozenset[str]) -> bool:
    word = words[at]
    return (
        bool(re.fullmatch(r"[A-ZÀ-Ý][a-zà-ÿ]{2,}", raw[at]))
        and word not in familiar
        and all(word not in STOPWORDS[one] for one in LANGUAGES)
        and word not in pairs("weekdays").keys() | listed("no_names")
        and not any(starts(words, at, name) for name in table()["words"] if name not in ("weekdays", "numbers_en", "numbers_it"))
        and not known_in(raw[at])
        and not word.endswith(("ing", "tion", "zione", "mente", "ment"))
    )


def _does_something(words: Sequence[str], at: int, taken: set[int]) -> bool:
    """Whether a name stands where somebody is who works: before what they do, after what gives them work, or beside a colleague."""
    following = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1] if at else ""
    beside = (before in ("and", "e", "ed") and at - 2 in taken) or (following in ("and", "e", "ed") and at + 2 in taken)
    return following in listed("acts") or before in listed("gives") | listed("acts") or beside or following == "s"
