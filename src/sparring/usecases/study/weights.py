"""How important each topic is: what the advertisements of the running applications ask for; equal where nobody asks for anything."""

from collections.abc import Mapping

from sparring.language.adverts import Demand, demands, topic_weights
from sparring.usecases.app import App
from sparring.usecases.profile import profile

UNASKED = 0.5
"""The weight of a topic that no advertisement names, where there is one; 1 where there is none."""


def demanded(app: App) -> tuple[Demand, ...]:
    """What the advertisements ask for together: the one of the settings and those of running applications."""
    from sparring.usecases.study.processes import adverts

    texts = [profile(app).advert, *adverts(app)]
    return demands("\n".join(text for text in texts if text))


def weights(app: App) -> dict[str, float]:
    """The weight of each topic of the syllabus; a topic weighs at least what the one above it is asked for."""
    found = demanded(app)
    asked = topic_weights(found)
    return {topic: weight_of(topic, asked, bool(found)) for topic in app.library.topics}


def weight_of(topic: str, asked: Mapping[str, float], any_asked: bool) -> float:
    """A topic's weight from what is asked of it or of a topic above it."""
    parts = topic.split(".")
    above = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
    return max((asked[name] for name in above if name in asked), default=UNASKED if any_asked else 1.0)
