"""What a defence says of who reads their own work, held against the plan."""

from collections.abc import Iterator

from sparring.kinds.plan.claims import Claim, Rule, claim, denied, kinds
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.mentions import Sayings
from sparring.kinds.plan.wordlists import listed

NEAR = 6
"""Words between whoever reads and "their own"."""


def of_own(said: Sayings, first: int, last: int) -> bool:
    """As in "Vera reviews her own evaluation", "Nico reviews it himself"."""
    if not said.has("review_verbs", first, last):
        return False
    own = any(word in listed("ones_own") for word in said.words[first:last]) or said.has("it_oneself", first, last)
    named = any(first <= one.first < last for one in said.tasks)
    return own or (
        named and said.has("by_oneself", first, last) and any(said.words[one.last : one.last + 1] == ("si",) for one in said.people)
    )


def own_reviews(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Vera reviews her own evaluation": true of a plan only where she does."""
    if said.condition or not facts.of_kind("review"):
        return
    for first, last in said.segments():
        people = [one for one in said.people if first <= one.first < last]
        if len(people) == 1 and of_own(said, first, last) and not denied(said, first, last):
            yield from _of(said, facts, people[0].ids)
        elif not people and _by_author(said, first, last) and not denied(said, first, last):
            yield from _of(said, facts, frozenset(facts.project.people))


def _by_author(said: Sayings, first: int, last: int) -> bool:
    """As in "the review is done by its author", "la review del mio codice la faccio io"."""
    reads = said.has("review_verbs", first, last)
    mine = {"io", "i"} & {*said.words[first:last]} and said.has("mine", first, last)
    return reads and (said.has("its_author", first, last) or bool(mine))


def _of(said: Sayings, facts: Facts, who: frozenset[str]) -> Iterator[Claim]:
    ordered = sorted(said.tasks, key=lambda one: kinds(facts, one) == {"review"})  # "reviews her own worker": that of the worker
    named = [name for one in ordered for name in sorted(one.reviews | one.ids) if facts.project.by_id[name].kind == "review"]
    mine = [name for name in facts.own_reviews if facts.bars[name].person in who]
    example = next(iter((*mine, *named)), facts.of_kind("review")[0].id)
    if facts.who(example):
        fact = "own-review" if mine else "others-review"
        yield claim("reviews", said, agrees=bool(mine), fact=fact, task=facts.title(example), person=facts.who(example))


def reviews(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Nobody reviews their own code", "everyone checks their own"."""
    if not facts.of_kind("review") or not (said.has("review_verbs") or any(kinds(facts, one) == {"review"} for one in said.tasks)):
        return
    own = said.find("own_review")
    if own < 0 or said.people or said.condition:
        return
    mine = facts.own_reviews
    example = mine[0] if mine else facts.of_kind("review")[0].id
    fact = "own-review" if mine else "others-review"
    task, person = facts.title(example), facts.who(example)
    if said.has("no_one", max(0, own - NEAR), own):
        yield claim("reviews", said, agrees=not mine, fact=fact, task=task, person=person)
    elif said.has("everyone", max(0, own - NEAR), own) and not denied(said, 0, own):
        yield claim("reviews", said, agrees=len(mine) == len(facts.of_kind("review")), fact=fact, task=task, person=person)


RULES: tuple[Rule, ...] = (reviews, own_reviews)
