"""How ready the plan will make this candidate: what will be recalled of the cards, and how well exercises will go.

What is not known stays unknown: a topic's cards that were never tried count from nothing on, and the chance of an exercise is as uncertain as its few results.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sparring.mastery.course import Spread
from sparring.mastery.ready import ENOUGH, doing, humbled, together, unknown
from sparring.mastery.topics import PRIOR
from sparring.usecases.app import App
from sparring.usecases.choosing import SPOKEN_KINDS, above
from sparring.usecases.study.evidence import basis, priors, results
from sparring.usecases.study.items import OWN, is_card, studied
from sparring.usecases.study.plan import OWN_TOPIC, Plan
from sparring.usecases.study.weights import weights


@dataclass(frozen=True, slots=True)
class TopicReadiness:
    """A topic on the day, cards and exercises alike where it has both: the share that is recalled or goes well, with its interval.

    How many of its exercises were tried (judged: what the candidate says of a card is no try), its cards and how many no day reaches, its exercises that are no cards
    and how many of those were not tried and stand on no day.
    """

    topic: str
    mean: float
    low: float
    high: float
    tried: int
    cards: int
    left_out: int
    exercises: int = 0
    exercises_left: int = 0


@dataclass(frozen=True, slots=True)
class Readiness:
    """The share of what is asked that would be recalled or done on the day, if the plan is kept; `tried` of the `asked` topics were tried so far.

    Own cards are a row of `topics`, and in no other figure: they are what the candidate made of them.
    """

    mean: float
    low: float
    high: float
    tried: int
    topics: tuple[TopicReadiness, ...]

    @property
    def asked(self) -> int:
        """How many topics are asked."""
        return sum(one.topic != OWN_TOPIC for one in self.topics)

    @property
    def enough(self) -> bool:
        """Whether enough was tried for the range to say something."""
        return self.tried >= ENOUGH * self.asked

    @property
    def known(self) -> tuple[TopicReadiness, ...]:
        """The topics of which something was tried."""
        return tuple(one for one in self.topics if one.tried)

    @property
    def left_out(self) -> tuple[TopicReadiness, ...]:
        """The topics of which the plan does not reach something, the most first."""
        return tuple(
            sorted((one for one in self.topics if one.left_out or one.exercises_left), key=lambda one: -one.left_out - one.exercises_left)
        )

    @property
    def untried(self) -> tuple[TopicReadiness, ...]:
        """The topics asked of which nothing was tried."""
        return tuple(one for one in self.topics if not one.tried and one.topic != OWN_TOPIC)


def readiness(app: App, plan: Plan) -> Readiness:
    """What may be said of the plan's day now."""
    rests_on = (basis(app), plan, sorted(priors(app).items()))
    return app.once("readiness", rests_on, lambda: _readiness(app, plan))


def _readiness(app: App, plan: Plan) -> Readiness:
    every = _exercises(app)
    counts, left = Counter(every.values()), _left(app, plan, every)
    tried, weight = _tried(app), weights(app)
    done = _doing(app, plan, counts)
    planned = {one.topic: one for one in plan.topics}
    unseen, asked = 0.0, 0.0
    topics: list[TopicReadiness] = []
    for name in [*planned, *(topic for topic in counts if topic not in planned)]:
        parts, one = [(done[name], 1.0)] if name in done else [], planned.get(name)
        if one is not None:
            share, heavy = unknown(tried[name]), one.cards * weight.get(name, 1.0) * (name != OWN_TOPIC)
            unseen, asked = unseen + heavy * share, asked + heavy
            parts.append((humbled(Spread(one.mean, one.low, one.high), share), 1.0))
        found = together(parts)
        cards, unreached = (one.cards, one.left_out) if one else (0, 0)
        topics.append(TopicReadiness(name, found.mean, found.low, found.high, tried[name], cards, unreached, counts[name], left[name]))
    recalled = humbled(Spread(plan.mean, plan.low, plan.high), unseen / asked if asked else 1.0)
    whole = together([(recalled, asked), *((spread, counts[name] * weight.get(name, 1.0)) for name, spread in done.items())])
    ordered = tuple(sorted(topics, key=lambda one: one.mean))
    return Readiness(whole.mean, whole.low, whole.high, sum(one.tried > 0 for one in topics if one.topic != OWN_TOPIC), ordered)


def _exercises(app: App) -> dict[str, str]:
    """The first topic of each exercise that is no card; what is only spoken or told has no right answer to forecast."""
    every = app.library.exercises.items()
    return {key: one.topics[0] for key, one in every if one.topics and not is_card(one) and one.kind not in SPOKEN_KINDS}


def _left(app: App, plan: Plan, every: Mapping[str, str]) -> Counter[str]:
    """How many exercises of each topic were not tried and stand on no day of the plan."""
    from sparring.usecases.history import standings  # Django's tables: only after the database was opened

    reached = standings(app).keys() | {day.exercise for day in plan.days}
    return Counter(topic for key, topic in every.items() if key not in reached)


def _doing(app: App, plan: Plan, counts: Counter[str]) -> dict[str, Spread]:
    """How well an exercise on each topic will go on the day."""
    known, before = results(app), priors(app)
    planned: dict[str, list[date]] = {}
    for day in plan.days:
        exercise = app.library.exercises.get(day.exercise)
        for topic in above(exercise.topics) if exercise else ():
            planned.setdefault(topic, []).append(day.day)
    found: dict[str, Spread] = {}
    for topic in counts:
        seen = known.get(topic, [])
        spread = doing(seen, plan.until, planned.get(topic, ()), before.get(topic, PRIOR))
        found[topic] = humbled(spread, 1.0) if not seen else spread
    return found


def _tried(app: App) -> Counter[str]:
    """How many different exercises were judged, by topic and those above; of the own cards, how many were answered."""
    from sparring.usecases.history import standings  # Django's tables: only after the database was opened

    known = app.library.exercises
    found = Counter(topic for key in standings(app) if key in known for topic in above(known[key].topics))
    found[OWN_TOPIC] = studied(app).count_remembered(OWN)
    return found
