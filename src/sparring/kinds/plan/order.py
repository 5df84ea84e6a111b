"""What a defence claims of order, held against the plan: what is first, last, before, after and side by side."""

import itertools
from collections.abc import Iterator

from sparring.kinds.plan.claims import VAGUE, Claim, Rule, claim, denied, none_of, surely
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.mentions import Sayings
from sparring.kinds.plan.naming import Mention
from sparring.kinds.plan.wordlists import listed, starts


def parallel(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "Endpoint and worker are built side by side", "everything one after the other"."""
    if said.condition or not facts.bars:
        return
    pair = facts.any_together
    if said.has("sequence") and not said.people and not none_of(said, "sequence"):
        if len(said.tasks) > 1:
            yield from surely(_in_turn(said, facts, said.tasks[0], said.tasks[1]), *said.tasks[:2])
        elif pair and not said.tasks:
            yield claim("sequence", said, agrees=False, fact="together", task=facts.title(pair[0]), other=facts.title(pair[1]))
        return
    if not said.has("parallel"):
        return
    if _everybody_at_once(said):
        return  # `from_day_one` holds that against the plan
    named = [one for one in said.tasks if not one.ids.isdisjoint(facts.bars)]
    if none_of(said, "parallel"):
        if pair and len(named) < 2 and said.words[said.find("parallel")] not in ("while", "mentre", "insieme"):
            yield claim("parallel", said, agrees=False, fact="together", task=facts.title(pair[0]), other=facts.title(pair[1]))
        return
    yield from surely(_side_by_side(said, facts, named), *_pair(said, named, said.find("parallel")))


_ALL = frozenset("all everybody everyone tutti tutte".split())
_DAY_ONE = frozenset("day morning giorno mattina mattino".split())


def _everybody_at_once(said: Sayings) -> bool:
    """As in "all four from the first morning"."""
    firsts = [at for at, word in enumerate(said.words[:-1]) if word in ("first", "primo", "prima") and said.words[at + 1] in _DAY_ONE]
    return bool(firsts) and not said.tasks and any(word in _ALL for at in firsts for word in said.words[max(0, at - 7) : at])


def from_day_one(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "all four from the first morning": who has a task that begins on the first day."""
    if said.condition or not facts.bars or not _everybody_at_once(said) or {"not", "non", "nobody", "nessuno"} & {*said.words}:
        return
    working = {bar.person for bar in facts.bars.values() if bar.begin < facts.axis.per_day}
    busy, team = len(facts.at_work), len(facts.project.team)
    yield claim("day-one", said, agrees=len(working) >= busy, count=len(working), team=team)


def _in_turn(said: Sayings, facts: Facts, first: Mention, second: Mention) -> Iterator[Claim]:
    """Two tasks that are said to follow one another."""
    pairs = [(a, b) for a in sorted(first.ids) for b in sorted(second.ids) if a != b and a in facts.bars and b in facts.bars]
    if pairs:
        apart = [pair for pair in pairs if not facts.together(*pair)]
        one, other = apart[0] if apart else pairs[0]
        if facts.bars[one].begin > facts.bars[other].begin:
            one, other = other, one
        yield claim(
            "sequence", said, agrees=bool(apart), fact="in-turn" if apart else "together", task=facts.title(one), other=facts.title(other)
        )


def _side_by_side(said: Sayings, facts: Facts, named: list[Mention]) -> Iterator[Claim]:
    at = said.find("parallel")
    around = _pair(said, named, at)
    if len(around) < 2:
        found = _beside(facts, named) if named else facts.any_together
        if found and said.words[at] not in ("while", "mentre", "insieme"):
            one, other = found
            about = named[0].ids if named else frozenset[str]()
            yield claim("parallel", said, agrees=True, fact="together", about=about, task=facts.title(one), other=facts.title(other))
        return
    first, second = around
    if any(said.has("hinge", *sorted((one.first, at))) and said.words[at] not in ("while", "mentre") for one in around):
        return
    pairs = [(a, b) for a in sorted(first.ids) for b in sorted(second.ids) if a != b and a in facts.bars and b in facts.bars]
    if pairs and len(first.ids) <= VAGUE and len(second.ids) <= VAGUE:
        one, other = next((pair for pair in pairs if facts.together(*pair)), pairs[0])
        agrees = facts.together(one, other)
        if facts.bars[one].begin > facts.bars[other].begin:
            one, other = other, one
        yield claim(
            "parallel",
            said,
            agrees=agrees,
            fact="together" if agrees else "in-turn",
            about=first.ids | second.ids,
            task=facts.title(one),
            other=facts.title(other),
        )


def _beside(facts: Facts, named: list[Mention]) -> tuple[str, str] | None:
    """Of the tasks that are named one, and what somebody else does at the same time."""
    ids = sorted(name for one in named for name in one.ids if name in facts.bars)
    others = sorted(facts.bars, key=lambda name: (round(facts.slack[name], 1), facts.bars[name].begin - facts.bars[name].end, name))
    pairs = ((a, b) for a in ids for b in others if facts.bars[a].person != facts.bars[b].person and facts.together(a, b))
    return next(pairs, None)


def _pair(said: Sayings, named: list[Mention], at: int) -> list[Mention]:
    """The two tasks that are said to go side by side: those around "while", or two that are joined in the clause of the word, unless one person has both."""
    if said.words[at] in ("while", "mentre"):
        stop = min((n for n in said.sentence.pauses if n > at), default=0)
        if stop and not any(one.last <= at for one in named):  # "while Anna writes the worker, Bruno ..."
            return [one for one in named if at < one.first < stop][:1] + [one for one in named if one.first >= stop][:1]
        return [one for one in named if one.last <= at][-1:] + [one for one in named if one.first > at][:1]
    first, last = next(((a, b) for a, b in said.segments() if a <= at < b), (0, 0))
    if sum(first <= one.first < last for one in (*said.people, *said.strangers)) == 1:
        return []
    here = [one for one in named if first <= one.first < last]
    for one, other in itertools.pairwise(here):
        if len(here) == 2 and {"and", "e", "ed", "with", "con"} & {*said.words[one.last : other.first]}:
            return [one, other]
    return []


def order(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "The contract comes first", "the review after the release"."""
    if said.condition:
        return
    yield from _first_or_last(said, facts)
    for one, other in itertools.pairwise(said.tasks):
        between = (one.last, other.first)
        if other.first - one.last > 6 or any(mention.first in range(*between) for mention in said.people):
            continue
        none = any(word in listed("denials") for word in said.words[max(0, one.first - 4) : other.first])
        earlier = _earlier(said, *between)
        if not none and earlier is not None:
            yield from surely(_ordered(said, facts, *((one, other) if earlier else (other, one))), one, other)


def _earlier(said: Sayings, first: int, last: int) -> bool | None:
    """Whether what stands before these words is said to come earlier than what stands behind them; None if nothing is said of it."""
    before, after = said.find("before", first, last), said.find("after", first, last)
    if (before >= 0) == (after >= 0):
        return None
    gap = said.words[max(before, after) + 1 : last]
    if any(word in _PART_OF for word in gap):
        return None
    joins = all(word in _JOINS or gap[n + 1 : n + 2] in _OF for n, word in enumerate(gap))
    if before >= 0:
        return True if joins else None
    if not joins and said.words[after] in ("after", "dopo", "once"):
        return True if gap and gap[0] in _THAT else None  # "A, and only after that B"
    return False


_JOINS = frozenset("the a an of for on to from our both all every each these those".split()) | frozenset(
    "di del dello della dei degli delle dell il la lo i gli le l da dal dallo dalla dall nostro che tutti tutte entrambi entrambe ogni".split()
)
_OF = [(word,) for word in "of di del dello della dei degli delle dell".split()]
"""Behind these a word goes on: "before the collection of the data" is before the data."""
_THAT = frozenset("that this which quello questo ciò che".split())
_PART_OF = frozenset("end middle half fine metà".split())


def _ordered(said: Sayings, facts: Facts, early: Mention, late: Mention) -> Iterator[Claim]:
    pairs = _pairs_of(facts, early.ids, late.ids)
    if not pairs or len(early.ids) > VAGUE or len(late.ids) > VAGUE:
        return
    right = [pair for pair in pairs if _is_earlier(facts, *pair)]
    if not (early.sure and late.sure) and not all(_is_earlier(facts, *pair) for pair in _pairs_of(facts, early.wide, late.wide)):
        return  # of what a word may mean only some is so
    one, other = right[0] if right else (pairs[0][1], pairs[0][0])
    yield claim(
        "order",
        said,
        agrees=bool(right),
        fact="order",
        about=early.ids | late.ids,
        task=facts.title(one),
        day=facts.day(facts.bars[one].begin),
        other=facts.title(other),
        then=facts.day(facts.bars[other].begin),
    )


def _pairs_of(facts: Facts, early: frozenset[str], late: frozenset[str]) -> list[tuple[str, str]]:
    return [(a, b) for a in sorted(early) for b in sorted(late) if a != b and a in facts.bars and b in facts.bars]


def _is_earlier(facts: Facts, one: str, other: str) -> bool:
    return facts.bars[one].begin < facts.bars[other].begin or facts.bars[one].end <= facts.bars[other].begin


def _first_or_last(said: Sayings, facts: Facts) -> Iterator[Claim]:
    for task in said.tasks:
        names = sorted(name for name in task.ids if name in facts.bars)
        tail = _tail(said, task)
        head = said.words[max(0, task.first - 4) : task.first]
        if not names or not task.sure or len(task.ids) > VAGUE or {"not", "non"} & {*tail, *head}:
            continue
        name = min(names, key=lambda one: facts.bars[one].begin)
        done_before = sum(bar.end <= facts.bars[name].begin for bar in facts.bars.values())
        final = max(names, key=lambda one: facts.bars[one].end)
        begun_after = sum(bar.begin >= facts.bars[final].end for bar in facts.bars.values())
        day = facts.day(facts.bars[name].begin)
        if _opens(said, task, head, tail) and _sure(done_before, facts):
            yield claim("first", said, agrees=done_before <= FEW, about=task.ids, task=facts.title(name), day=day, count=done_before)
        elif (_closes(tail) or _last_of_all(said, task)) and _sure(begun_after, facts):
            ends = facts.day(facts.bars[final].end)
            yield claim("last", said, agrees=begun_after <= FEW, about=task.ids, task=facts.title(final), day=ends, count=begun_after)


def _tail(said: Sayings, task: Mention) -> tuple[str, ...]:
    """What is said of a task behind it, also in the next clause: "the biggest risk is the data, so it comes first"."""
    at = task.last
    if at < len(said.words) and (said.words[at] in listed("hinge") or said.words[at] in ("and", "e")):
        at += 1
        if said.words[at : at + 1] and said.words[at] in ("it", "they", "essa", "lei", "loro"):
            at += 1
    return said.words[at : at + 5]


FEW = 1
"""Tasks that may be done before what "comes first"."""


def _sure(count: int, facts: Facts) -> bool:
    """Whether what "comes first" is that or clearly is not, by the number of tasks before it."""
    return count <= FEW or count > max(2, len(facts.bars) // 4)


_COMES = frozenset("comes come goes go is are starts start stays viene vengono va vanno parte partono è sono".split())
_THING = [(word,) for word in ("thing", "task", "step", "cosa", "task", "compito", "attività", "passo")]
_FIRST = {"first", "primo", "prima", "primi", "prime"}


def _opens(said: Sayings, task: Mention, head: tuple[str, ...], tail: tuple[str, ...]) -> bool:
    joined = any(word in ("with", "from", "con", "da", "dal", "dalla", "dallo", "dai", "dalle") for word in head)
    ours = any(word in _WE_BEGIN for word in head) or (any(word in _IT_BEGINS for word in head) and said.has("ours", 0, task.first))
    comes = (
        len(tail) > 1
        and tail[0] in _COMES
        and (
            tail[1] in _FIRST
            or (tail[1:3] in (("the", "first"), ("la", "prima"), ("il", "primo")) and tail[3:4] in _THING)
            or (tail[1] == "per" and tail[2:3] in [(word,) for word in _FIRST])
        )
    )
    begins = (
        said.words[0] in ("first", "prima")
        and task.first <= 2
        and all(word in ("the", "il", "lo", "la", "i", "gli", "le", "l") for word in said.words[1 : task.first])
    )
    clitic = tail[:1] and tail[0] in ("li", "le", "lo", "la", "l") and tail[2:3] == ("per",) and tail[3:4] in [(word,) for word in _FIRST]
    return bool(clitic) or begins or (ours and joined) or (comes and not any(word in ("of", "di", "del") for word in tail[1:4]))


_WE_BEGIN = frozenset("start begin starting beginning partiamo parto cominciamo comincio iniziamo inizio".split())
_IT_BEGINS = frozenset("starts begins parte comincia inizia".split())


def _last_of_all(said: Sayings, task: Mention) -> bool:
    """As in "we fix the alarm last", "l'allarme lo sistemiamo per ultimo": not where somebody's own last task may be meant."""
    tail = said.words[task.last : task.last + 4]
    if said.people:
        return False
    stops = {len(said.words), *said.sentence.pauses}
    if tail[:1] == ("last",):
        return task.last + 1 in stops
    clitic = tail[:1] in _CLITICS and tail[2:3] == ("per",) and tail[3:4] in _LASTS
    return clitic and task.last + 4 in stops and task.last not in said.sentence.pauses


_CLITICS = [(word,) for word in ("lo", "la", "li", "le", "l")]
_LASTS = [(word,) for word in ("ultimo", "ultima", "ultimi", "ultime")]


def _closes(tail: tuple[str, ...]) -> bool:
    return len(tail) > 1 and tail[0] in _COMES and any(word in ("last", "ultimo", "ultima", "ultimi", "ultime") for word in tail[1:4])


def starts_when(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "The page starts when the endpoint is finished", "la validazione parte solo quando il caricamento è finito"."""
    if said.condition or len(said.tasks) != 2:
        return
    late, early = said.tasks
    between, tail = said.words[late.last : early.first], said.words[early.last : early.last + 4]
    begins = any(word in listed("starts_when") for word in between) and any(word in listed("when_done") for word in between)
    done = any(starts(tail, n, "ends") for n in range(len(tail)))
    if not begins or not done or denied(said, late.first, early.last) or max(len(late.ids), len(early.ids)) > VAGUE:
        return
    pairs = [(a, b) for a in sorted(early.ids) for b in sorted(late.ids) if a != b and a in facts.bars and b in facts.bars]
    right = [pair for pair in pairs if facts.bars[pair[0]].end <= facts.bars[pair[1]].begin]
    if right or (pairs and late.sure and early.sure):
        one, other = right[0] if right else pairs[0]
        ends, begin = facts.day(facts.bars[one].end), facts.day(facts.bars[other].begin)
        yield claim(
            "starts",
            said,
            agrees=bool(right),
            about=late.ids | early.ids,
            task=facts.title(one),
            day=ends,
            other=facts.title(other),
            then=begin,
        )


RULES: tuple[Rule, ...] = (from_day_one, parallel, order, starts_when)
