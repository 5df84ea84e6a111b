"""How the work is shared out."""

from dataclasses import dataclass

from sparring.planning.axis import Axis
from sparring.planning.model import Project
from sparring.planning.placing import Bars, last


@dataclass(frozen=True, slots=True)
class Load:
    """A person's planned hours, and the hours they have until the plan ends."""

    person: str
    name: str
    hours: int
    has: int

    @property
    def share(self) -> float:
        """Planned hours by the hours they have; above 1: more than they can do."""
        return self.hours / self.has if self.has else float(self.hours > 0) * 9.99


def loads(project: Project, axis: Axis, found: Bars) -> tuple[Load, ...]:
    """Everybody's load, in the team's order."""
    end = last(found)
    planned = {person.id: sum(bar.hours for bar in found.values() if bar.person == person.id) for person in project.team}
    return tuple(Load(person.id, person.name, planned[person.id], axis.own[person.id].index(end)) for person in project.team)
