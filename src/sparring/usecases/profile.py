"""What the candidate told about themselves: three things, each of which can be left open."""

from dataclasses import dataclass
from datetime import date

from sparring.core.problem import UsageError
from sparring.core.text import LANGUAGES, Language, Message
from sparring.usecases.app import App

MOST_ADVERT = 200_000
MOST_MINUTES = 600
LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Profile:
    """`welcomed`: whether they were asked already. `language` None: as the system speaks. `plain`: an editor without comforts."""

    welcomed: bool = False
    day: date | None = None
    minutes: int | None = None
    advert: str = ""
    language: Language | None = None
    plain: bool = False


def profile(app: App) -> Profile:
    """What is known."""
    found = app.records.settings(("profile", "language"))
    stored, language = found.get("profile", {}), found.get("language")
    day = stored.get("day")
    return Profile(
        welcomed=bool(stored),
        day=date.fromisoformat(day) if day else None,
        minutes=stored.get("minutes"),
        advert=stored.get("advert", ""),
        language=language if language in LANGUAGES else None,
        plain=bool(stored.get("plain")),
    )


def introduce(app: App, *, day: str, minutes: str, advert: str, plain: bool = False) -> Profile:
    """Store what was written into the form, each field possibly empty; UsageError names the field that makes no sense."""
    stored = {
        "day": _day(app, day.strip()),
        "minutes": _minutes(minutes.strip()),
        "advert": short_enough(advert.strip()),
        "plain": plain,
    }
    app.records.choose("profile", stored)
    return profile(app)


def speak(app: App, language: Language) -> None:
    """Remember the language of the interface."""
    app.records.choose("language", language)


def short_enough(text: str) -> str:
    """The text of an advertisement; UsageError where it is too long for one."""
    if len(text) > MOST_ADVERT:
        raise UsageError(Message("profile.advert-too-long", {"count": len(text), "most": MOST_ADVERT}))
    return text


def _day(app: App, text: str) -> str | None:
    """A day to come; one that has passed meanwhile may stay."""
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(Message("profile.no-day", {"value": text[:40]})) from error
    if day and day < app.clock.now().astimezone().date() and day != profile(app).day:
        raise UsageError(Message("profile.past-day", {"value": day.isoformat()}))
    return day.isoformat() if day else None


def _minutes(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or len(text) > LONGEST_NUMBER or not 1 <= int(text) <= MOST_MINUTES:
        raise UsageError(Message("profile.no-minutes", {"value": text[:40]}))
    return int(text)
