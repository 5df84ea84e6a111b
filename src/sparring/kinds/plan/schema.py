"""What a `plan` folder holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import Field

from sparring.core.text import Text
from sparring.kinds.format import Bilingual, Header, Strict
from sparring.planning.events import Event, EventKind
from sparring.planning.model import Project


class PointTable(Strict):
    """A `[[parts]]` or `[[defence]]` table: paraphrases of one thing that belongs into the answer; the first one stands for it.

    For a line of a list, which is too short for paraphrases: `ways` to say it (`language/ways.py`), and the `sort` of task that it is (`sorts.toml`).
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    sort: str = ""
    ways: tuple[str, ...] = ()
    weight: int = Field(default=1, ge=1, le=5)
    en: tuple[str, ...] = ()
    it: tuple[str, ...] = ()


class EventTable(Strict):
    """The `[event]` table: what happens on the morning of a day. `tasks` are written as in project.toml."""

    kind: EventKind
    day: int = Field(ge=2, le=250)
    who: str = ""
    task: str = ""
    factor: float = Field(default=2.0, gt=1, le=10)
    tasks: tuple[dict[str, Any], ...] = ()
    text: Bilingual


class PlanFile(Header):
    """exercise.toml of a `plan`. `optimum_hours`: the length of the shortest plan, in hours of the team's day; `you`: whom of the team the prompt calls so."""

    optimum_hours: int = Field(gt=0)
    you: str = ""
    parts: tuple[PointTable, ...] = Field(min_length=1)
    defence: tuple[PointTable, ...] = Field(min_length=1)
    event: EventTable


@dataclass(frozen=True, slots=True)
class Point:
    """Something that belongs into the answer: paraphrases by language, and ways in which a line of a list says it, in either."""

    id: str
    weight: int
    paraphrases: Mapping[str, tuple[str, ...]]
    ways: tuple[str, ...] = ()

    def title(self) -> Text:
        """Its first paraphrase."""
        return Text(*(next(iter(self.paraphrases.get(language, ())), "") for language in ("en", "it")))


@dataclass(frozen=True, slots=True)
class PlanSpec:
    """What grading needs to know. `projects`: the same project with its titles in each language; `event` likewise."""

    projects: Mapping[str, Project]
    events: Mapping[str, Event]
    happened: Text
    parts: tuple[Point, ...]
    defence: tuple[Point, ...]
    optimum: int
    samples: Mapping[str, str]
    you: str = ""
