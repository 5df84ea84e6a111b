"""What a defence claims of the plan's time, held against it: the buffer, the end, the deadline."""

from collections.abc import Iterator

from sparring.kinds.plan.amounts import Dated
from sparring.kinds.plan.claims import Claim, Rule, claim, denied, none_of
from sparring.kinds.plan.facts import NEARLY, Facts
from sparring.kinds.plan.mentions import Sayings
from sparring.kinds.plan.naming import Mention
from sparring.kinds.plan.wordlists import length_at, listed, starts
from sparring.planning.placing import last

ABOUT = 1.0
"""Days by which what is said roughly may differ."""
EXACT = 0.5
"""Days by which a buffer may differ from what is said of it: who ends at noon may count from the evening."""
CLOSE = 8
"""Words between a buffer and how long it is."""


def buffer(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "A day and a half of buffer", "there is no margin"."""
    left, at = facts.buffer, said.find("buffer")
    if left is None:
        return
    if at < 0 and not said.has("deadline"):
        yield from _remains(said, facts, left)
        return
    days, due = round(left, 1), facts.day(round((facts.days + left) * facts.axis.per_day))
    near = [one for one in said.amounts if at < 0 or min(abs(one.first - at), abs(one.last - at)) <= CLOSE]
    give = ABOUT if said.has("roughly") else EXACT
    if near and (at >= 0 or said.has("before", near[0].last)):
        agrees = abs(near[0].days - left) <= max(give, near[0].give) + 0.01 or (
            _of_a_task(said) and near[0].days <= max(facts.slack.values(), default=0) + give
        )
        yield claim("buffer", said, agrees=agrees, days=days, due=due)
    elif at >= 0 and not said.condition and not _of_a_task(said):
        none = any(
            word in ("no", "not", "without", "non", "nessun", "nessuno", "senza", "zero", "never")
            for word in said.words[max(0, at - 4) : at + 1]
        )
        if said.words[at] not in ("early", "anticipo", "spare", "gioco", "riserva"):
            yield claim("buffer", said, agrees=left < NEARLY if none else left > 0, days=days, due=due)


def _remains(said: Sayings, facts: Facts, left: float) -> Iterator[Claim]:
    """As in "ci resta mezza giornata", "that's two days before the 24th": what is left of the time may be left of something else, too."""
    at = said.find("remains")
    due = [one for one in said.dates if one.on == facts.project.deadline and said.has("before", max(0, one.first - 3), one.first)]
    near = [one for one in said.amounts if (at >= 0 and abs(one.first - at) <= 4) or any(0 <= day.first - one.last <= 3 for day in due)]
    if near and not said.people and not _of_a_task(said) and abs(near[0].days - left) <= max(EXACT, near[0].give) + 0.01:
        yield claim("buffer", said, agrees=True, days=round(left, 1), due=facts.day(round((facts.days + left) * facts.axis.per_day)))


def _of_a_task(said: Sayings) -> bool:
    return any(_is_release(said, one) is False for one in said.tasks)


def _is_release(said: Sayings, task: Mention) -> bool:
    return said.words[task.first].startswith(("release", "rilasc"))


def end(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "We finish on day 5", "done in eight days"."""
    at = said.find("ends")
    if at < 0 or said.condition or said.people or said.has("buffer") or [one for one in said.tasks if not _is_release(said, one)]:
        return
    if not (said.has("ours") or at == 0 or any(word.endswith("iamo") for word in said.words) or said.tasks):
        return
    ends = facts.day(round(facts.days * facts.axis.per_day))
    for one in said.day_numbers:
        if abs(one.first - at) <= CLOSE:
            yield claim("end", said, agrees=one.days - NEARLY <= ends <= one.days + 1 + NEARLY, day=ends)
    for one in said.amounts:
        if 0 < one.first - at <= CLOSE and said.words[one.first - 1] in (
            "in",
            "within",
            "entro",
            "after",
            "dopo",
            "takes",
            "about",
            "circa",
        ):
            yield claim("end", said, agrees=abs(one.days - facts.days) <= max(1.0, one.give), day=ends)
    yield from _ends_on(said, facts, at, ends)


def _ends_on(said: Sayings, facts: Facts, at: int, ends: float) -> Iterator[Claim]:
    """The day or the date of the end; "live" is the plan from its release on."""
    if not facts.bars:
        return
    final = facts.axis.last_date(last(facts.bars))
    starts = [facts.first_date(task.id) for task in facts.of_kind("release")] if said.words[at] in ("live", "online") else []
    begin, stop = next((a, b) for a, b in said.segments() if a <= at < b)
    for named in said.days if not said.has("must", begin, stop) else ():
        if not begin <= named.first < stop or behind(said, named, "until", "after") or _bound(said, named)[0]:
            continue
        if named.on is None:
            agrees = any(day.weekday() == named.weekday for day in (final, *starts))
            agrees = agrees or (behind(said, named, "by") and final.weekday() <= named.weekday)
        else:
            agrees = min([final, *starts]) <= named.on <= final or (behind(said, named, "by") and final <= named.on)
        yield claim("end", said, agrees=agrees, day=ends)


_BY = {
    "by": frozenset("by entro within".split()),
    "from": frozenset("from since da dal dalla".split()),
    "until": frozenset("until till fino to through al alla".split()),
    "after": frozenset("after dopo before prima between tra fra".split()),
}
_ARTICLES = frozenset("the il l la on di i a".split())


def behind(said: Sayings, day: Dated, *names: str) -> bool:
    """Whether a day stands behind such a word: `by`, `from`, `until` it, or (`after`) beside it."""
    at = day.first - 1
    while at >= 0 and said.words[at] in _ARTICLES:
        at -= 1
    # "fino al", "dal", "al" are joined with their article
    return at >= 0 and any(said.words[n] in _BY[name] for name in names for n in {at, day.first - 1} if n >= 0)


def deadline(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "The deadline is 9 March", "we have until Monday the 9th", "entro il 9 marzo, che è la scadenza"."""
    due = facts.project.deadline
    if due is None or said.condition:
        return
    for day in said.days:
        bound, sure = _bound(said, day)
        agrees = day.on == due if day.on else day.weekday == due.weekday()
        if bound and (sure or agrees):
            yield claim("deadline", said, agrees=agrees, date=due)


def _bound(said: Sayings, day: Dated) -> tuple[bool, bool]:
    """Whether a day is called the deadline, and whether that is sure: "la consegna" may be what one plans, too."""
    for at in range(len(said.words)):
        length = length_at(said.words, at, "deadline")
        if not length:
            continue
        gap = (at + length, day.first) if at < day.first else (day.last, at)
        between = said.words[slice(*gap)]
        apart = any(n in said.sentence.pauses for n in range(gap[0], gap[1] + 1)) and not {"which", "che"} & {*between}
        if gap[1] >= gap[0] and all(word in listed("due_links") for word in between) and not denied(said, max(0, at - 3), at):
            return True, said.words[at] != "consegna" and not apart
    lead = next((n for n in range(max(0, day.first - 4), day.first) if starts(said.words, n, "have_until")), -1)
    return lead >= 0, lead >= 0 and day.on is not None and not said.tasks and not denied(said, 0, day.first)


def seldom(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "We talk once a month" in a plan of five days."""
    if said.has("often") and (said.has("month") or said.has("fortnight")) and not none_of(said, "often"):
        every = 21 if said.has("month") else 10
        if every > 2 * facts.days:
            yield claim("seldom", said, agrees=False, days=round(facts.days, 1))


RULES: tuple[Rule, ...] = (buffer, end, deadline, seldom)
