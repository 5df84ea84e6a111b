"""Whether the candidate has seen the answer of an exercise where seeing it is all there is to know (`answer_once`).

It is seen by passing, by giving up, and in an interview once the answer was given. What is handed in soon after proves nothing and is not kept; after a
night it counts again.
"""

from datetime import datetime, timedelta
from typing import Any

from sparring.core.exercise import Exercise
from sparring.usecases.app import App

REMEMBERED = timedelta(hours=12)
"""How long what was read can simply be written down."""


def note(app: App, exercise: Exercise[Any]) -> None:
    """The answer is on the screen from now on."""
    if exercise.answer_once:
        now = app.clock.now()
        app.records.save_draft(_key(exercise), now.isoformat(), now)


def was(app: App, exercise: Exercise[Any]) -> bool:
    """Whether the answer was on the screen not long ago."""
    if not exercise.answer_once:
        return False
    seen = app.records.draft(_key(exercise)).text
    return bool(seen) and app.clock.now() - datetime.fromisoformat(seen) < REMEMBERED


def _key(exercise: Exercise[Any]) -> str:
    return f"revealed:{exercise.id}"
