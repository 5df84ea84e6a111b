"""Which points of a defence a claim earns that the plan confirms: those that make the same claim of the same tasks, in whatever words."""

from collections.abc import Sequence

from sparring.core.evidence import Span
from sparring.core.exercise import Exercise
from sparring.core.text import LANGUAGES
from sparring.kinds.plan import held
from sparring.kinds.plan.claims import Claim
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.schema import PlanSpec, Point

NAMED = {"parallel": "parallel", "critical": "critical-path", "risk": "risk", "buffer": "risk", "at-once": "tracking"}
"""Points that are called by a claim: any such claim is their meaning."""
OF_TWO = frozenset({"parallel", "order", "starts"})
"""Claims about two tasks: both must be those of the point."""
OF_TASKS = frozenset({"risk", "first", "last"}) | OF_TWO
"""Claims that are a point's only where they are about its tasks. The critical path is the plan's own, whichever tasks the exercise thought of."""
OF_THE_PLAN = frozenset({"critical", "buffer", "at-once"})


def confirmed(claims: Sequence[Claim], exercise: Exercise[PlanSpec], plans: Sequence[Facts]) -> dict[str, Span]:
    """By point the sentence that earns it: with a claim that the plan confirms, and none that it contradicts."""
    false = {one.span for one in claims if not one.agrees}
    true = [one for one in claims if one.agrees and one.span not in false and one.rule in OF_TASKS | OF_THE_PLAN]
    found: dict[str, Span] = {}
    for point in exercise.spec.defence if true else ():
        meant = _meaning(point, exercise, plans)
        span = next((one.span for one in true if NAMED.get(one.rule) == point.id or any(_same(one, other) for other in meant)), None)
        if span:
            found[point.id] = span
    return found


def _meaning(point: Point, exercise: Exercise[PlanSpec], plans: Sequence[Facts]) -> list[Claim]:
    """What a point's paraphrases, in either language, claim of the plan, true or not."""
    phrases = [(phrase, language) for language in LANGUAGES for phrase in point.paraphrases.get(language, ())]
    return [one for phrase, language in phrases for one in held.check(phrase, language, exercise, plans[:1])]


def _same(said: Claim, meant: Claim) -> bool:
    if said.rule != meant.rule:
        return False
    shared = len(said.about & meant.about)
    return said.rule in OF_THE_PLAN or shared >= (2 if said.rule in OF_TWO else 1)
