"""The stable JSON shapes of the study, and the small texts that both surfaces show."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sparring.core.exercise import short_id
from sparring.core.text import Text
from sparring.language.adverts import Demand
from sparring.mastery.topics import Mastery
from sparring.records.study_values import CardRecord, ProcessRecord
from sparring.session.study import Step
from sparring.usecases.app import App
from sparring.usecases.study.asked import Question
from sparring.usecases.study.days import MOCK, aim
from sparring.usecases.study.items import studied
from sparring.usecases.study.plan import OWN_TOPIC, Plan
from sparring.usecases.study.progress import Progress
from sparring.usecases.study.readiness import Readiness
from sparring.usecases.study.today import Session
from sparring.words import words

MOST_TITLE = 120
_PICTURE = re.compile(r"!\[[^\]]*\]\((?:<([^>]*)>|([^)]*))\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def title_of(app: App, item: str) -> Text:
    """What an item is called: an exercise's title, a card's first line."""
    return titles_of(app, [item])[item]


def titles_of(app: App, items: Iterable[str]) -> dict[str, Text]:
    """What items are called, looked up at once."""
    wanted, exercises = list(items), app.library.exercises
    own = [item for item in wanted if item not in exercises]
    cards = studied(app).cards_of(own) if own else {}
    titles = {MOCK: Text(words("en")("web.plan.mock"), words("it")("web.plan.mock"))}
    titles |= {key: card_title(card) for key, card in cards.items()}
    return {item: exercises[item].title if item in exercises else titles.get(item, Text(item)) for item in wanted}


def card_title(card: CardRecord) -> Text:
    """The first line of a card's front in both languages."""
    return Text(*(_first_line(side) for side in (card.front.en, card.front.it)))


def _first_line(text: str) -> str:
    """The first line as a title: pictures by their names, links by their words, nothing bold."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    line = _PICTURE.sub(lambda found: f"[{found[1] or found[2]}]", line)
    line = _LINK.sub(lambda found: found[1], line).replace("**", "")
    return line if len(line) <= MOST_TITLE else line[: MOST_TITLE - 1] + "…"


def topic_title(app: App, topic: str) -> Text:
    """A topic's title; its id where nobody named it. Own cards without a topic have a title too."""
    if topic == OWN_TOPIC:
        return Text(words("en")("web.study.cards"), words("it")("web.study.cards"))
    found = app.library.topics.get(topic)
    return found.title if found else Text(topic)


def _both(text: Text) -> dict[str, str]:
    return {"en": text.to("en"), "it": text.to("it")}


def _as_written(text: Text) -> dict[str, str]:
    return {"en": text.en, "it": text.it}


def step(app: App, one: Step) -> dict[str, Any]:
    """A step of a session."""
    return {
        "item": short_id(one.item),
        "what": one.what,
        "minutes": one.minutes,
        "topic": one.topic,
        "title": _both(title_of(app, one.item)),
    }


def session(app: App, one: Session, plan: Plan | None, ready: Readiness | None) -> dict[str, Any]:
    """`sparring today --json`."""
    return {
        "day": one.day.isoformat(),
        "minutes": one.minutes,
        "minutes_left": one.minutes_left,
        "steps": [{**step(app, part), "done": one.done.get(part.item)} for part in one.steps],
        "interview": plan.until.isoformat() if plan else None,
        "company": company_of(app),
        "readiness": readiness(ready),
    }


def readiness(one: Readiness | None) -> dict[str, Any] | None:
    """A forecast with its interval, and how much of what is asked was tried; None without a day ahead."""
    if one is None:
        return None
    known = {"tried": one.tried, "topics": one.asked, "enough": one.enough}
    return {"mean": round(one.mean, 3), "low": round(one.low, 3), "high": round(one.high, 3), **known}


def company_of(app: App) -> str | None:
    """The company whose interview is prepared for; None for the day of the settings, or without a day ahead."""
    found = aim(app)
    return found.company or None if found else None


def plan(one: Plan, ready: Readiness, company: str | None = None) -> dict[str, Any]:
    """`sparring study plan --json`."""
    return {
        "made": one.made.isoformat(),
        "interview": one.until.isoformat(),
        "company": company,
        "minutes": one.minutes,
        "readiness": readiness(ready),
        "why": one.why,
        "missed_days": one.missed,
        "truncated": one.truncated,
        "days": [
            {
                "day": day.day.isoformat(),
                "minutes": day.minutes,
                "topics": day.topics,
                "exercise": short_id(day.exercise) if day.exercise else None,
                "mock": day.mock,
                "light": day.light,
            }
            for day in one.days
        ],
        "topics": [
            {
                "topic": topic.topic,
                "mean": round(topic.mean, 3),
                "low": round(topic.low, 3),
                "high": round(topic.high, 3),
                "tried": topic.tried,
                "cards": topic.cards,
                "left_out": topic.left_out,
                "exercises": topic.exercises,
                "exercises_left_out": topic.exercises_left,
            }
            for topic in ready.topics
        ],
    }


def demand(one: Demand) -> dict[str, Any]:
    """A demand of an advertisement."""
    return {
        "skill": one.skill.title,
        "words": one.words,
        "mentions": list(one.mentions),
        "sentence": one.sentence,
        "also": list(one.also),
        "force": one.force,
        "topics": list(one.skill.topics),
        "technical": one.skill.technical,
        "listed": one.skill.listed,
    }


def question(one: Question) -> dict[str, Any]:
    """A question of a real interview."""
    return {"text": one.text, "exercise": short_id(one.exercise) if one.exercise else None, "topics": list(one.topics)}


def card(one: CardRecord) -> dict[str, Any]:
    """An own card."""
    return {
        "id": one.key,
        "front": _as_written(one.front),
        "back": _as_written(one.back),
        "topic": one.topic,
        "deck": one.deck,
        "tags": list(one.tags),
    }


def application(one: ProcessRecord) -> dict[str, Any]:
    """An application."""
    return {
        "id": one.key,
        "company": one.company,
        "role": one.role,
        "stage": one.stage,
        "at": one.at.astimezone().isoformat() if one.at else None,
        "notes": one.notes,
        "asked": one.asked,
    }


def mastery(one: Mapping[str, Mastery]) -> dict[str, Any]:
    """Mastery by topic."""
    return {
        topic: {
            "level": round(found.level, 3),
            "low": round(found.low, 3),
            "high": round(found.high, 3),
            "results": found.results,
            "said": found.said,
        }
        for topic, found in one.items()
    }


def progress(one: Progress, found: Plan | None, ready: Readiness | None, company: str | None = None) -> dict[str, Any]:
    """`sparring study progress --json`."""
    return {
        "days": [{"day": day.isoformat(), "answers": count} for day, count in one.days],
        "reviews": one.reviews,
        "mastery": mastery(one.topics),
        "changes": [
            {
                "topic": change.topic,
                "then": None if change.then is None else round(change.then, 3),
                "now": round(change.now, 3),
                "results": change.results,
                "score": change.score,
                "said": change.said,
            }
            for change in one.changes
        ],
        "forecast": plan(found, ready, company) if found and ready else None,
    }
