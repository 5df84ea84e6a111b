"""What a defence says of the team, held against the project: how many they are and how much each of them has."""

from collections.abc import Iterator

from sparring.kinds.plan.amounts import number_at
from sparring.kinds.plan.claims import NEAR, Claim, Rule, claim
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.mentions import Sayings


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
        ("we", "re"),
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
    for one in said.amounts:
        number = round(one.days * facts.axis.per_day)
        if (
            said.words[one.last - 1] in ("hours", "ore")
            and said.words[one.last : one.last + 2] in (("of", "work"), ("di", "lavoro"))
            and not said.tasks
        ):
            yield claim("hours-of-work", said, agrees=have == number, fact="hours", person=name, hours=have)
    if said.has("idle", said.people[0].first) and not said.amounts and not said.day_numbers and not said.weekdays and not said.tasks:
        yield claim("idle", said, agrees=not have, fact="hours", person=name, hours=have)
    elif said.has("busiest"):
        most = max(facts.project.people, key=lambda one: sum(facts.bars[task].hours for task in facts.tasks_by_person[one]))
        hours = sum(facts.bars[task].hours for task in facts.tasks_by_person[most])
        yield claim("busiest", said, agrees=have == hours, fact="hours", person=facts.project.people[most].name, hours=hours)


RULES: tuple[Rule, ...] = (counts, loads)
