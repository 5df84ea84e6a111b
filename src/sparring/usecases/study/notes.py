"""The candidate's own notes on a topic."""

from sparring.content.schema import Topic
from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.records.values import DraftRecord
from sparring.usecases.app import App

MOST = 100_000


def topic(app: App, name: str) -> Topic:
    """A topic of the syllabus; UsageError if there is none."""
    found = app.library.topics.get(name)
    if found is None:
        raise UsageError(Message("cards.no-topic", {"topic": name[:60]}))
    return found


def notes(app: App, name: str) -> DraftRecord:
    """The notes on a topic, with the number of their last save."""
    return app.records.draft(_key(app, name))


def write(app: App, name: str, text: str, expected: int | None = None) -> int:
    """Keep the notes on a topic; ConflictError if they were saved since `expected`, UsageError if they are too long."""
    if len(text) > MOST:
        raise UsageError(Message("notes.too-long", {"count": len(text), "most": MOST}))
    return app.records.save_draft(_key(app, name), text, app.clock.now(), expected)


def _key(app: App, name: str) -> str:
    return f"notes:{topic(app, name).id}"
