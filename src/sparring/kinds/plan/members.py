"""What a defence says of the members of the team, held against the project: how long each works, and who is away when."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sparring.kinds.plan.amounts import Dated
from sparring.kinds.plan.claims import Claim, Rule, claim, denied
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.mentions import Sayings
from sparring.kinds.plan.subjects import Subject, subject_of
from sparring.kinds.plan.timing import behind
from sparring.kinds.plan.wordlists import is_form, length_at, listed

WEEK = 5
"""Days of a full week of work."""


def hours(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Carla works eight hours a day", "Tea works four days a week", "Carla is part-time"."""
    if said.condition:
        return
    for one in said.amounts:
        for name, unit in (("a_day", "hour"), ("a_week", "day")):
            if length_at(said.words, one.last, name) and said.words[one.last - 1] in listed(f"{unit}_words"):
                number = round(one.days * facts.axis.per_day) if unit == "hour" else round(one.days)
                yield from _has(said, facts, one.first, one.last + length_at(said.words, one.last, name), number, unit)
    for at in range(len(said.words)):
        for name in ("full_time", "part_time"):
            length = length_at(said.words, at, name)
            taken = any(
                one.first and one.last == at and said.words[one.first - 1] in _TAKE for one in said.people
            )  # "the docs take Anna half a day"
            timed = (
                taken or said.words[at - 1 : at] == ("in",) or said.words[at - 1 : at + 1] == ("a", "metà")
            )  # done "in half a day", at noon
            if length and not timed:
                yield from _time(said, facts, at, at + length, full=name == "full_time")


_TAKE = frozenset("take takes took cost costs prende prendono costa costano".split())


def _has(said: Sayings, facts: Facts, first: int, last: int, number: int, unit: str) -> Iterator[Claim]:
    subject = subject_of(said, facts, first, last)
    if subject is None or not _of_time(said, subject.last, first) or _of_task(said, subject, last):
        return
    have = {
        name: facts.project.people[name].hours if unit == "hour" else len(facts.project.people[name].weekdays) for name in subject.people
    }
    so = [_turned(said, subject.last, first, agrees=count == number) for count in have.values()]
    yield from _hours(said, facts, subject, agrees=not any(so) if subject.none else all(so))


def _of_task(said: Sayings, subject: Subject, last: int) -> bool:
    """Whether a task stands between somebody and their hours, or right behind those."""
    stop = last if last in said.sentence.pauses else last + 2
    return any(subject.last <= one.first < stop for one in said.tasks)


def _time(said: Sayings, facts: Facts, first: int, last: int, *, full: bool) -> Iterator[Claim]:
    subject = subject_of(said, facts, first, last)
    if subject is None or not _of_time(said, subject.last, first) or any(one.first in range(last, last + 3) for one in said.tasks):
        return
    team = facts.project.people
    short = {name: team[name].hours < facts.axis.per_day for name in subject.people}
    if not full:
        short = {name: each or len(team[name].weekdays) < WEEK for name, each in short.items()}
    elif any(not each and len(team[name].weekdays) < WEEK for name, each in short.items()):
        return  # eight hours on four days: that is full time to some
    so = [_turned(said, subject.last, first, agrees=each != full) for each in short.values()]
    yield from _hours(said, facts, subject, agrees=not any(so) if subject.none else all(so))


def _of_time(said: Sayings, first: int, last: int) -> bool:
    """Whether the words between somebody and a time say no more than that they work so long."""
    stop = next((n for n in range(first, last) if said.words[n] in ("who", "che")), -1)
    begin = stop + 1 if stop >= 0 else first
    tail = next((n for n in range(last - 1, begin - 1, -1) if n in said.sentence.pauses), begin)
    return all(any(is_form(word, form) for form in listed("works_so")) for word in said.words[tail:last])


def _turned(said: Sayings, first: int, last: int, *, agrees: bool) -> bool:
    """The contrary where it is denied ("Carla doesn't work full time")."""
    return agrees != any(word in ("not", "non", "never", "mai") for word in said.words[max(0, first) : last])


def _hours(said: Sayings, facts: Facts, subject: Subject, *, agrees: bool) -> Iterator[Claim]:
    named = sorted(subject.people) if len(subject.people) < len(facts.project.people) else [_least(facts)]
    one = facts.project.people[named[0]]
    fact = "hours-a-day" if len(one.weekdays) >= WEEK else "days-a-week"
    yield claim("hours", said, agrees=agrees, fact=fact, person=one.name, hours=one.hours, days=len(one.weekdays))


def _least(facts: Facts) -> str:
    """Whoever works least."""
    return min(facts.project.team, key=lambda one: (one.hours * len(one.weekdays), -len(facts.absences[one.id]))).id


def absence(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Davide is away on Thursday", "Tea doesn't work on Fridays", "Elena is here every day", "nobody is away"."""
    if said.condition:
        return
    for at in range(len(said.words)):
        for name in ("absent_strong", "absent_on", "present"):
            length = length_at(said.words, at, name)
            if length:
                yield from _here(said, facts, at, at + length, name)
                break


def _here(said: Sayings, facts: Facts, first: int, last: int, name: str) -> Iterator[Claim]:
    begin, stop = next((a, b) for a, b in said.segments() if a <= first < b)
    subject = subject_of(said, facts, first, last)
    if subject is None or any(begin <= one.first < stop for one in said.tasks if one.sure) or said.has("often", begin, stop):
        return
    days = [
        one
        for one in said.days
        if not behind(said, one, "by", "from", "until", "after") and begin <= one.first < stop and _said_of(said, subject, one, first, last)
    ]
    always = said.has("always", begin, stop) or (name.startswith("absent") and said.words[first - 1 : first] in (("never",), ("mai",)))
    away = (name == "absent_strong" or subject.none) and name != "present" and _whole(said, last)
    if len(days) > 1 or _ranged(said) or not (days or always or away):
        return
    there = name == "present"
    if denied(said, subject.last, first) and not always:
        there = not there
    yield from _held(said, facts, subject, days, there=there or always)


def _ranged(said: Sayings) -> bool:
    """As in "Monday to Friday"."""
    gaps = [said.words[one.last : other.first] for one, other in pairwise(said.weekdays)]
    return any(len(gap) <= 2 and {"to", "through", "till", "al", "a"} & {*gap} for gap in gaps)


def _said_of(said: Sayings, subject: Subject, day: Dated, first: int, last: int) -> bool:
    """Whether a day belongs to a phrase: right behind it, or before it with nothing between but whom it is about."""
    if day.first >= last:
        return day.first - last <= 3 and not {"and", "but", "e", "ed", "ma"} & {*said.words[last : day.first]}
    return day.first < subject.last or (day.last <= first and first - day.last <= 2)


def _whole(said: Sayings, last: int) -> bool:
    """Whether nothing follows an absence that could make it another one ("away from the keyboard", "is missing a test")."""
    return last >= len(said.words) or last in said.sentence.pauses or said.words[last] in listed("goes_on")


def _held(said: Sayings, facts: Facts, subject: Subject, days: list[Dated], *, there: bool) -> Iterator[Claim]:
    """Somebody is there on a day (on all of them, where none is named), or away on it (some time)."""
    wanted = [day for day in facts.working_days if not days or _is_day(days[0], day)]
    if not wanted:
        return
    away = {name: [day for day in wanted if facts.away(name, day)] for name in subject.people}
    if there:
        so = [not each for each in away.values()]
        unsure = any(each and len(each) < len(wanted) for each in away.values()) and bool(days)
    else:
        so = [bool(each) for each in away.values()]
        unsure = False
    agrees = not any(so) if subject.none else all(so)
    if unsure and not agrees:
        return
    yield _absent(said, facts, subject, agrees=agrees)


def _is_day(named: Dated, day: date) -> bool:
    return named.on == day if named.on else named.weekday == day.weekday()


def _absent(said: Sayings, facts: Facts, subject: Subject, *, agrees: bool) -> Claim:
    """The claim with somebody's absences: theirs, or of whoever has most of them."""
    one = max(sorted(subject.people), key=lambda name: len(facts.absences[name]))
    person, days = facts.project.people[one], facts.absences[one]
    if not days:
        return claim("absence", said, agrees=agrees, fact="always-there", person=person.name)
    if len(person.weekdays) < WEEK:
        return claim("absence", said, agrees=agrees, fact="days-a-week", person=person.name, hours=person.hours, days=len(person.weekdays))
    return claim("absence", said, agrees=agrees, fact="away", person=person.name, day=days[0], count=len(days))


def weekly(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Tea works Monday to Thursday"."""
    for one, other in zip(said.weekdays, said.weekdays[1:], strict=False):
        joined = said.words[one.last : other.first]
        start = one.first - 1 if one.first and said.words[one.first - 1] in ("from", "dal", "dalla", "da") else one.first
        subject = subject_of(said, facts, start, other.last)
        if (
            not joined
            or not {*joined} <= {"to", "through", "till", "al", "a"}
            or subject is None
            or subject.none
            or said.condition
            or said.tasks
        ):
            continue
        if said.has("works_so", subject.last, start) and _of_time(said, subject.last, start):
            days = frozenset(range(one.weekday, other.weekday + 1))
            agrees = all(facts.project.people[name].weekdays == days for name in subject.people)
            yield from _hours(said, facts, subject, agrees=agrees)


RULES: tuple[Rule, ...] = (hours, absence, weekly)
