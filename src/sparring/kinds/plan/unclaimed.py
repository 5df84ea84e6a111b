"""What a sentence speaks of without claiming it of the plan: who is kept off a task, what was thought of first, what is done "instead of" which.

Such a stretch is put aside before the rules read the sentence: its words are blank to them, and nothing in it is mentioned. Of an exclusion the contrary is claimed.
"""

from collections.abc import Iterator
from dataclasses import replace

from sparring.kinds.plan.claims import VAGUE, Claim, Rule, claim, denied
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.mentions import Aside, Sayings
from sparring.kinds.plan.naming import Mention
from sparring.kinds.plan.wordlists import length_at, listed, starts

BEHIND = 3
"""Words between "off" and what somebody is kept off."""


def put_aside(said: Sayings) -> Sayings:
    """The sentence without what it does not claim."""
    found = [one for first, last in said.segments() if (one := _aside(said, first, last))]
    if not found:
        return said
    void = {at for one in found for at in range(one.first, one.last)}
    words = tuple("" if at in void else word for at, word in enumerate(said.words))
    return replace(
        said,
        words=words,
        people=tuple(one for one in said.people if one.first not in void),
        strangers=tuple(one for one in said.strangers if one.first not in void),
        tasks=tuple(one for one in said.tasks if one.first not in void),
        amounts=tuple(one for one in said.amounts if one.first not in void),
        day_numbers=tuple(one for one in said.day_numbers if one.first not in void),
        weekdays=tuple(one for one in said.weekdays if one.first not in void),
        dates=tuple(one for one in said.dates if one.first not in void),
        aside=tuple(found),
    )


def _aside(said: Sayings, first: int, last: int) -> Aside | None:
    """The part of a stretch that claims nothing."""
    if said.has("thought", first, last) or (said.has("at_first", first, last) and said.has("past", first, last)):
        return Aside(first, last)
    if (other := said.find("instead_of", first, last)) >= 0:
        return Aside(first if other <= first + 1 else other, last)
    people = [one for one in said.people if first <= one.first < last]
    tasks = [one for one in said.tasks if first <= one.first < last]
    at = _off(said, first, last, people, tasks) if people else -1
    if at < 0:
        return None
    near = [one for one in tasks if 0 < one.first - at <= BEHIND]
    times = [one.first for one in said.days] + [one.first for one in (*said.amounts, *said.day_numbers)]
    timed = any(first <= one < last for one in times)
    sole = len(people) == len(tasks) == len(near) == 1 and people[0].first < at and not denied(said, first, last) and not timed
    return Aside(first, last, people[0].ids, near[0], stays=said.has("stays", first, last)) if sole else Aside(first, last)


def _off(said: Sayings, first: int, last: int, people: list[Mention], tasks: list[Mention]) -> int:
    """Where the last word of an exclusion stands that is about somebody: "away from", "took ... off", "tolto ... dal"; -1 if none does."""
    for at in range(first, last):
        if (length := length_at(said.words, at, "away_from")) and not (
            any(0 <= one.first - at - length <= 1 for one in said.days) or said.has("critical", at + length, at + length + 2)
        ):
            return at + length - 1
        if starts(said.words, at, "spares") and any(abs(one.first - at) <= BEHIND for one in people):
            return at
        length = length_at(said.words, at, "off_it")
        lead = said.find("takes_off", first, at)
        if length and lead >= 0 and any(0 < one.first - at - length < BEHIND for one in tasks):
            return at + length - 1
        from_it = said.find("takes_away", first, at)
        taken = from_it >= 0 and said.words[at] in listed("from_it") and any(from_it < one.first < at for one in people)
        if taken and any(0 < one.first - at <= BEHIND for one in tasks):
            return at
    return -1


def excluded(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "I kept Carla off the worker": true where somebody else has it; who had it only until then is not said to keep off it."""
    for one in said.aside if not said.condition else ():
        names = sorted(name for name in one.task.ids if facts.who(name)) if one.task else []
        if one.task is None or not names or len(one.task.ids) > VAGUE:
            continue
        theirs = [name for name in names if facts.bars[name].person in one.people]
        if not theirs or (one.stays and len(names) == 1 and one.task.sure):
            name = (theirs or names)[0]
            yield claim("assigned", said, agrees=not theirs, task=facts.title(name), person=facts.who(name))


RULES: tuple[Rule, ...] = (excluded,)
