"""What kind of day it is: the day to be ready on, the light day before it, the days that a mock interview takes.

Mock interviews fall on fixed days before the interview, one a week. Whoever begins on such a day begins with cards; whoever misses one has it on one of the next days.
"""

from dataclasses import dataclass
from datetime import date

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.mastery.course import CourseDay, calendar, mock_days
from sparring.usecases.app import App
from sparring.usecases.profile import profile
from sparring.usecases.study.items import studied, today_of
from sparring.usecases.study.processes import upcoming
from sparring.usecases.study.weights import Ground, ground

MINUTES = 35
"""A day's minutes where the candidate named none."""
MOCK, MOCK_MINUTES = "mock", 45
"""The step that is a mock interview."""
GRACE = 2
"""Days that a mock interview which was missed is still asked for."""
AIM, SETTINGS = "study.aim", "settings"
"""The setting that holds which day was chosen, and the key of the one of the settings."""
LATEST = 20
"""Interviews that are looked at."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A day's minutes, whether a mock interview takes it, whether it is the light last one."""

    minutes: float
    mock: bool = False
    light: bool = False


@dataclass(frozen=True, slots=True)
class Aim:
    """A day that the plan can be made for: that of an application, by its key and company, or that of the settings."""

    key: str
    day: date
    company: str = ""


def aims(app: App, on: Ground | None = None) -> list[Aim]:
    """The days ahead that a plan can be made for, the nearest first."""
    told, today = on or ground(app), today_of(app)
    own = [Aim(SETTINGS, told.who.day)] if told.who.day and told.who.day >= today else []
    theirs = [Aim(one.key, one.at.astimezone().date(), one.company) for one in upcoming(app, told.processes) if one.at]
    return sorted([*theirs, *own], key=lambda aim: aim.day)


def aim(app: App, on: Ground | None = None) -> Aim | None:
    """The one that the plan is made for: the chosen one while it lies ahead, else the nearest; None if none lies ahead."""
    ahead = aims(app, on)
    chosen = app.records.setting(AIM, "") if len(ahead) > 1 else ""
    return next((one for one in ahead if one.key == chosen), next(iter(ahead), None))


def aim_at(app: App, key: str) -> None:
    """Make the plan for this application, for `settings`, or for the nearest ('') from now on; UsageError names those that lie ahead."""
    known = {"": "", **{one.key: one.key for one in aims(app)}, **{one.company.casefold(): one.key for one in aims(app) if one.company}}
    if key.casefold() not in known:
        raise UsageError(
            Message("study.no-aim", {"value": key[:60], "known": ", ".join(one.company or one.key for one in aims(app)) or "–"})
        )
    app.records.choose(AIM, known[key.casefold()])


def interview_day(app: App, on: Ground | None = None) -> date | None:
    """The day to be ready on; None if none lies ahead."""
    found = aim(app, on)
    return found.day if found else None


def usual_minutes(app: App, on: Ground | None = None) -> int:
    """The minutes that a day has."""
    return (on.who if on else profile(app)).minutes or MINUTES


def days_until(app: App, until: date) -> list[CourseDay]:
    """The days from today to the day before `until`, with their shapes and nothing on them yet."""
    today = today_of(app)
    return calendar(today.toordinal(), until.toordinal(), usual_minutes(app), MOCK_MINUTES, mock_today=_owed(app, today, until))


def shape(app: App) -> Shape:
    """Today's shape."""
    until = interview_day(app)
    ahead = days_until(app, until) if until else []
    return Shape(ahead[0].minutes, ahead[0].mock, ahead[0].light) if ahead else Shape(usual_minutes(app))


def mock_done(app: App, day: date) -> bool:
    """Whether a mock interview that was begun on `day` is finished."""
    return any(finished and begun == day for begun, finished in _interviews(app))


def _owed(app: App, today: date, until: date) -> bool:
    """Whether a mock interview is due today: the last of its days, today or before, came after the first day of study and saw none."""
    studied_on = [record.day for record in studied(app).days() if record.done]
    due = max((day for day in mock_days(until.toordinal(), today.toordinal() - GRACE) if day <= today.toordinal()), default=None)
    if due is None or not studied_on or due <= studied_on[0].toordinal():
        return False
    return not any(begun.toordinal() >= due for begun, _ in _interviews(app))


def ended(app: App) -> list[str]:
    """The latest mock interviews that ended, by id."""
    from sparring.usecases.history import overview  # its records need an open database

    return [one.id for one in overview(app).interviews(LATEST, finished=True)]


def _interviews(app: App) -> list[tuple[date, bool]]:
    """The latest mock interviews: the day each was begun, and whether it is finished."""
    from sparring.usecases.history import overview  # its records need an open database

    return [(one.created.astimezone().date(), one.finished) for one in overview(app).interviews(LATEST)]
