"""Choosing from the library: by topic, kind, level, state and words; the syllabus as a map; what to do next."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sparring.content.schema import Topic
from sparring.core.exercise import LEVELS, Exercise
from sparring.core.text import Language
from sparring.language.adverts import demands, topic_weights
from sparring.mastery.policy import TOUCHED
from sparring.records.overview import Standing
from sparring.usecases.app import App
from sparring.usecases.choosing import SPOKEN_KINDS, above, on_topic

STATES = ("new", "tried", "passed")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for; an empty field asks for anything."""

    words: str = ""
    topic: str = ""
    kind: str = ""
    level: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A topic at the top of the syllabus with the topics below it, each with what there is and what was done."""

    topic: Topic
    parts: tuple["Share", ...]

    @property
    def seen(self) -> int:
        """How many of its topics were tried."""
        return sum(part.tried > 0 for part in self.parts)


@dataclass(frozen=True, slots=True)
class Share:
    """A topic: how many exercises it has, how many were tried, how many passed."""

    topic: Topic
    exercises: int
    tried: int
    passed: int


def state_of(standing: Standing | None) -> str:
    """`new`, `tried` or `passed`."""
    return "new" if standing is None else "passed" if standing.passed else "tried"


def found(app: App, wish: Wish, standings: Mapping[str, Standing], language: Language) -> list[Exercise[Any]]:
    """The exercises that a wish fits, in the order of the syllabus, the easier of a topic first."""
    sought = wish.words.casefold().split()
    places = {topic: place for place, topic in enumerate(app.library.topics)}

    def place(exercise: Exercise[Any]) -> tuple[int, int, str, str]:
        first = places.get(exercise.topics[0], len(places)) if exercise.topics else len(places)
        return first, LEVELS.index(exercise.level), exercise.kind, exercise.id

    fitting = [
        exercise
        for exercise in app.library.exercises.values()
        if wish.kind in ("", exercise.kind)
        and wish.level in ("", exercise.level)
        and wish.state in ("", state_of(standings.get(exercise.id)))
        and (not wish.topic or on_topic(exercise, wish.topic))
        and all(word in _searched(exercise, language) for word in sought)
    ]
    return sorted(fitting, key=place)


def _searched(exercise: Exercise[Any], language: Language) -> str:
    return " ".join((exercise.name, exercise.title.to(language), exercise.prompt.to(language), *exercise.topics)).casefold()


def areas(app: App, standings: Mapping[str, Standing]) -> list[Area]:
    """The syllabus as a map."""
    topics, members = app.library.topics, _members(app.library.exercises.values())
    tops = [topic for topic in topics.values() if not topic.parent]
    return [Area(top, tuple(_share(topic, members[topic.id], standings) for topic in _below(top, topics))) for top in tops]


def _members(exercises: Iterable[Exercise[Any]]) -> Mapping[str, list[str]]:
    """The exercises of each topic and of those below it, by their ids."""
    found: dict[str, list[str]] = defaultdict(list)
    for exercise in exercises:
        for topic in above(exercise.topics):
            found[topic].append(exercise.id)
    return found


def _below(top: Topic, topics: Mapping[str, Topic]) -> list[Topic]:
    parts = [topic for topic in topics.values() if topic.id.startswith(f"{top.id}.")]
    return parts or [top]


def _share(topic: Topic, own: Sequence[str], standings: Mapping[str, Standing]) -> Share:
    tried = [standings[key] for key in own if key in standings]
    return Share(topic, len(own), len(tried), sum(standing.passed > 0 for standing in tried))


def next_exercise(app: App, standings: Mapping[str, Standing], advert: str = "") -> Exercise[Any] | None:
    """What to do now: what was not passed before what was; what the advertisement asks for, what it asks most for first; new before longest not seen.

    Of equals what is written before what is spoken, which needs more than a keyboard, then the shortest.
    """
    asked = _asked(advert)

    def urgency(exercise: Exercise[Any]) -> tuple[bool, bool, float, float, bool, int]:
        standing = standings.get(exercise.id)
        wish = _wish(exercise, asked)
        last = standing.last.timestamp() if standing else 0.0
        return (bool(standing and standing.passed), not wish, last, -wish, exercise.kind in SPOKEN_KINDS, exercise.minutes)

    return min(app.library.exercises.values(), key=urgency, default=None)


def _asked(advert: str) -> dict[str, float]:
    """How strongly the advertisement asks for each topic; teamwork and the like only where it names nothing technical."""
    found = demands(advert) if advert else ()
    return topic_weights(tuple(one for one in found if one.skill.technical) or found)


def _wish(exercise: Exercise[Any], asked: Mapping[str, float]) -> float:
    """How strongly an exercise is asked for: by what it is about, and less by what it touches."""
    shares = ((max((asked.get(name, 0.0) for name in above((topic,))), default=0.0), place) for place, topic in enumerate(exercise.topics))
    return max((share * (TOUCHED if place else 1.0) for share, place in shares), default=0.0)
