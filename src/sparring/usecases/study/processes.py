"""Applications: several at once, each with its company, stage, date and notes; what a real interview asked; the calendar as a file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sparring.core.problem import UsageError
from sparring.core.text import Message, Text
from sparring.records.study_values import CardRecord, ProcessRecord
from sparring.usecases.app import LOCAL_LEARNER, App
from sparring.usecases.profile import MOST_ADVERT
from sparring.words import Words

if TYPE_CHECKING:
    from sparring.records.processes import Processes
    from sparring.usecases.study.asked import Question

STAGES = ("applied", "screening", "technical", "take-home", "final", "offer", "rejected", "withdrawn")
OVER = ("offer", "rejected", "withdrawn")
FARTHEST = timedelta(days=5 * 366)
MINUTES = 60
MOST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of "what did they ask?": the questions recognised, each with its topics and the exercise that trains it, and the cards made of them."""

    questions: "tuple[Question, ...]"
    cards: tuple[CardRecord, ...]
    left: tuple[str, ...] = ()
    """What was not taken up: denied, or nothing in it asks."""

    @property
    def uncovered(self) -> list[str]:
        """The technologies asked about that the library has no topic for, each once."""
        return list(dict.fromkeys(name for one in self.questions for name in one.uncovered))

    @property
    def topics(self) -> list[str]:
        """The topics asked about, each once."""
        return sorted({topic for one in self.questions for topic in one.topics[:1]})


def processes(app: App) -> list[ProcessRecord]:
    """All applications: what lies ahead, the next date first; then those without a date; what is over comes last, the latest first."""
    now = app.clock.now()

    def place(one: ProcessRecord) -> tuple[int, float]:
        if one.at is None:
            return 1, -one.created.timestamp()
        return (0, one.at.timestamp()) if one.at >= now else (2, -one.at.timestamp())

    return sorted(_records(app).all(), key=place)


def process(app: App, key: str) -> ProcessRecord:
    """An application by its key or the beginning of its company's name; UsageError if there is none."""
    found = _records(app).get(key) or next((one for one in processes(app) if one.company.casefold().startswith(key.casefold())), None)
    if found is None:
        raise UsageError(Message("process.unknown", {"id": key[:60]}))
    return found


def adverts(found: Iterable[ProcessRecord]) -> list[str]:
    """The advertisements of the applications that are still running."""
    return [one.advert for one in found if one.stage not in OVER and one.advert]


def asked_so_far(found: Iterable[ProcessRecord]) -> list[str]:
    """What was asked so far, in the candidate's words, in the applications that are still running."""
    return [one.asked for one in found if one.stage not in OVER and one.asked]


def save(
    app: App, *, key: str = "", company: str, role: str = "", stage: str = "applied", at: str = "", notes: str = "", advert: str = ""
) -> ProcessRecord:
    """Store an application as written into a form; UsageError names the field that makes no sense. `at` is local time, `2026-12-01T15:00` or a date."""
    if not company.strip():
        raise UsageError(Message("process.no-company"))
    if stage not in STAGES:
        raise UsageError(Message("process.no-stage", {"value": stage[:40], "known": ", ".join(STAGES)}))
    earlier = process(app, key) if key else None
    moment = _moment(app, at.strip())
    one = ProcessRecord(
        key or app.new_id()[:12],
        company.strip()[:200],
        role.strip()[:200],
        stage,
        moment,
        notes.strip()[:MOST_TEXT],
        advert.strip()[:MOST_ADVERT],
        earlier.asked if earlier else "",
        earlier.created if earlier else app.clock.now(),
    )
    _records(app).save(one)
    return one


def remove(app: App, key: str) -> None:
    """Take an application away."""
    _records(app).remove(process(app, key).key)


def _moment(app: App, text: str) -> datetime | None:
    """A local moment as written; a bare date means nine o'clock. UsageError for an hour that the clocks skip on that day."""
    if not text:
        return None
    try:
        written = datetime.fromisoformat(text if len(text) > 10 else f"{text}T09:00")
        moment = written.astimezone(UTC)  # what names no zone is this machine's; a year at either end is no moment in UTC
        shown = moment.astimezone()
    except (ValueError, OverflowError) as error:
        raise UsageError(Message("process.no-moment", {"value": text[:40]})) from error
    if written.tzinfo is None and shown.replace(tzinfo=None) != written:
        later = max(written.replace(fold=fold).astimezone().replace(tzinfo=None, fold=0) for fold in (0, 1))
        raise UsageError(Message("process.no-hour", {"value": f"{written:%Y-%m-%dT%H:%M}", "next": f"{later:%H:%M}"}))
    if moment - app.clock.now() > FARTHEST:
        raise UsageError(Message("process.too-far", {"value": text[:40]}))
    return moment


def upcoming(app: App, found: Iterable[ProcessRecord]) -> list[ProcessRecord]:
    """The running applications whose interview lies ahead."""
    now = app.clock.now()
    return [one for one in found if one.at and one.at >= now and one.stage not in OVER]


def untold(app: App) -> list[ProcessRecord]:
    """Running applications whose interview is over and of which nobody said yet what was asked."""
    now = app.clock.now()
    return [one for one in processes(app) if one.at and one.at < now and not one.asked and one.stage not in OVER]


def told(app: App, key: str, text: str) -> Asked:
    """What a real interview asked: each question becomes a card, each topic that it is about weighs more from now on."""
    from sparring.usecases.study.asked import heard
    from sparring.usecases.study.items import studied

    one, written = process(app, key), text.strip()[:MOST_TEXT]
    if not written:
        raise UsageError(Message("process.nothing-asked"))
    found = heard(app, written)
    cards = tuple(_card(app, one, question) for question in found.questions)
    studied(app).add_cards(cards, app.clock.now())
    _records(app).save(replace(one, asked=f"{one.asked}\n{written}".strip()))
    return Asked(found.questions, cards, found.left)


def _card(app: App, one: ProcessRecord, asked: "Question") -> CardRecord:
    from sparring.language.readable import guess_language
    from sparring.usecases.study.cards import EXERCISE_KEY, back_of

    deck = f"{one.company} {app.clock.now().astimezone():%Y-%m-%d}"
    front = Text("", asked.text) if guess_language(asked.text, "en") == "it" else Text(asked.text)
    extra = {EXERCISE_KEY: asked.exercise} if asked.exercise else {}
    return CardRecord(
        f"own:{app.new_id()[:16]}", front, back_of(app, asked.exercise), next(iter(asked.topics), ""), deck, ("asked",), extra
    )


def ics(app: App, words: Words) -> bytes:
    """The dates ahead of what is still running, as an iCalendar file (RFC 5545), moments in UTC, so that every calendar shows them in its own zone."""
    from datetime import UTC

    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//sparring//interviews//EN")
    calendar.add("version", "2.0")
    for one in processes(app):
        if one.at is None or one.at < app.clock.now() or one.stage in OVER:
            continue
        event = Event()
        event.add("uid", f"{one.key}@sparring.local")
        event.add("dtstamp", app.clock.now())
        event.add("dtstart", one.at.astimezone(UTC))
        event.add("dtend", one.at.astimezone(UTC) + timedelta(minutes=MINUTES))
        event.add("summary", words("process.event", company=one.company, stage=words(f"process.stage.{one.stage}")))
        event.add("description", "\n\n".join(part for part in (one.role, one.notes) if part))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _records(app: App) -> "Processes":
    assert app.records is not None
    from sparring.records.processes import Processes

    return Processes(LOCAL_LEARNER)
