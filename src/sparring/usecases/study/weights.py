"""How important each topic is: what the advertisements of the running applications ask for; equal where nobody asks for anything."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sparring.records.study_values import ProcessRecord
from sparring.usecases.app import App
from sparring.usecases.profile import Profile, profile
from sparring.usecases.study.processes import adverts, asked_so_far, processes

if TYPE_CHECKING:
    from sparring.language.adverts import Demand

INHERITED = 0.75
"""What is left of a weight in a topic below."""
UNASKED = 0.5
"""The weight of a topic that no advertisement names, where there is one; 1 where there is none."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the candidate told, read once: what everything planned stands on."""

    who: Profile
    processes: list[ProcessRecord]


def ground(app: App) -> Ground:
    """What was told so far."""
    return Ground(profile(app), processes(app))


def demanded(app: App, on: Ground | None = None) -> "tuple[Demand, ...]":
    """What the advertisements ask for together: the one of the settings and those of running applications."""
    told = on or ground(app)
    texts = [text for text in (told.who.advert, *adverts(told.processes)) if text]
    if not texts:  # as for everybody who comes to try: the reader of advertisements need not be loaded
        return ()
    from sparring.language.adverts import demands

    return demands("\n".join(texts))


def weights(app: App, on: Ground | None = None) -> dict[str, float]:
    """The weight of each topic of the syllabus; one below what is asked for weighs almost as much."""
    told = on or ground(app)
    found, real = demanded(app, told), asked_so_far(told.processes)
    if not (found or real):
        return dict.fromkeys(app.library.topics, 1.0)
    from sparring.language.adverts import topic_weights
    from sparring.usecases.study.asked import weights_of

    wished, really = topic_weights(found), weights_of(app, real)
    asked = {topic: max(wished.get(topic, 0.0), really.get(topic, 0.0)) for topic in {*wished, *really}}
    if not asked:
        return dict.fromkeys(app.library.topics, 1.0)
    return {topic: weight_of(topic, asked) for topic in app.library.topics}


def weight_of(topic: str, asked: Mapping[str, float]) -> float:
    """A topic's weight from what is asked of it; what is asked of a topic above it counts a little less."""
    parts = topic.split(".")
    above = (".".join(parts[:length]) for length in range(1, len(parts)))
    inherited = max((INHERITED * asked[name] for name in above if name in asked), default=UNASKED)
    return max(asked.get(topic, UNASKED), inherited)
