"""What a defence says of who has what, held against the plan: who does a task, who reviews whom, and who is not on the team."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sparring.kinds.plan.claims import NEAR, VAGUE, Claim, Rule, claim, denied, surely
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.mentions import Sayings
from sparring.kinds.plan.naming import Mention
from sparring.kinds.plan.reviewing import of_own
from sparring.kinds.plan.wordlists import listed, starts


def assignments(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Bruno builds the endpoint", "the worker goes to Anna", "Davide, who has the flag, ..."."""
    if said.condition:
        return
    subject: tuple[Mention, ...] = ()
    place = (0, 0)
    for first, last in said.segments():
        people = _doers(said, subject, first, last)
        subject = tuple(people) or subject
        place = place if _without_verb(said, first, last) else (first, last)
        tasks = [one for one in said.tasks if first <= one.first < last and not _apart(said, one, first)]
        if not people or not tasks or said.has("no_claim", first, last) or denied(said, first, last):
            continue
        if not of_own(said, first, last):  # `reviewing.py` holds that against the plan
            for task in tasks:
                yield from surely(_held_by(said, facts, task, people, place), task)


def _held_by(said: Sayings, facts: Facts, task: Mention, people: Sequence[Mention], place: tuple[int, int]) -> Iterator[Claim]:
    """Who has a task; of "Bruno hands the review over to Anna" she to whom it goes, or it was his until then. Where it goes to nobody, nothing is said."""
    at = said.find("hands_on", *place)
    to = [one for one in people if one.first and said.words[one.first - 1] in ("to", "a", "ad")]
    givers = [one for one in people if one not in to and one.first < at]
    if at < 0 or not givers or (givers[0].first < task.first < at):
        yield from _assigned(said, facts, _owners(said, task, givers if at >= 0 and givers else people), task, place)
    elif to:
        found = tuple(_assigned(said, facts, _owners(said, task, to), task, place))
        his = facts.theirs(task.ids, frozenset[str]().union(*(one.ids for one in givers)))
        yield from found if any(one.agrees for one in found) or not his else ()


def _without_verb(said: Sayings, first: int, last: int) -> bool:
    """Whether a clause leaves its verb to the one before it: "Elsa reads the endpoint, Hana the index"."""
    named = {at for one in (*said.people, *said.tasks) for at in range(one.first, one.last)}
    bare = all(at in named or said.words[at] in listed("articles") for at in range(first, last))
    return first > 0 and bare and said.verb_at(first, last) < 0


def _doers(said: Sayings, subject: Sequence[Mention], first: int, last: int) -> list[Mention]:
    """Who is said to do something in a clause; in one that names nobody, whoever it goes on about ("Davide, who has the flag, ...")."""
    here = [one for one in said.people if first <= one.first < last]
    people = [one for one in here if not _possessive(said, one)]
    if people or not subject:
        return people or here
    if here:
        return list(subject) if said.has("review_verbs", first, last) else here
    relative = said.words[first] in ("who", "che") and first == subject[-1].last
    at = first + 1 if relative else first
    resumed = not relative and first in said.sentence.pauses and _after_relative(said, subject[-1], first)
    does = at < last and (starts(said.words, at, "owns") or starts(said.words, at, "acts") or starts(said.words, at, "review_verbs"))
    return list(subject) if does and (relative or resumed) else []


def _after_relative(said: Sayings, person: Mention, first: int) -> bool:
    """Whether a clause goes on with somebody behind a relative clause about them: "Fabio, who wrote neither, reviews ..."."""
    return (
        said.words[person.last : person.last + 1] in (("who",), ("che",))
        and sum(person.last < n <= first for n in said.sentence.pauses) == 1
    )


def relatives(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "the flag, which Bruno has, ...", "il flag, che è di Bruno, ...", "la documentazione, affidata a Bruno, ..."."""
    for first, last in said.segments():
        near = [one for one in said.tasks if one.last <= first and first - one.last <= 2]
        task = near[-1] if near and not any(near[-1].last <= n < first for n in said.sentence.pauses) else None
        people = [one for one in said.people if first <= one.first < last]
        if task is None or not people or said.condition or any(first <= one.first < last for one in said.tasks):
            continue
        if said.has("apart", first, last) or said.has("no_claim", first, last) or denied(said, first, last):
            continue
        if task.tail:  # "the review of the endpoint, which Bruno wrote": of either
            task = replace(task, ids=task.ids | task.tail, reviews=frozenset())
        if _gives(said, people, first, last):
            yield from surely(_assigned(said, facts, _owners(said, task, people), task, (first, last)), task)


def _gives(said: Sayings, people: Sequence[Mention], first: int, last: int) -> bool:
    """Whether a clause behind a task says no more than whose it is."""
    start, stop = people[0], people[-1]
    if said.words[first] in ("which", "that", "che", "di"):
        ahead, rest = said.words[first + 1 : start.first], said.words[stop.last : last]
        verbs = [word for word in (*ahead, *rest) if word in listed("owns")] or _only_verb(said, first, (*ahead, *rest))
        of = ahead[-2:] in (("è", "di"), ("sono", "di"), ("is", "with")) or (ahead == ("is",) and rest[:1] == ("s",))
        return (bool(verbs) or of or bool({*ahead, *rest} & listed("review_verbs"))) and len(ahead) <= 4 and len(rest) <= 6
    at = next((n for n in range(first, min(start.first, first + 5)) if starts(said.words, n, "given")), -1)
    ahead = said.words[first:at] if at >= 0 else ()
    return at >= 0 and start.first <= at + 2 and stop.last == last and all(word in listed("given_it") for word in ahead)


def _only_verb(said: Sayings, first: int, words: Sequence[str]) -> list[str]:
    """The one word of "which Elsa mends", "che sistema Elsa": whatever is done there, unless it does nothing to the task."""
    words = words[:1] if len(words) == 2 and words[1] in listed("particles") else words
    doing = len(words) == 1 and said.words[first] in ("which", "that", "che") and not starts(words, 0, "not_doing")
    return list(words) if doing else []


def _possessive(said: Sayings, person: Mention) -> bool:
    """As in "Lea's job", "il job di Lea": whose it is that somebody else does something with."""
    before = said.words[person.first - 1] if person.first else ""
    return said.words[person.last : person.last + 1] == ("s",) or before in ("di", "of")


def _owners(said: Sayings, task: Mention, people: Sequence[Mention]) -> frozenset[str]:
    """Whom a task is joined to: those named last before it, else those named next; "Anna and Bruno" are one."""
    before = [one for one in people if one.first < task.first]
    behind = [one for one in people if one.first > task.first]
    first = min((one.first for one in said.tasks if people[0].first - NEAR <= one.first), default=task.first)
    turned = bool(behind) and first < people[0].first
    near = behind[0] if turned or not before else before[-1]
    group = {near.ids}
    at = people.index(near)
    for step in (-1, 1):
        here = at
        while (
            0 <= here + step < len(people)
            and abs(people[here + step].first - people[here].first) <= 2
            and _joined(said, people[here], people[here + step])
        ):
            here += step
            group.add(people[here].ids)
    return frozenset().union(*group)


def _joined(said: Sayings, one: Mention, other: Mention) -> bool:
    low, high = sorted((one.first, other.first))
    return any(word in ("and", "e", "ed") for word in said.words[low + 1 : high])


def _assigned(said: Sayings, facts: Facts, who: frozenset[str], task: Mention, place: tuple[int, int]) -> Iterator[Claim]:
    ids = task.reviews if task.reviews and said.reads(task, *place) else task.ids
    crossed = (
        said.has("review_nouns") and said.verb_at(*place) < 0
    )  # "Crossed reviews: the worker by Bruno": who reads it is meant, or who has it
    mine = facts.theirs(ids, who) or (facts.theirs(task.reviews, who) if crossed else [])
    if mine:
        yield claim("assigned", said, agrees=True, task=facts.title(mine[0]), person=facts.who(mine[0]))
    elif len(ids) <= VAGUE and not crossed:
        name = min(ids, key=lambda one: (one not in facts.bars, one))
        fact = "assigned" if facts.who(name) else "unplaced"
        yield claim("assigned", said, agrees=False, fact=fact, task=facts.title(name), person=facts.who(name))


def _apart(said: Sayings, task: Mention, first: int) -> bool:
    """Whether a task is only named as what is waited for, or as a time."""
    begin = max(first, task.first - 4)
    others = [one.last for one in (*said.people, *said.tasks) if one.last <= task.first]
    return said.has("apart", max(begin, *others, 0) if others else begin, task.first)


def strangers(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """Somebody has a task who is not on the team."""
    team = ", ".join(person.name for person in facts.project.team)
    for one in said.strangers:
        if not denied(said, 0, one.first) and not said.condition:
            yield claim("stranger", said, agrees=False, person=next(iter(one.ids)), team=team)


RULES: tuple[Rule, ...] = (assignments, relatives, strangers)
