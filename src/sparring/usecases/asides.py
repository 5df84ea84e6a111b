"""What a second window wrote while the first was faster: kept beside the answer, the latest few, until the candidate throws it away.

Two windows cannot both be right about what stands in an answer; neither text is lost for it, not even where the window that came late is closed.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sparring.core.problem import UsageError
from sparring.usecases.app import App

MOST = 5
TRIES = 5


@dataclass(frozen=True, slots=True)
class Aside:
    """A version that lost: the window that wrote it ('' where it was written over), when, its texts."""

    window: str
    at: datetime
    texts: tuple[str, ...]


def asides(app: App, place: str) -> tuple[Aside, ...]:
    """The versions kept beside the answer at `place` (an exercise's or an interview's id), newest first."""
    stored = app.records.draft(_key(place)).text
    return tuple(Aside(window, datetime.fromisoformat(at), tuple(texts)) for window, at, texts in json.loads(stored or "[]"))


def set_aside(app: App, place: str, window: str, texts: Iterable[str]) -> None:
    """Keep a version; a window's later one takes the place of its earlier one."""
    written = tuple(text for text in texts if text.strip())
    if not written:
        return
    for _ in range(TRIES):  # two windows may be set aside at once
        with suppress(UsageError):
            seq, now = app.records.draft(_key(place)).seq, app.clock.now()
            others = [one for one in asides(app, place) if one.texts != written and not (window and one.window == window)]
            rows = [(one.window, one.at.isoformat(), one.texts) for one in (Aside(window, now, written), *others[: MOST - 1])]
            app.records.save_draft(_key(place), json.dumps(rows), now, seq)
            return


def throw_away(app: App, place: str) -> None:
    """Keep none of them any longer."""
    app.records.save_draft(_key(place), "[]", app.clock.now())


def _key(place: str) -> str:
    return f"aside:{place}"
