"""What a defence claims of the plan, held against the plan itself: who does what, who reviews, what is in it and what is left out, how many, what is risky.

A claim agrees with the plan, or is against it; what cannot be checked is no claim here. A sentence about some case ("if Anna is ill ...") is only held against
the plan where it gives up what others wait for. `timing.py` has the claims about days and order.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sparring.core.evidence import Span
from sparring.core.text import LANGUAGES, Language, Message, Param, Text
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.mentions import Mention, Sayings, number_at
from sparring.words import words

VAGUE = 3
"""A mention that may mean more tasks than that is held against nothing."""
NEAR = 6
"""Words between what is counted and what it is counted of."""
Facing = Text | str | int | float


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: whether the plan has it so, the sentence, and what the plan has."""

    rule: str
    agrees: bool
    span: Span
    fact: Text


Rule = Callable[[Sayings, Facts], Iterator[Claim]]


def claim(rule: str, said: Sayings, *, agrees: bool, fact: str = "", **params: Facing) -> Claim:
    """A claim, its fact in both languages."""
    spoken: dict[Language, str] = {}
    for language in LANGUAGES:
        own: dict[str, Param] = {name: value.to(language) if isinstance(value, Text) else value for name, value in params.items()}
        spoken[language] = words(language).say(Message(f"plan.fact.{fact or rule}", own))
    return Claim(rule, agrees, Span(said.sentence.start, said.sentence.end), Text(spoken["en"], spoken["it"]))


def assignments(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Bruno builds the endpoint", "the worker goes to Anna"."""
    if said.condition:
        return
    subject: tuple[Mention, ...] = ()
    for first, last in said.segments():
        here = [one for one in said.people if first <= one.first < last]
        people = [one for one in here if not _possessive(said, one)] or (
            list(subject) if here and said.has("review_verbs", first, last) else here
        )
        subject = tuple(people) or subject
        tasks = [one for one in said.tasks if first <= one.first < last and not _apart(said, one, first)]
        if not people or not tasks or said.has("no_claim", first, last) or _denied(said, first, last):
            continue
        own = _of_own(said, first, last)
        for task in tasks:
            yield from (one for one in _assigned(said, facts, _owners(said, task, people), task, (first, last)) if not (own and one.agrees))


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
    ids = task.reviews if task.reviews and said.has("review_verbs", *place) else task.ids
    mine = sorted(name for name in ids if name in facts.bars and facts.bars[name].person in who)
    if mine:
        yield claim("assigned", said, agrees=True, task=facts.title(mine[0]), person=facts.who(mine[0]))
    elif len(ids) <= VAGUE:
        name = min(ids, key=lambda one: (one not in facts.bars, one))
        fact = "assigned" if facts.who(name) else "unplaced"
        yield claim("assigned", said, agrees=False, fact=fact, task=facts.title(name), person=facts.who(name))


def _apart(said: Sayings, task: Mention, first: int) -> bool:
    """Whether a task is only named as what is waited for, or as a time."""
    begin = max(first, task.first - 4)
    others = [one.last for one in (*said.people, *said.tasks) if one.last <= task.first]
    return said.has("apart", max(begin, *others, 0) if others else begin, task.first)


def _denied(said: Sayings, first: int, last: int) -> bool:
    return any(word in ("not", "non", "never", "mai", "nobody", "nessuno", "no") for word in said.words[first:last])


_OWN = frozenset("own proprio propria propri proprie".split())


def _of_own(said: Sayings, first: int, last: int) -> bool:
    """As in "Vera reviews her own evaluation": whoever has that review in the plan, this is no agreement with it."""
    return said.has("review_verbs", first, last) and not _OWN.isdisjoint(said.words[first:last])


def own_reviews(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Vera reviews her own evaluation": true of a plan only where she does."""
    for first, last in said.segments():
        people = [one for one in said.people if first <= one.first < last]
        if (
            len(people) != 1
            or said.condition
            or not _of_own(said, first, last)
            or _denied(said, first, last)
            or not facts.of_kind("review")
        ):
            continue
        (person,) = people[0].ids
        named = sorted(name for one in said.tasks for name in (*one.reviews, *one.ids) if facts.project.by_id[name].kind == "review")
        mine = [name for name in facts.own_reviews if facts.bars[name].person == person]
        example = next(iter((*mine, *named)), facts.of_kind("review")[0].id)
        if facts.who(example):
            fact = "own-review" if mine else "others-review"
            yield claim("reviews", said, agrees=bool(mine), fact=fact, task=facts.title(example), person=facts.who(example))


def strangers(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """Somebody has a task who is not on the team."""
    team = ", ".join(person.name for person in facts.project.team)
    for one in said.strangers:
        if not _denied(said, 0, one.first) and not said.condition:
            yield claim("stranger", said, agrees=False, person=next(iter(one.ids)), team=team)


def reviews(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Nobody reviews their own code", "everyone checks their own"."""
    if not facts.of_kind("review") or not (said.has("review_verbs") or any(_kinds(facts, one) == {"review"} for one in said.tasks)):
        return
    if not said.has("own_review") or said.people or said.condition:
        return
    own = facts.own_reviews
    example = own[0] if own else facts.of_kind("review")[0].id
    fact = "own-review" if own else "others-review"
    params: dict[str, Facing] = {"task": facts.title(example), "person": facts.who(example)}
    if said.has("nobody"):
        yield claim("reviews", said, agrees=not own, fact=fact, **params)
    elif said.has("everyone"):
        yield claim("reviews", said, agrees=len(own) == len(facts.of_kind("review")), fact=fact, **params)


def _kinds(facts: Facts, task: Mention) -> set[str]:
    return {facts.project.by_id[name].kind for name in task.ids}


def left_out(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "There are no tests in it", "if we are late I cut the tests": what is planned is not left out, and what others wait for cannot be cut."""
    for task in said.tasks:
        kinds = _kinds(facts, task)
        begin = max(0, task.first - 5)
        if len(kinds) != 1 or said.amounts:
            continue
        planned = sorted(name for name in task.ids if name in facts.bars)
        denied = any(word in ("not", "non", "never", "mai", "don") for word in said.words[max(0, begin - 3) : task.first])
        after = any(word in ("not", "non", "never", "mai") for word in said.words[max(0, task.first - 2) : task.first])
        if said.has("cut", begin, task.first) and said.condition and kinds <= {"test", "review"} and not denied and not after:
            waiting = [name for name in planned if facts.waiting.get(name)]
            if waiting:
                other = min(facts.waiting[waiting[0]])
                yield claim("cut", said, agrees=False, task=facts.title(waiting[0]), other=facts.title(other))
        elif not said.condition and planned and _out_of_it(said, task, begin) and not said.people:
            yield claim("in-it", said, agrees=False, task=facts.title(planned[0]), person=facts.who(planned[0]))


_HYPOTHETICAL = frozenset("not non never mai can may could might be possono può si to rather".split())


def _out_of_it(said: Sayings, task: Mention, begin: int) -> bool:
    """Whether a task is said not to be in the plan: "no tests", "we skip the tests", "the tests are not in it"."""
    others = [one.first for one in said.tasks if one.first > task.first]
    if said.has("absent", task.last, min([task.last + 5, *others])):
        return True
    if said.has("unplanned", begin, task.first):
        return True
    at = said.find("out", max(begin, task.first - 4), task.first)
    if at < 0 or any(word in _HYPOTHETICAL for word in said.words[max(0, at - 3) : at]):
        return False
    single = said.words[at] in ("no", "without", "senza", "nessun", "nessuna", "niente")
    return not single or task.first - at <= 2


def counts(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "We are five", "fifteen tasks", "three tasks a person at a time"."""
    for number, at, thing in _counted(said):
        if thing == "at-once":
            most = facts.most_at_once
            yield claim("at-once", said, agrees=(most <= number) if number == 1 else most >= number, count=most)
        elif thing == "people" and not said.people and not said.condition:
            team, busy = len(facts.project.team), len(facts.at_work)
            few = number < busy and not _whole(said, at)
            if not few:
                yield claim("people", said, agrees=number in (team, busy), count=team, busy=busy)
        elif thing == "tasks" and not said.condition:
            yield from _task_count(said, facts, number, at)


def _whole(said: Sayings, at: int) -> bool:
    """Whether a number of people is all of them ("we are three", "a team of three") and not some of them ("two people start at once")."""
    around = said.words[max(0, at - 3) : at + 4]
    return any(word in ("team", "are", "siamo", "squadra", "gruppo", "all", "tutti", "tutte") for word in around)


def _task_count(said: Sayings, facts: Facts, number: int, at: int) -> Iterator[Claim]:
    near = [one for one in said.people if abs(one.first - at) <= NEAR]
    if len(near) == 1:
        (person,) = near[0].ids
        have = len(facts.tasks_by_person.get(person, ()))
        yield claim("has-tasks", said, agrees=have == number, person=facts.project.people[person].name, count=have)
    elif not near and number >= 4:
        total = len(facts.bars)
        yield claim("tasks", said, agrees=number in (total, len(facts.project.tasks)), count=total)


def _counted(said: Sayings) -> Iterator[tuple[int, int, str]]:
    for at in range(len(said.words)):
        number = number_at(said.words, at)
        if number is None or number < 1 or number != int(number):
            continue
        following = said.words[at + 1 : at + 3]
        if any(word in ("a", "an", "un", "una", "uno") for word in said.words[at : at + 1]) and not said.has("at_once", at, at + 7):
            continue
        if said.has("tasks", at + 1, at + 3):
            yield int(number), at, "at-once" if said.has("at_once", at + 1, at + 8) else "tasks"
        elif said.has("people", at + 1, at + 3) or _we_are(said.words[max(0, at - 2) : at], following):
            yield int(number), at, "people"


def _we_are(before: tuple[str, ...], following: tuple[str, ...]) -> bool:
    return not {"of", "di"} & {*following[:1]} and before in (
        ("siamo", "in"),
        ("we", "are"),
        ("team", "of"),
        ("team", "di"),
        ("squadra", "di"),
    )


def loads(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Carla has nothing to do", "Anna carries most of the work"."""
    if said.condition or len(said.people) != 1:
        return
    (person,) = said.people[0].ids
    name = facts.project.people[person].name
    have = sum(facts.bars[task].hours for task in facts.tasks_by_person[person])
    if said.has("idle", said.people[0].first) and not said.amounts and not said.day_numbers and not said.weekdays and not said.tasks:
        yield claim("idle", said, agrees=not have, fact="hours", person=name, hours=have)
    elif said.has("busiest"):
        most = max(facts.project.people, key=lambda one: sum(facts.bars[task].hours for task in facts.tasks_by_person[one]))
        hours = sum(facts.bars[task].hours for task in facts.tasks_by_person[most])
        yield claim("busiest", said, agrees=have == hours, fact="hours", person=facts.project.people[most].name, hours=hours)


def risk(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "The biggest risk is the documentation": its estimate is among the surest, and nothing waits for it."""
    at = said.find("risk")
    if at < 0 or not said.has("most", max(0, at - 3), at + 4) or _denied(said, max(0, at - 4), at + 3):
        return
    stop = next((n for n in range(at + 1, len(said.words)) if said.words[n] in ("because", "perché", "so", "since")), len(said.words))
    named = [one for one in said.tasks if at < one.first < stop] or [one for one in said.tasks if one.last <= at]
    spreads = sorted(facts.spread(task.id) for task in facts.project.tasks)
    middle = spreads[len(spreads) // 2]
    most = max(facts.project.tasks, key=lambda task: facts.spread(task.id)).id
    for task in named[:1]:
        serious = any(facts.spread(name) > middle or name in facts.chain for name in task.ids)
        name = min(task.ids)
        estimate = facts.project.by_id[most].estimate
        yield claim(
            "risk",
            said,
            agrees=serious,
            fact="risk-is" if serious else "risk",
            task=facts.title(name),
            other=facts.title(most),
            low=estimate.low,
            high=estimate.high,
        )


RULES: tuple[Rule, ...] = (assignments, strangers, reviews, own_reviews, left_out, counts, loads, risk)
