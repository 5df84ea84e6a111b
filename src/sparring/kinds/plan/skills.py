"""What a defence says of who can do what, held against the project."""

from collections.abc import Iterator

from sparring.kinds.plan.claims import Claim, Rule, claim, denied
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.mentions import Sayings
from sparring.kinds.plan.subjects import Subject, subject_of
from sparring.kinds.plan.wordlists import is_form, length_at, listed, starts, table


def skills(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Carla knows SQL", "only Davide can do ops", "Bruno is the only one who can release"."""
    if said.condition:
        return
    known = frozenset().union(*(one.skills for one in facts.project.team))
    for at in range(len(said.words)):
        length = length_at(said.words, at, "knows")
        if length:
            skill = next((one for one in sorted(known) if _named(said, one, at + length, at + length + 4)), "")
            yield from _knows(said, facts, at, at + length, skill)


def _named(said: Sayings, skill: str, first: int, last: int) -> bool:
    """Whether a skill is named between two places as what somebody knows, and not as what something is said of ("knows that the docs are late")."""
    forms = table()["skills"].get(skill, skill).split()
    for at in range(first, min(last, len(said.words))):
        length = next((len(form.split("-")) for form in forms if _is_at(said, at, form)), 0)
        if length:
            stopped = any(word in listed("no_object") for word in said.words[first:at]) or any(
                n in said.sentence.pauses for n in range(first, at + 1)
            )
            return not stopped and said.words[at + length : at + length + 1] not in [
                (word,) for word in ("is", "are", "will", "è", "sono", "ha", "has")
            ]
    return False


def _is_at(said: Sayings, at: int, form: str) -> bool:
    words = said.words[at : at + form.count("-") + 1]
    return len(words) == form.count("-") + 1 and all(is_form(word, part) for word, part in zip(words, form.split("-"), strict=True))


def _knows(said: Sayings, facts: Facts, first: int, last: int, skill: str) -> Iterator[Claim]:
    subject = subject_of(said, facts, first, last)
    if subject is None:
        return
    only = not subject.none and _only(said, subject, first)
    able = facts.skilled(skill) if skill else _able(said, facts, last) if only else frozenset()
    cannot = said.words[first - 1] in ("not", "non") or said.words[last - 1] == "not" or said.words[first : first + 2] == ("can", "not")
    if not able or (not cannot and denied(said, subject.last, first) and not subject.none):
        return
    if cannot and not only and not subject.none:
        agrees = not (able & subject.people)
    elif only:
        agrees = able == subject.people
        if not skill and not agrees and subject.people <= able:
            return  # that nobody else has the time is no lie
    else:
        so = [name in able for name in subject.people]
        agrees = not any(so) if subject.none else all(so)
    who = ", ".join(facts.project.people[name].name for name in sorted(able))
    if skill:
        yield claim("skills", said, agrees=agrees, fact="skilled", skill=skill, team=who)
    else:
        name = min(_task(said, last))
        yield claim("skills", said, agrees=agrees, fact="able", task=facts.title(name), team=who)


def _task(said: Sayings, first: int) -> frozenset[str]:
    """The tasks that are named right behind a place."""
    return next((one.ids for one in said.tasks if first <= one.first <= first + 3), frozenset())


def _able(said: Sayings, facts: Facts, first: int) -> frozenset[str]:
    """Who can do a task that is named right behind a place; nobody if none surely is."""
    ids = _task(said, first)
    return frozenset(facts.project.able[min(ids)]) if len(ids) == 1 else frozenset()


def _only(said: Sayings, subject: Subject, first: int) -> bool:
    """As in "only Davide", "Davide is the only one who"."""
    named = subject.last - 1
    return starts(said.words, named - 1, "alone") or said.has("only_one", subject.last, first + 1)


RULES: tuple[Rule, ...] = (skills,)
