"""The defence held against the plan: every claim that can be checked, with its verdict."""

from collections.abc import Iterator, Sequence

from sparring.core.answer import Answer
from sparring.core.evidence import Passage, Span
from sparring.core.exercise import Exercise
from sparring.core.text import LANGUAGES, Language, Message, Text
from sparring.core.verdict import Dimension, Finding
from sparring.kinds.plan import chains, claims, days, members, order, owning, reviewing, skills, team, timing, unclaimed
from sparring.kinds.plan.claims import Claim, Rule
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.mentions import sayings, with_me
from sparring.kinds.plan.schema import PlanSpec
from sparring.words import words

RULES: tuple[Rule, ...] = (
    *owning.RULES,
    *unclaimed.RULES,
    *reviewing.RULES,
    *claims.RULES,
    *team.RULES,
    *members.RULES,
    *skills.RULES,
    *timing.RULES,
    *days.RULES,
    *chains.RULES,
    *order.RULES,
)
MOST_AGAINST, MOST_WITH = 8, 5
"""Claims of each that are shown."""


def check(text: str, language: Language, exercise: Exercise[PlanSpec], plans: Sequence[Facts]) -> tuple[Claim, ...]:
    """The claims of a text, each once. `plans`: the plan, then what became of it after the event: what is right of the second one is no lie."""
    spec = exercise.spec
    texts = [exercise.prompt, spec.happened, *(one.title() for one in (*spec.parts, *spec.defence))]
    known = " ".join(found.to(each) for found in texts for each in LANGUAGES)
    known += " ".join(task.title for project in spec.projects.values() for task in project.tasks)
    rounds = [tuple(_claims(text, language, facts, known, spec.you)) for facts in plans if facts.bars]
    if not rounds:
        return ()
    later = {(one.rule, one.span) for found in rounds[1:] for one in found if one.agrees}
    seen: dict[tuple[Span, str, bool], Claim] = {}
    for one in rounds[0]:
        if one.agrees or (one.rule, one.span) not in later:
            seen.setdefault((one.span, one.fact.en, one.agrees), one)
    return tuple(seen.values())


def _claims(text: str, language: Language, facts: Facts, known: str, you: str) -> Iterator[Claim]:
    for said in sayings(text, language, facts, known):
        claimed = unclaimed.put_aside(with_me(said, you))
        for rule in RULES:
            yield from rule(claimed, facts)


def findings(answer: Answer, found: Sequence[Claim]) -> tuple[Finding, ...]:
    """What is against the plan, then what agrees with it, each with its sentence and what the plan has."""
    text = answer.prose("defence").text
    wrong = [one for one in found if not one.agrees]
    against = [_finding(text, one, "plan.claim-against") for one in wrong[:MOST_AGAINST]]
    if more := wrong[MOST_AGAINST:]:
        spans = tuple(dict.fromkeys(one.span for one in more))
        message = Message("plan.claims-more", {"count": len(more)})
        against.append(Finding("defence:against-plan", False, message, Passage(text, spans), Dimension.PLANNING))
    false = {one.span for one in found if not one.agrees}
    agreeing = [_finding(text, one, "plan.claim-with") for one in found if one.agrees and one.span not in false][:MOST_WITH]
    return (*against, *agreeing)


def _finding(text: str, one: Claim, name: str) -> Finding:
    said = {language: words(language).say(Message(name, {"fact": one.fact.to(language)})) for language in LANGUAGES}
    criterion = "defence:with-plan" if one.agrees else "defence:against-plan"
    return Finding(criterion, one.agrees, Text(said["en"], said["it"]), Passage(text, (one.span,)), Dimension.PLANNING)
