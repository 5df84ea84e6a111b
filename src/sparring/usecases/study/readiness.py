"""How ready the plan will make this candidate, with what is not known of them: what was never tried is unknown, not mastered."""

from collections import Counter
from dataclasses import dataclass

from sparring.mastery.course import Spread
from sparring.mastery.ready import ENOUGH, humbled, unknown
from sparring.usecases.app import App
from sparring.usecases.study.evidence import above
from sparring.usecases.study.items import OWN, card_exercises, studied
from sparring.usecases.study.plan import OWN_TOPIC, Plan
from sparring.usecases.study.weights import weights


@dataclass(frozen=True, slots=True)
class TopicReadiness:
    """A topic on the day: the share that would be recalled with its interval, how many of its exercises were tried, its cards and how many no day reaches."""

    topic: str
    mean: float
    low: float
    high: float
    tried: int
    cards: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Readiness:
    """The share of what is asked that would be recalled on the day, if the plan is kept; `tried` of the topics were tried so far."""

    mean: float
    low: float
    high: float
    tried: int
    topics: tuple[TopicReadiness, ...]

    @property
    def enough(self) -> bool:
        """Whether enough was tried for the range to say something."""
        return self.tried >= ENOUGH * len(self.topics)


def readiness(app: App, plan: Plan) -> Readiness:
    """What may be said of the plan's day now."""
    tried, weight = _tried(app), weights(app)
    topics, unseen, whole = [], 0.0, 0.0
    for one in plan.topics:
        share = unknown(tried[one.topic])
        asked = one.cards * weight.get(one.topic, 1.0)
        unseen, whole = unseen + asked * share, whole + asked
        found = humbled(Spread(one.mean, one.low, one.high), share)
        topics.append(TopicReadiness(one.topic, found.mean, found.low, found.high, tried[one.topic], one.cards, one.left_out))
    all_ = humbled(Spread(plan.mean, plan.low, plan.high), unseen / whole if whole else 1.0)
    return Readiness(all_.mean, all_.low, all_.high, sum(one.tried > 0 for one in topics), tuple(topics))


def _tried(app: App) -> Counter[str]:
    """How many different exercises were tried, by topic and those above; of the own cards, how many were answered."""
    from sparring.usecases.history import standings  # Django's tables: only after the database was opened

    known = app.library.exercises
    keys = standings(app).keys() | {item.key for item in card_exercises(app) if item.memory is not None}
    found = Counter(topic for key in keys if key in known for topic in above(known[key].topics))
    found[OWN_TOPIC] = studied(app).count_remembered(OWN)
    return found
