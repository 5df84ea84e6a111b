"""What a second window wrote while the first was faster: kept beside the answer, the latest few, until the answer was handed in with the choice made,
or the candidate throws it away.

Two windows cannot both be right about what stands in an answer; neither text is lost for it, not even where the window that came late is closed.
"""

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sparring.core.problem import UsageError
from sparring.usecases.app import App

MOST = 5
TRIES = 5


@dataclass(frozen=True, slots=True)
class Aside:
    """A version that lost: the window that wrote it ('' where the candidate chose the other one), when, its texts."""

    window: str
    at: datetime
    texts: tuple[str, ...]


def asides(app: App, place: str) -> tuple[Aside, ...]:
    """The versions kept beside the answer at `place` (an exercise's id, a question's of an interview), newest first."""
    stored = app.records.draft(_key(place)).text
    return tuple(Aside(window, datetime.fromisoformat(at), tuple(texts)) for window, at, texts in json.loads(stored or "[]"))


def set_aside(app: App, place: str, window: str, texts: Iterable[str]) -> None:
    """Keep a version; a window's later one takes the place of its earlier one."""
    written = tuple(text for text in texts if text.strip())
    if not written:
        return
    _change(
        app,
        place,
        lambda kept, now: [
            Aside(window, now, written),
            *(one for one in kept if one.texts != written and not (window and one.window == window)),
        ],
    )


def chosen(app: App, place: str, window: str) -> None:
    """What this window wrote is the answer now: it is kept beside it no longer."""
    _change(app, place, lambda kept, _: [one for one in kept if not window or one.window != window])


def settled(app: App, place: str, texts: Iterable[str]) -> None:
    """These texts were handed in: what the candidate chose against goes, and so does what was handed in itself; what no choice was made about stays."""
    written = tuple(text for text in texts if text.strip())
    _change(app, place, lambda kept, _: [one for one in kept if one.window and one.texts != written])


def _change(app: App, place: str, become: Callable[[tuple[Aside, ...], datetime], list[Aside]]) -> None:
    for _ in range(TRIES):  # two windows may be set aside at once
        with suppress(UsageError):
            seq, now, kept = app.records.draft(_key(place)).seq, app.clock.now(), asides(app, place)
            rows = become(kept, now)
            if rows != list(kept):
                app.records.save_draft(
                    _key(place), json.dumps([(one.window, one.at.isoformat(), one.texts) for one in rows[:MOST]]), now, seq
                )
            return


def throw_away(app: App, place: str) -> None:
    """Keep none of them any longer."""
    app.records.save_draft(_key(place), "[]", app.clock.now())


def _key(place: str) -> str:
    return f"aside:{place}"
