"""Whom a phrase is about: whoever is named last before it in its clause ("Carla works ...", "Davide, who has the flag, is away"), or right behind it
("il 4 marzo manca Gaia"), or everybody, or nobody. Where that is not sure, nobody.
"""

from dataclasses import dataclass

from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.mentions import Sayings
from sparring.kinds.plan.wordlists import listed

FAR = 6
"""Words between somebody and what is said of them."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a phrase is about: `people`, all of them or, if `none`, none of them. `last`: where they are named."""

    people: frozenset[str]
    none: bool
    last: int


def subject_of(said: Sayings, facts: Facts, first: int, last: int) -> Subject | None:
    """Whom the words from `first` to `last` are about; None if that is not sure."""
    turned = next((one for one in said.people if one.first == last), None)
    if turned is not None and last not in said.sentence.pauses:
        return Subject(turned.ids, none=False, last=first)
    if said.words[last : last + 1] in (("tutti",), ("tutte",)) and said.words[last + 1 : last + 2] not in (("i",), ("gli",), ("le",)):
        return Subject(frozenset(facts.project.people), none=False, last=first)
    every, nobody = said.find("everybody", max(0, first - FAR), first), said.find("no_one", max(0, first - FAR), first)
    near = [one for one in said.people if one.first < first]
    if (every >= 0 or nobody >= 0) and not (near and near[-1].first > max(every, nobody)):
        return Subject(frozenset(facts.project.people), none=nobody >= 0, last=max(every, nobody) + 1)
    relative = bool(near) and near[-1].last in said.sentence.pauses and said.words[near[-1].last] in ("who", "che")
    if not near or (not relative and near[-1].first and said.words[near[-1].first - 1] in listed("no_subject")):
        return None
    group, at = set(near[-1].ids), near[-1].first
    for one in reversed(near[:-1]):
        if at - one.last == 1 and said.words[one.last] in ("and", "e", "ed"):
            group |= one.ids
            at = one.first
    between = said.words[near[-1].last : first]
    if any(word in _OURSELVES and said.words[near[-1].last + n - 1] not in _WITH for n, word in enumerate(between)):
        return None
    if len(near) == len({name for one in near for name in one.ids} & group) and (pronoun := _pronoun(said, near[-1].last, first)):
        return Subject(frozenset(group), none=False, last=pronoun)
    alone = len(near) == len(group) and any(word in listed("hinge") or word in ("dato", "visto", "siccome", "che") for word in between)
    close = alone or (len(between) <= FAR and not any(near[-1].last <= one.first < first for one in said.tasks))
    return Subject(frozenset(group), none=False, last=near[-1].last) if close or relative else None


_OURSELVES = frozenset("i we you io noi tu".split())
_WITH = frozenset("con per da di a tra fra".split())


def _pronoun(said: Sayings, first: int, last: int) -> int:
    """Where a clause begins with "they" or "he" between two places: the word behind it, 0 if none does."""
    opens = {a for a, _ in said.segments()} | {a + 1 for a, _ in said.segments() if said.words[a] in listed("hinge")}
    at = next((n for n in range(last - 1, first - 1, -1) if said.words[n] in ("he", "she", "they") and n in opens), -1)
    return at + 1
