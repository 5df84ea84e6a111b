"""What a defence claims of the plan, held against the plan itself; here what is in it, what is left out and what is risky.

A claim agrees with the plan, or is against it; what cannot be checked, and what may be read in two ways, is no claim here. A sentence about some case
("if Anna is ill ...") is only held against the plan where it gives up what others wait for. `owning.py` has the claims about who does what, `team.py` those
about the team, `timing.py` those about days and dates, `order.py` those about what comes before what.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sparring.core.evidence import Span
from sparring.core.text import LANGUAGES, Language, Message, Param, Text
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.mentions import Sayings
from sparring.kinds.plan.naming import Mention
from sparring.kinds.plan.wordlists import listed
from sparring.words import words

VAGUE = 3
"""A mention that may mean more tasks than that is held against nothing."""
NEAR = 6
"""Words between what is counted and what it is counted of."""
Facing = Text | str | int | float | date


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: whether the plan has it so, the sentence, what the plan has, and the tasks that it is about (none: of the plan as a whole)."""

    rule: str
    agrees: bool
    span: Span
    fact: Text
    about: frozenset[str] = frozenset()


Rule = Callable[[Sayings, Facts], Iterator[Claim]]


def claim(rule: str, said: Sayings, *, agrees: bool, fact: str = "", about: frozenset[str] = frozenset(), **params: Facing) -> Claim:
    """A claim, its fact in both languages."""
    spoken: dict[Language, str] = {}
    for language in LANGUAGES:
        own = {name: _in_words(value, language) for name, value in params.items()}
        spoken[language] = words(language).say(Message(f"plan.fact.{fact or rule}", own))
    return Claim(rule, agrees, Span(said.sentence.start, said.sentence.end), Text(spoken["en"], spoken["it"]), about)


def _in_words(value: Facing, language: Language) -> Param:
    if isinstance(value, date):
        return words(language).day(value)
    return value.to(language) if isinstance(value, Text) else value


def denied(said: Sayings, first: int, last: int) -> bool:
    """Whether something is denied between two places."""
    return any(word in listed("denies") for word in said.words[first:last])


def kinds(facts: Facts, task: Mention) -> set[str]:
    """The kinds of what a mention may mean."""
    return {facts.project.by_id[name].kind for name in task.ids}


def left_out(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "There are no tests in it", "if we are late I cut the tests": what is planned is not left out, and what others wait for cannot be cut."""
    for task in said.tasks:
        sorts = kinds(facts, task)
        begin = max(0, task.first - 5)
        if len(sorts) != 1 or said.amounts:
            continue
        planned = sorted(name for name in task.ids if name in facts.bars)
        denied = any(word in ("not", "non", "never", "mai", "don") for word in said.words[max(0, begin - 3) : task.first])
        after = any(word in ("not", "non", "never", "mai") for word in said.words[max(0, task.first - 2) : task.first])
        if said.has("cut", begin, task.first) and said.condition and sorts <= {"test", "review"} and not denied and not after:
            waiting = [name for name in planned if facts.waiting.get(name)]
            if waiting:
                other = min(facts.waiting[waiting[0]])
                yield claim("cut", said, agrees=False, task=facts.title(waiting[0]), other=facts.title(other))
        elif not said.condition and planned and not said.people and _out_of_it(said, task, begin):
            yield claim("in-it", said, agrees=False, task=facts.title(planned[0]), person=facts.who(planned[0]))


_HYPOTHETICAL = frozenset("not non never mai can may could might be possono può si to rather".split())


def _out_of_it(said: Sayings, task: Mention, begin: int) -> bool:
    """Whether a task is said not to be in the plan: "no tests", "we skip the tests", "the tests are not in it"."""
    others = [one.first for one in said.tasks if one.first > task.first]
    if said.has("absent", task.last, min([task.last + 5, *others])):
        return True
    if (none := said.find("unplanned", begin, task.first)) >= 0:
        return task.sure and not any(word in listed("new_subject") for word in said.words[none + 2 : task.first])
    at = said.find("out", max(begin, task.first - 4), task.first)
    if at < 0 or any(word in _HYPOTHETICAL for word in said.words[max(0, at - 3) : at]):
        return False
    return said.words[at] not in listed("single_out") or (task.sure and task.first - at <= 2 and (at < 2 or said.has("ours", 0, at)))


def risk(said: Sayings, facts: Facts) -> Iterator[Claim]:
    """As in "The biggest risk is the documentation": its estimate is among the surest, and nothing waits for it."""
    at = said.find("risk")
    if (
        at < 0
        or not (said.has("most", max(0, at - 3), at + 4) or said.has("worries_me", max(0, at - 2), at + 1))
        or denied(said, max(0, at - 4), at + 3)
    ):
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
        if not (serious or task.sure):
            return
        yield claim(
            "risk",
            said,
            agrees=serious,
            fact="risk-is" if serious else "risk",
            about=task.ids,
            task=facts.title(name),
            other=facts.title(most),
            low=estimate.low,
            high=estimate.high,
        )


def surely(found: Iterator[Claim], *named: Mention) -> Iterator[Claim]:
    """Claims about tasks that are named surely, and of others those that agree: what a word may mean is held against nobody."""
    return (one for one in found if one.agrees or all(task.sure for task in named))


def none_of(said: Sayings, name: str) -> bool:
    """Whether the word of a list stands behind a denial."""
    at = said.find(name)
    return any(
        word in ("nothing", "niente", "not", "non", "no", "nobody", "nessuno", "never", "mai", "nulla")
        for word in said.words[max(0, at - 5) : at + 1]
    )


RULES: tuple[Rule, ...] = (left_out, risk)
