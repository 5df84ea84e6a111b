"""What a defence claims of a task's days, held against the plan: on which day or date it is done, from when, until when, and how long it takes."""

from collections.abc import Iterator

from sparring.kinds.plan.amounts import Amount, Dated
from sparring.kinds.plan.claims import VAGUE, Claim, Rule, claim
from sparring.kinds.plan.facts import NEARLY, Facts
from sparring.kinds.plan.mentions import Sayings
from sparring.kinds.plan.naming import Mention
from sparring.kinds.plan.timing import behind
from sparring.kinds.plan.wordlists import length_at, listed


def when(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "The worker starts on day 2", "the tests take three days"."""
    if said.condition:
        return
    for task in said.tasks:
        names = sorted(name for name in task.ids if name in facts.bars)
        nearest = [one for one in said.tasks if one is not task]
        for one in (*said.day_numbers, *said.amounts) if names and len(task.ids) <= VAGUE else ():
            gap = one.first - task.last
            if length_at(said.words, one.last, "a_day") or said.has("hinge", task.last, one.first):
                continue
            if not 0 < gap <= 6 or any(task.last <= other.first < one.first for other in nearest):
                continue
            if one in said.day_numbers and not said.has("before", task.last, one.first):
                begin, until = min(facts.bars[name].begin for name in names), max(facts.bars[name].end for name in names)
                agrees = facts.axis.day(begin) - NEARLY <= one.days + 0.99 and int(one.days) <= facts.axis.day(until) + NEARLY
                yield claim("when", said, agrees=agrees, task=facts.title(names[0]), day=facts.day(begin), then=facts.day(until))
            elif (
                one in said.amounts
                and task.sure
                and (said.words[task.last : one.first] == ("in",) or _TAKES & {*said.words[task.last : one.first]})
            ):
                yield from _lasts(said, facts, names, one)


def dated(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "The release goes out on Monday", "Vera trains from 12 May on": all tasks of the clause are done on its day, or none is."""
    if said.condition or said.has("indirect") or said.has("have_until"):
        return
    for first, last, day, tasks in _clauses(said):
        if said.has("no_claim", first, last) or _denies(said, day, first, last):
            continue
        if any(said.has("apart", n, n + 1) for n in range(first, last) if not day.first - 2 <= n < day.first):
            continue
        meant = [_names(said, facts, one, (first, last)) for one in tasks]
        if all(0 < len(names) <= VAGUE for names in meant):
            who = frozenset[str]().union(*(one.ids for one in said.people if first <= one.first < last))
            sure = all(one.sure or facts.theirs(one.ids, who) for one in tasks)
            yield from (one for one in _on(said, facts, day, meant) if sure or one.agrees)


def _clauses(said: Sayings) -> Iterator[tuple[int, int, Dated, list[Mention]]]:
    """Clauses with one day and their tasks; of "we rehearse on Thursday and release on Friday" two."""
    for first, last in _with_days(said):
        days = [one for one in said.days if first <= one.first < last]
        tasks = [one for one in said.tasks if first <= one.first < last]
        if len(days) == 1 and tasks:
            yield first, last, days[0], tasks
        elif len(days) == len(tasks) > 1:
            places = [place for task, day in zip(tasks, days, strict=True) for place in (task.first, day.first)]
            if places == sorted(places):
                for task, day in zip(tasks, days, strict=True):
                    yield task.first, day.last, day, [task]


def _with_days(said: Sayings) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence, those that are a day alone joined to what they belong to: "the tests start early, on Monday"."""
    begin = 0
    stretches = said.segments()
    for at, (first, last) in enumerate(stretches):
        begin = begin if at and _day_alone(said, first, last) else first
        if at + 1 == len(stretches) or not _day_alone(said, *stretches[at + 1]):
            yield begin, last


def _day_alone(said: Sayings, first: int, last: int) -> bool:
    inside = {n for one in said.days for n in range(one.first, one.last)}
    return any(first <= n < last for n in inside) and all(n in inside or said.words[n] in listed("day_only") for n in range(first, last))


def ranged(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Rita loads the files from Tuesday to Thursday": that it agrees; who names other days may speak of a part of it."""
    for first, last in said.segments() if not said.condition else ():
        days = [one for one in said.days if first <= one.first < last]
        tasks = [one for one in said.tasks if first <= one.first < last]
        if len(days) != 2 or len(tasks) != 1 or days[1].first - days[0].last > 3:
            continue
        for name in _names(said, facts, tasks[0], (first, last)):
            bar, ends = facts.bars[name], (facts.first_date(name), facts.last_date(name))
            if all(day.on == end or (day.on is None and day.weekday == end.weekday()) for day, end in zip(days, ends, strict=True)):
                yield claim(
                    "dated", said, agrees=True, fact="when", task=facts.title(name), day=facts.day(bar.begin), then=facts.day(bar.end)
                )
                break


def _names(said: Sayings, facts: Facts, task: Mention, place: tuple[int, int]) -> list[str]:
    """The placed tasks that a mention means, in a clause about reading them their reviews."""
    return sorted(name for name in (task.reviews if task.reviews and said.reads(task, *place) else task.ids) if name in facts.bars)


def _on(said: Sayings, facts: Facts, day: Dated, meant: list[list[str]]) -> Iterator[Claim]:
    """Whether each of these tasks is done on that day; where only some are, or only its weekday is named as a limit, nothing is said."""
    held = [[_fits(said, facts, day, name) for name in names] for names in meant]
    if any(None in each for each in held):
        return
    agrees = all(any(each) for each in held)
    if agrees or not any(any(each) for each in held):
        name = next((name for name, fits in zip(meant[0], held[0], strict=True) if fits), meant[0][0])
        bar = facts.bars[name]
        yield claim("dated", said, agrees=agrees, fact="when", task=facts.title(name), day=facts.day(bar.begin), then=facts.day(bar.end))


def _fits(said: Sayings, facts: Facts, day: Dated, name: str) -> bool | None:
    """Whether a task is done on a day, begins `from` it, or ends `until` or `by` it; None where that cannot be told."""
    begin, end = facts.first_date(name), facts.last_date(name)
    if behind(said, day, "after") or (day.on is None and behind(said, day, "by", "from", "until")):
        return None
    if day.on is None:
        worked = (one for one in facts.working_days if begin <= one <= end and not facts.away(facts.bars[name].person, one))
        return any(one.weekday() == day.weekday for one in worked)
    if behind(said, day, "by"):
        return end <= day.on
    if behind(said, day, "from"):
        return begin == day.on
    return end == day.on if behind(said, day, "until") else begin <= day.on <= end and not facts.away(facts.bars[name].person, day.on)


def _denies(said: Sayings, day: Dated, first: int, last: int) -> bool:
    """Whether a day is denied: not by what stands behind an "and" ("on Tuesday and not at the end")."""
    stop = next((n for n in range(day.last, last) if said.words[n] in ("and", "e", "ed", "but", "ma")), last)
    return any(word in listed("denies") for word in said.words[first:stop])


_TAKES = {"takes", "take", "lasts", "needs", "richiede", "richiedono", "dura", "durano", "porta", "occupa", "vuole", "costs", "prende"}


def _lasts(said: Sayings, facts: Facts, names: list[str], amount: Amount) -> Iterator[Claim]:
    """How long one of these lasts, by its estimate or by its bar; only where it is "a day only" what its worst and best case would allow is against the plan."""
    per_day, days, name = facts.axis.per_day, amount.days, names[0]
    estimates = [facts.project.by_id[one].estimate for one in names]
    low, high = min(one.low for one in estimates) / per_day, max(one.high for one in estimates) / per_day
    bars = [facts.bars[one] for one in names]
    hours = [*(one.likely for one in estimates), *(bar.hours for bar in bars), *(bar.end - bar.begin for bar in bars)]
    planned = [one / per_day for one in hours]
    give = max(amount.give, ABOUT if said.has("roughly") else CLOSELY)
    agrees = any(abs(days - one) <= give for one in planned)
    limit = said.has("at_most", max(0, amount.first - 3), amount.last + 3) or said.words[amount.first - 1] in _OR
    only = said.has("alone", amount.first - 2, amount.last + 2) and all(abs(days - one) >= NEARLY for one in planned)
    if agrees or (not limit and (only or not low - give <= days <= high + give)):
        yield claim("lasts", said, agrees=agrees, task=facts.title(name), hours=facts.project.by_id[name].estimate.likely)


_OR = frozenset("to or o a and e tra fra between".split())
"""Behind these an amount is one of two: "one to two days"."""
CLOSELY, ABOUT = 0.25, 0.5
"""Days by which a task's length may differ from what is said of it, plainly or roughly."""


RULES: tuple[Rule, ...] = (when, dated, ranged)
