"""A job advertisement as it was pasted or read from a file: what it asks for, or why nothing can be said of it."""

from dataclasses import dataclass

from sparring.language.adverts import Demand, demands, is_foreign, topic_weights, unlisted
from sparring.usecases.app import App
from sparring.usecases.profile import introduce, profile, short_enough
from sparring.usecases.study.advert_file import text_of

FEWEST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Advert:
    """The demands, the topics of this library that train each (by skill), the weights of the topics that they lead to.

    `note` (`advert.NOTE`) says what is odd about it: empty, short, nothing technical, another language; '' if nothing.
    """

    text: str
    demands: tuple[Demand, ...]
    topics: dict[str, tuple[str, ...]]
    weights: dict[str, float]
    note: str


def read(app: App, data: bytes) -> Advert:
    """Read an advertisement from the bytes of a file: text, a saved page, a document; UsageError where they are none of these, or too long for one."""
    return examined(app, short_enough(text_of(data)))


def examined(app: App, text: str) -> Advert:
    """What an advertisement asks for."""
    found = (*demands(text), *(() if is_foreign(text) else unlisted(text)))
    known = {topic: weight for topic, weight in topic_weights(found).items() if topic in app.library.topics}
    topics = {one.skill.id: tuple(topic for topic in one.skill.topics if topic in app.library.topics) for one in found}
    return Advert(text, found, topics, known, _note(text, found))


def _note(text: str, found: tuple[Demand, ...]) -> str:
    words = text.split()
    if not words:
        return "empty"
    if len(words) < FEWEST_WORDS:
        return "short"
    if is_foreign(text):
        return "language"
    return "" if any(demand.skill.technical for demand in found) else "nothing"


def keep(app: App, text: str) -> Advert:
    """Remember it as the advertisement of the settings: the plan and the mock interviews follow it."""
    who = profile(app)
    introduce(app, day=who.day.isoformat() if who.day else "", minutes=str(who.minutes or ""), advert=text, plain=who.plain)
    return examined(app, text)
