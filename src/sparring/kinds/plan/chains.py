"""What a defence claims of the critical path, held against the plan: what decides the end, who is put there, and what may slip."""

from collections.abc import Iterator

from sparring.kinds.plan.claims import VAGUE, Claim, Rule, claim, denied
from sparring.kinds.plan.facts import NEARLY, Facts
from sparring.kinds.plan.mentions import Sayings
from sparring.kinds.plan.naming import Mention


def critical(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "The critical path goes through the schema and the worker": each of them, and whoever is put there."""
    at = max(said.find("critical"), said.find("decides"))
    if at < 0 or not facts.bars or (said.condition and not _settled(said, at)):
        return
    stop = next((n for n in range(at + 1, len(said.words)) if said.has("hinge", n, n + 1)), len(said.words))
    named = [one for one in said.tasks if at < one.first < stop] or [one for one in said.tasks if one.last <= at]
    off = any(word in ("not", "non", "off", "fuori", "never", "mai", "out", "isn") for word in said.words[max(0, at - 5) : at + 1])
    begin = next((a for a, b in said.segments() if a <= at < b), 0)
    if not off and denied(said, begin, at):
        return  # "to whoever is on duty I give nothing on the chain that decides the date"
    chain = sorted((name for name in facts.chain if name in facts.bars), key=lambda name: facts.bars[name].begin)
    for task in named:
        on = bool(task.ids & facts.chain)
        name = min(task.ids)
        if off:
            tight = all(facts.slack.get(one, 1.0) <= 0 for one in task.ids)
            yield claim(
                "uncritical",
                said,
                agrees=not tight,
                fact="critical-is" if tight else _by(_slack(facts, task)),
                task=facts.title(name),
                days=_slack(facts, task),
            )
        elif on or (task.sure and len(task.ids) <= VAGUE):
            name = min(task.ids & facts.chain or task.ids)
            yield claim(
                "critical",
                said,
                agrees=on,
                fact="critical-is" if on else _by(_slack(facts, task)),
                about=task.ids,
                task=facts.title(name),
                days=_slack(facts, task),
            )
    yield from _there(said, facts, named, stop, chain, off=off)


def _settled(said: Sayings, at: int) -> bool:
    """Whether the clause of a place and all before it tell of no case: "the critical path is the form: if that slips ..."."""
    end = next((b for a, b in said.segments() if a <= at < b), 0)
    return not said.has("condition", 0, end) and not said.has("moved")


def _by(days: float) -> str:
    """The fact that something may slip by so many days."""
    return "critical-day" if days == 1 else "critical"


def _slack(facts: Facts, task: Mention) -> float:
    return round(max(facts.slack.get(name, 0.0) for name in task.ids), 1)


def _there(said: Sayings, facts: Facts, named: list[Mention], stop: int, chain: list[str], *, off: bool) -> Iterator[Claim]:
    """As in "... so that is where I put Anna"."""
    where = next((n for n in range(stop, len(said.words)) if said.words[n] in ("where", "dove", "there", "lì")), -1)
    ids = frozenset().union(*(one.ids for one in named))
    for one in said.people if where >= 0 and named and not off else ():
        if one.first > where:
            (person,) = one.ids
            agrees = any(name in facts.bars and facts.bars[name].person == person for name in ids)
            name = next((name for name in chain if name in ids), min(ids))
            if facts.who(name):
                yield claim("assigned", said, agrees=agrees, task=facts.title(name), person=facts.who(name))
            break


def slips(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "The documentation can slip by a day": what has less room than that cannot."""
    at = said.find("slips")
    near = [one for one in said.amounts if 0 <= one.first - at <= 4]
    named = [one for one in said.tasks if one.last <= at]
    if at < 0 or not near or not named or said.condition or denied(said, 0, at + 1) or len(named[-1].ids) > VAGUE:
        return
    room = [facts.slack[name] for name in named[-1].ids if name in facts.slack]
    name = min(named[-1].ids)
    if room:
        agrees = max(room) + 0.01 >= near[0].days
        if agrees or max(room) + NEARLY < near[0].days:
            yield claim("slips", said, agrees=agrees, fact=_by(round(max(room), 1)), task=facts.title(name), days=round(max(room), 1))


def on_it(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Gino is on the critical path", "I keep Gino off the critical path"."""
    at = said.find("critical")
    if at < 1 or said.condition or not facts.bars:
        return
    begin, stop = next((a, b) for a, b in said.segments() if a <= at < b)
    people = [one for one in said.people if begin <= one.first < stop]
    lead = [word for word in said.words[max(begin, at - 3) : at] if word not in ("the", "il", "del", "our")]
    if (
        not people
        or any(begin <= one.first < stop for one in said.tasks)
        or not lead
        or lead[-1] not in _ON
        or (lead[-1] == "dal" and lead[-2:-1] != ["fuori"])
    ):
        return
    if said.has("alone", begin, stop) or {"who", "che", "chi"} & {*said.words[begin:stop]}:
        return
    off = lead[-1] in ("off", "dal") or denied(said, begin, at)
    for who in sorted(frozenset[str]().union(*(one.ids for one in people))):
        theirs = sorted(facts.tasks_by_person.get(who, ()), key=lambda name: (facts.slack[name], name))
        on = [name for name in theirs if name in facts.chain]
        if not theirs or (off and on):
            continue  # what is nearly on it may be called either
        name = (on or theirs)[0]
        days = round(max(0.0, facts.slack[name]), 1)
        fact = "critical-is" if on else _by(days)
        yield claim("on-it", said, agrees=off != bool(on), fact=fact, task=facts.title(name), days=days)


_ON = frozenset("on sul nel in off dal stays sta".split())


RULES: tuple[Rule, ...] = (critical, on_it, slips)
